// Staff move a confirmed booking: four taps, one row, and the person hears the new time a minute later.
import { addMinutes } from 'date-fns';
import { describe, expect, test } from 'vitest';
import { slotOf } from '../../src/booking/shown.ts';
import { dayText } from '../../src/messages/ja/dates.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import { bookingsOfPeople } from '../../src/records/bookings.ts';
import { remind } from '../../src/timers/remind.ts';
import { textOf } from './counter.ts';
import { numbersOf, tomorrow } from './rooms.ts';
import { counter, office, openWithRooms } from './with-rooms.ts';

openWithRooms(2);

const told = async (chatId: string) =>
  (await counter.sentTo(chatId)).filter(({ about }) => about === 'moved');

/** The days, as labels, on the card that 日時を変える brings. */
async function daysFor(receipt: string): Promise<string[]> {
  await office.first.says(receipt);
  const card = await office.first.presses('日時を変える');
  return [...card.matchAll(/\[(\d+月\d+日\(.\))\]/g)].map(([, label = '']) => label);
}

/** The last look at the first start of the nth day. */
async function checkFor(receipt: string, nth: number, time = '15:00'): Promise<string> {
  const days = await daysFor(receipt);
  await office.first.presses(days[nth] ?? '');
  return office.first.presses(time);
}

