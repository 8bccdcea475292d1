// Decisions, wishes, holds and calls that meet: nobody is told what is not so, nothing is lost, nothing fails.
import { addMinutes } from 'date-fns';
import { beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '../../src/core/jst.ts';
import { outboxJobs } from '../../src/outbox/outbox.ts';
import { keepWish } from '../../src/records/move-wishes.ts';
import { endWish } from '../../src/timers/wish-end.ts';
import { textOf } from '../conversation/counter.ts';
import type { RoomOffice } from '../conversation/rooms.ts';
import { counter, office, openWithRooms } from '../conversation/with-rooms.ts';

openWithRooms(2);
beforeEach(async () => {
  await counter.prisma.call.deleteMany();
  await counter.prisma.closure.deleteMany();
});

const tenDays = 10 * 24 * 60;
type Confirmed = Awaited<ReturnType<RoomOffice['confirmed']>>;

/** Wished for by the person of this booking: so many minutes from now, until then. */
async function wished(booking: Confirmed, minutes: number, until: Date, counsellor = 0) {
  const now = counter.clock.now();
  const startsAt = addMinutes(now, minutes);
  const slot = { startsAt, endsAt: addMinutes(startsAt, 45), counsellor };
  const row = await booking.now();
  await counter.prisma.$transaction((tx) => keepWish(tx, row, { slot, until, now, happenedAt: now }));
  return startsAt;
}

async function heardSince(booking: Confirmed, act: () => Promise<unknown>) {
  const before = (await counter.sentTo(booking.person.chatId)).length;
  await act();
  return (await counter.sentTo(booking.person.chatId)).slice(before).map(({ about }) => about);
}

async function wishEnds({ id }: Confirmed, now: Date): Promise<void> {
  const { database, services } = counter;
  await database.queue.transaction(async (tx) => {
    const outgoing = await endWish(tx, id, { ...services, now });
    await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
  });
}

const corrects = async ({ receipt }: Confirmed) => {
  await office.first.says(`番号 ${receipt} 845 1111 2222 abcd12`);
  return office.first.presses('送り直す');
};

describe('a wish to move', () => {
  test('that is at its end while other numbers wait to be told ends all the same', async () => {
    const booking = await office.confirmed(tenDays, null);
    const until = addMinutes(counter.clock.now(), 1);
    await wished(booking, tenDays + 600, until);
    await corrects(booking);
    expect(await heardSince(booking, () => wishEnds(booking, until))).toEqual(['wishLapsed']);
    expect(await heardSince(booking, () => counter.minutePasses())).toEqual(['numbersChanged']);
    // Whoever is called about it finds why.
    expect(await office.first.says('今日')).toContain('期限までにお返事できませんでした');
    const ofWish = { bookingId: booking.id, event: { startsWith: 'wish' } };
    const steps = await counter.prisma.bookingStep.findMany({ where: ofWish, orderBy: { id: 'asc' } });
    expect(steps.map(({ event, actor }) => [event, actor])).toEqual([
      ['wish', 'person'],
      ['wishUnanswered', 'system'],
    ]);
    expect(await counter.prisma.moveWish.count()).toBe(0);
  });

  test('whose refusal is taken back after its end ends at once, and its person hears so', async () => {
    const booking = await office.confirmed(tenDays, null);
    const until = addMinutes(counter.clock.now(), 1);
    await wished(booking, tenDays + 600, until);
    await office.first.says(booking.receipt);
    await office.first.presses('そのまま');
    expect(await heardSince(booking, () => wishEnds(booking, until))).toEqual([]);
    await counter.clock.moveTo(addMinutes(until, 1));
    expect(await heardSince(booking, () => office.second.presses('取り消す'))).toEqual(['wishLapsed']);
    expect(await counter.prisma.moveWish.count()).toBe(0);
    expect(await counter.prisma.slotUse.count({ where: { kind: 'wish' } })).toBe(0);
  });

  test('whose refusal is followed by other numbers within the minute: both are told, each once', async () => {
    const booking = await office.confirmed(tenDays, null);
    await wished(booking, tenDays + 600, addMinutes(counter.clock.now(), 600));
    await office.first.says(booking.receipt);
    await office.first.presses('そのまま');
    const heard = await heardSince(booking, async () => {
      await corrects(booking);
      await counter.minutePasses();
    });
    expect(heard).toEqual(['wishRefused', 'numbersChanged']);
    expect(await counter.prisma.moveWish.count()).toBe(0);
  });

  test('stands in 予約を見る and in the line of 承認待ち', async () => {
    const booking = await office.confirmed(tenDays, null);
    await wished(booking, tenDays + 600, addMinutes(counter.clock.now(), 600));
    expect(await booking.person.says('予約を見る')).toContain('への変更を希望されています');
    expect(await office.first.says('承認待ち')).toContain('変更の希望');
  });

  test.each(['別の日時にしたい', '別の日時にしたいです', '日時を変更したいです'])(
    'that is typed as 「%s」 leads to the booking with its button',
    async (words) => {
      const booking = await office.confirmed(tenDays, null);
      expect(await booking.person.says(words)).toContain('[別の日時にしたい]');
    },
  );
});

describe('fewer counsellors for a day', () => {
  test.each(['wish', 'undo'] as const)('deal a slot that is held (%s) too', async (kind) => {
    const booking = await office.confirmed(tenDays, null);
    const startsAt = await wished(booking, tenDays, addMinutes(counter.clock.now(), 600), 1);
    if (kind === 'undo') {
      await counter.prisma.moveWish.deleteMany();
      await counter.prisma.slotUse.updateMany({ where: { kind: 'wish' }, data: { kind } });
    }
    const { endsAt } = await booking.now();
    await counter.prisma.booking.update({
      where: { id: booking.id },
      data: { startsAt, endsAt, counsellor: 0 },
    });
    const day = dayOf(startsAt);
    await office.first.says(`${Number(day.slice(5, 7))}/${Number(day.slice(8))} 1人`);
    expect(await office.first.presses('1人にする')).toContain('1人にしました');
    const places = await counter.prisma.slotUse.findMany({ orderBy: { counsellor: 'asc' } });
    expect(places.map(({ kind: one, counsellor }) => [one, counsellor])).toEqual([
      ['booking', 0],
      [kind, 1],
    ]);
  });
});

describe('取り消す', () => {
  test('of a cancellation whose person has another booking by now says so, and not that it was told', async () => {
    const booking = await office.confirmed(tenDays, null);
    await office.first.says(booking.receipt);
    await office.first.presses('キャンセル');
    await office.first.presses('機器の都合');
    const { personId } = await booking.now();
    const other = await office.confirmed(tenDays + 600, null);
    await counter.prisma.booking.update({ where: { id: other.id }, data: { personId } });
    const answer = await office.second.presses('取り消す');
    expect(answer).toContain('別の予約が入ったので、取り消せません');
    expect(answer).not.toContain('[取り消す]');
  });

  test('of 次回を予約 leaves nothing behind, and the person can be given another time', async () => {
    const booking = await office.confirmed(tenDays, null);
    const data = { state: 'requested' as const, source: 'consultation' as const };
    await counter.prisma.booking.update({ where: { id: booking.id }, data });
    await office.room('相談室A', { meetingId: '83334445555', passcode: 'abcd1234' });
    await office.first.says(booking.receipt);
    await office.first.presses('確定する(相談室A)');
    expect(await heardSince(booking, () => office.first.presses('取り消す'))).toEqual([]);
    expect(await booking.now()).toMatchObject({ state: 'cancelled' });
    expect(await booking.person.says('相談を申し込む')).not.toContain('申し込みを受け付けています');
  });
});

test('やはり来室 works when the time has been given to somebody else since', async () => {
  const booking = await office.confirmed(-12, null);
  await office.first.says(booking.receipt);
  await office.first.presses('連絡なし');
  const { startsAt, counsellor } = await booking.now();
  await counter.prisma.slotUse.create({
    data: {
      ...{ kind: 'undo', counsellor, startsAt: addMinutes(startsAt, 30), endsAt: addMinutes(startsAt, 75) },
      until: addMinutes(startsAt, 75),
    },
  });
  await office.later();
  await office.first.says(booking.receipt);
  expect(await office.first.presses('やはり来室')).toContain('記録しました');
  expect((await booking.now()).state).toBe('inProgress');
});

test('お電話 has the last decision alone: a newer one takes the place of what was not told', async () => {
  const booking = await office.confirmed(tenDays, null);
  const { personId } = await booking.now();
  await counter.prisma.person.update({ where: { id: personId }, data: { chatId: null } });
  await corrects(booking);
  await counter.minutePasses();
  await office.later();
  await office.first.says(booking.receipt);
  await office.first.presses('キャンセル');
  await office.first.presses('機器の都合');
  await counter.minutePasses();
  const calls = await counter.prisma.call.findMany({ where: { bookingId: booking.id } });
  expect(calls.map(({ about, state }) => [about, state]).sort()).toEqual([
    ['cancelled', 'open'],
    ['numbersChanged', 'outdated'],
  ]);
  const list = textOf((await counter.sentTo('C1')).slice(-1));
  expect(list).not.toContain('新しい番号');
});