describe('日時を変える', () => {
  test('after これからだけ it gets the numbers that the room has now, and the last look says so', async () => {
    const roomA = await office.room('相談室A');
    const { receipt, person, now } = await office.confirmed(tomorrow, roomA);
    expect(await checkFor(receipt, 3)).not.toContain('番号は、会議室のいまの番号に変わります');
    await office.first.says('会議室 追加 相談室A 845 1111 2222 abcd12');
    await office.first.presses('これからだけ');
    await office.later();
    expect(await checkFor(receipt, 3)).toMatch(/相談室A 空き\n番号は、会議室のいまの番号に変わります/);
    await office.second.presses('変える');
    expect(await office.first.presses('取り消す')).toContain('取り消しました');
    await office.later();
    await checkFor(receipt, 3);
    await office.second.presses('変える');
    await counter.minutePasses();
    expect(textOf(await told(person.chatId))).toContain('845 1111 2222');
    expect(await now()).toMatchObject({ roomId: roomA });
  });

  test('of a room that was removed it keeps the numbers that it has', async () => {
    const roomA = await office.room('相談室A');
    const { receipt, person } = await office.confirmed(tomorrow, roomA);
    await counter.prisma.zoomRoom.update({ where: { id: roomA }, data: { removedAt: counter.clock.now() } });
    expect(await checkFor(receipt, 3)).not.toContain('番号は、会議室のいまの番号に変わります');
    await office.second.presses('変える');
    await counter.minutePasses();
    expect(textOf(await told(person.chatId))).toContain('812 3456 7890');
  });

  test('what was said of the old time says nothing of the new one, until the move is taken back', async () => {
    const { receipt, person, id } = await office.confirmed(tomorrow, await office.room('相談室A'));
    const absent = () => person.taps({ event: 'absence.told', booking: id });
    await absent();
    await checkFor(receipt, 3);
    await office.second.presses('変える');
    expect(await office.first.says(receipt)).not.toContain('行けない');
    await office.first.presses('取り消す');
    expect(await office.first.says(receipt)).toContain('行けない');
    await office.later();
    await checkFor(receipt, 3);
    await office.second.presses('変える');
    await office.later();
    expect(await absent()).toContain('行けないことを、職員に伝えました');
    expect(await office.first.says(receipt)).toContain('行けない');
  });

  test('takes four taps from the line of the day, and the person hears the new time a minute later', async () => {
    const roomA = await office.room('相談室A');
    const { receipt, person, now, id } = await office.confirmed(tomorrow, roomA);
    const before = await now();
    const check = await checkFor(receipt, 3);
    expect(check).toMatch(/いまの日時[\s\S]+新しい日時[\s\S]+相談室A 空き/);
    expect(check).toContain('に変わりました」');
    const card = await office.second.presses('変える');
    expect(card).toContain('職員2さんが日時を変えました');
    expect(card).toContain('[取り消す]');
    expect(await told(person.chatId)).toEqual([]);
    await counter.minutePasses();
    expect(textOf(await told(person.chatId))).toMatch(
      /予約の日時が変わりました[\s\S]+15:00[\s\S]+812 3456 7890/,
    );
    const after = await now();
    expect(after).toMatchObject({ state: 'confirmed', version: before.version + 1, roomId: roomA });
    expect(after.startsAt).not.toEqual(before.startsAt);
    expect(await counter.prisma.slotUse.findMany({ where: { bookingId: id } })).toMatchObject([
      { kind: 'booking', startsAt: after.startsAt },
    ]);
  });

  test('keeps the old time free until the person is told, and 取り消す brings it back', async () => {
    const { receipt, person, now, id } = await office.confirmed(tomorrow, null);
    const before = await now();
    await checkFor(receipt, 3);
    await office.first.presses('変える');
    const held = await counter.prisma.slotUse.findMany({
      where: { bookingId: id },
      orderBy: { kind: 'asc' },
    });
    expect(held.map(({ kind }) => kind).sort()).toEqual(['booking', 'undo']);
    expect(held.find(({ kind }) => kind === 'undo')).toMatchObject({
      startsAt: before.startsAt,
      counsellor: before.counsellor,
    });
    expect(await office.second.presses('取り消す')).toContain('取り消しました');
    await counter.minutePasses();
    expect(await told(person.chatId)).toEqual([]);
    expect(await now()).toMatchObject({ startsAt: before.startsAt, counsellor: before.counsellor });
  });

  test('offers the other times of its day, and a forged button of its own moves nothing', async () => {
    const { receipt, now, id } = await office.confirmed(tomorrow, null);
    await checkFor(receipt, 3);
    await office.first.presses('変える');
    await counter.minutePasses();
    await office.later();
    const before = await now();
    const { day, time } = slotOf(before);
    expect(await daysFor(receipt)).toContain(dayText(day));
    const times = await office.first.presses(dayText(day));
    expect(times).not.toContain(`[${time}]`);
    expect(times).toContain('[14:00]');
    const tap = { event: 'move.made', booking: id, version: String(before.version), day, time };
    expect(await office.first.taps(tap)).not.toContain('日時を変えました');
    expect(await now()).toEqual(before);
  });

  test('there and back within the minute runs into nobody, not even itself', async () => {
    const { receipt, now } = await office.confirmed(tomorrow, null);
    await checkFor(receipt, 3);
    await office.first.presses('変える');
    await counter.minutePasses();
    const first = await now();
    await office.later();
    await checkFor(receipt, 2, '11:00');
    await office.first.presses('変える');
    await office.later();
    await counter.prisma.undo.findFirstOrThrow();
    await office.first.says(receipt);
    // Within the minute only 取り消す stands on the card: the press of an older card moves it back.
    const { id, version } = await now();
    const { startsAt } = first;
    const day = startsAt.toISOString().slice(0, 10);
    const tap = { event: 'move.made', booking: id, version: String(version), day, time: '15:00' };
    expect(await office.first.taps(tap)).toContain('日時を変えました');
    expect((await now()).startsAt).toEqual(startsAt);
  });

  test('of a booking whose reminder went out brings another one for the new time', async () => {
    const { receipt, now, id } = await office.confirmed(tomorrow, null);
    const remindersAt = async (minutesBefore: number) => {
      const { startsAt } = await now();
      return counter.database.queue.transaction(async (tx) => {
        const at = { ...counter.services, now: addMinutes(startsAt, -minutesBefore) };
        return remind(tx, [{ booking: id, kind: 'soon' }], await bookingsOfPeople(tx, [id]), at);
      });
    };
    expect(await remindersAt(30)).toHaveLength(1);
    await checkFor(receipt, 3);
    await office.first.presses('変える');
    await counter.minutePasses();
    const [again, ...more] = await remindersAt(30);
    expect(more).toEqual([]);
    expect(shownText(again?.messages ?? [])).toContain('15:00');
  });

  test('onto a slot that was taken a moment ago says so and offers what is left', async () => {
    const { receipt, now } = await office.confirmed(tomorrow, null);
    const before = await now();
    await checkFor(receipt, 3);
    const press = await office.first.tapOf('変える');
    const { counsellors, minutes } = counter.office.consultation;
    const startsAt = new Date(`${press.day}T${press.time}:00+09:00`);
    for (let counsellor = 0; counsellor < counsellors; counsellor += 1) {
      const until = addMinutes(startsAt, minutes);
      await counter.prisma.slotUse.create({
        data: { kind: 'undo', counsellor, startsAt, endsAt: until, until },
      });
    }
    const answer = await office.first.taps(press);
    expect(answer).toContain('もう空いていません');
    expect(answer).toContain('新しい日を選んでください');
    expect((await now()).startsAt).toEqual(before.startsAt);
    await counter.prisma.slotUse.deleteMany({ where: { bookingId: null } });
  });

  test('with its room in use at the new time offers the rooms that are free', async () => {
    const roomA = await office.room('相談室A');
    const roomB = await office.room('相談室B', numbersOf.B);
    const other = await office.confirmed(tomorrow, roomA);
    await checkFor(other.receipt, 3);
    await office.first.presses('変える');
    await office.later();
    const { receipt, now } = await office.confirmed(tomorrow, roomA);
    const check = await checkFor(receipt, 3);
    expect(check).toContain('相談室Aは、使用中です。');
    expect(check).not.toContain('[変える]');
    await office.first.presses('変える(相談室B)');
    expect((await now()).roomId).toBe(roomB);
  });

  test('of two clerks who move it at once the second learns what is true now', async () => {
    const { receipt, now } = await office.confirmed(tomorrow, null);
    await checkFor(receipt, 3);
    const first = await office.first.tapOf('変える');
    await office.later();
    await checkFor(receipt, 4);
    const second = await office.second.tapOf('変える');
    expect(await office.first.taps(first)).toContain('日時を変えました');
    const { startsAt } = await now();
    expect(await office.second.taps(second)).not.toContain('[取り消す]');
    expect((await now()).startsAt).toEqual(startsAt);
  });

  test('from a quarter of an hour before the start is not possible any more', async () => {
    const { receipt, id } = await office.confirmed(20, null);
    await office.first.says(receipt);
    const ask = await office.first.tapOf('日時を変える');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 6));
    expect(await office.first.taps(ask)).toContain('もう変えられません');
    const forged = { event: 'move.time', booking: id, version: '2', day: '2026-12-01', time: '25:00' };
    expect(await office.second.taps(forged)).not.toContain('変えますか');
  });
});
