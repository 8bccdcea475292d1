// What staff decide is told a minute later, and until then anybody of them can take it back.
import { addMinutes, subMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { outboxJobs } from '../../src/outbox/outbox.ts';
import { bookingsOfPeople } from '../../src/records/bookings.ts';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import { remind } from '../../src/timers/remind.ts';
import { tell } from '../../src/timers/tell.ts';
import { tellTimer } from '../../src/timers/timers.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let suzuki: Visitor;
let takahashi: Visitor;
let hanako: Visitor;
let visitors = 0;
beforeAll(async () => {
  counter = await openCounter();
  const { prisma, clock, database } = counter;
  await prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: clock.now() } });
  const numbers = { meetingId: '81234567890', passcode: 'hama2026' };
  const room = { name: '相談室A', numbers, newId: uuidv7() };
  await prisma.$transaction((tx) => putRoom(tx, database.sealer, room, clock.now()));
});
afterAll(() => counter.close());
beforeEach(async () => {
  visitors += 1;
  suzuki = counter.visitor('C1', 'group', 'U-clerk-1');
  takahashi = counter.visitor('C1', 'group', 'U-clerk-2');
  hanako = counter.visitor(`U${visitors}`);
  // The same button is answered again.
  await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
});

const bookingNow = (id: string) => counter.prisma.booking.findUniqueOrThrow({ where: { id } });
const stateOf = async (id: string) => (await bookingNow(id)).state;
const heardBy = async (visitor: Visitor, from = 0) =>
  (await counter.sentTo(visitor.chatId)).slice(from).map(({ about }) => about);

/** A request of hers that waits for staff. */
async function requested(): Promise<string> {
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
  return (await counter.prisma.booking.findFirstOrThrow({ orderBy: { number: 'desc' } })).id;
}

/** One that she was told of. */
async function confirmed(minutesAhead = 3 * 24 * 60): Promise<string> {
  await hanako.follows();
  return (await putBooking(counter, hanako, minutesAhead)).id;
}

async function showCard(id: string): Promise<string> {
  return suzuki.says(receiptOf(await bookingNow(id)));
}

async function cancels(id: string): Promise<string> {
  await showCard(id);
  await suzuki.presses('キャンセル');
  return suzuki.presses('ご本人から');
}

describe('a confirmation', () => {
  test('is not told at once, and the card says so', async () => {
    const id = await requested();
    const before = (await heardBy(hanako)).length;
    const card = await suzuki.presses('確定する(相談室A)');
    expect(card).toContain('職員1さんが確定しました');
    expect(card).toContain('ご本人には、まだお知らせしていません');
    expect(card).toContain('[取り消す]');
    expect(await heardBy(hanako, before)).toEqual([]);
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual(['confirmed']);
    expect(await stateOf(id)).toBe('confirmed');
  });

  test('that a colleague takes back leaves everything as it was, and nobody has heard of it', async () => {
    const id = await requested();
    const before = (await heardBy(hanako)).length;
    await suzuki.presses('確定する(相談室A)');
    expect(await takahashi.presses('取り消す')).toContain('取り消しました');
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual([]);
    expect(await bookingNow(id)).toMatchObject({ state: 'requested', zoomMeetingId: null });
    expect(await hanako.says('予約を見る')).toContain('まだ確定していません');
    const steps = await counter.prisma.bookingStep.findMany({
      where: { bookingId: id },
      orderBy: { at: 'asc' },
    });
    expect(steps.map(({ event }) => event)).toEqual(['request', 'confirm', 'unconfirm']);
  });

  test('is told at once when its person writes anything, and can then not be taken back', async () => {
    const id = await requested();
    await suzuki.presses('確定する(相談室A)');
    const before = (await heardBy(hanako)).length;
    await hanako.says('すみません、まだでしょうか');
    expect(await heardBy(hanako, before)).toEqual(['confirmed', 'answer']);
    const late = await takahashi.presses('取り消す');
    expect(late).toContain('もうご本人にお知らせしたので、取り消せません');
    expect(late).toContain('[キャンセル]');
    expect(await stateOf(id)).toBe('confirmed');
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual(['confirmed', 'answer']);
  });

  test('goes out before a reminder of it', async () => {
    const id = await requested();
    await suzuki.presses('確定する(相談室A)');
    const before = (await heardBy(hanako)).length;
    const { startsAt } = await bookingNow(id);
    const now = subMinutes(startsAt, 30);
    const { database, services } = counter;
    await database.queue.transaction(async (tx) => {
      const bookings = await bookingsOfPeople(tx, [id]);
      const reminders = [{ booking: id, kind: 'soon' as const }];
      const outgoing = await remind(tx, reminders, bookings, { ...services, now });
      await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
    });
    expect(await heardBy(hanako, before)).toEqual(['confirmed', 'reminder']);
  });

  test('is told by a timer that outlives the server', async () => {
    const id = await requested();
    await suzuki.presses('確定する(相談室A)');
    const { tellAt } = await counter.prisma.undo.findUniqueOrThrow({ where: { bookingId: id } });
    const { data, startAfter } = tellTimer(id, tellAt);
    expect(data).toEqual({ booking: id, kind: 'tell' });
    const timers = await counter.prisma.$queryRaw`
      SELECT 1 FROM pgboss.job WHERE name = 'timers' AND singleton_key = ${id} AND start_after = ${startAfter}`;
    expect(timers).toHaveLength(1);
  });
});

describe('a refusal', () => {
  test('that is taken back waits for staff again', async () => {
    const id = await requested();
    const before = (await heardBy(hanako)).length;
    await suzuki.presses('お断りする');
    expect(await suzuki.presses('窓口でお受けする')).toContain('お断りしました');
    expect(await suzuki.presses('取り消す')).toContain('取り消しました');
    await counter.minutePasses();
    expect(await heardBy(hanako, before)).toEqual([]);
    expect(await stateOf(id)).toBe('requested');
  });
});

describe('a cancellation that staff record', () => {
  test('says before the press what the person will be told, and is told a minute later', async () => {
    const id = await confirmed();
    const before = (await heardBy(hanako)).length;
    await showCard(id);
    expect(await suzuki.presses('キャンセル')).toContain('の予約をキャンセルしました」');
    const card = await suzuki.presses('相談員の都合');
    expect(card).toContain('キャンセルしました');
    expect(card).toContain('理由 相談員の都合');
    expect(await heardBy(hanako, before)).toEqual([]);
    await counter.minutePasses();
    const [told] = (await counter.sentTo(hanako.chatId)).slice(before);
    expect(JSON.stringify(told?.messages)).toMatch(/の予約をキャンセルしました.+申し訳ありません/);
  });

  test('keeps its slot until it is told, and frees it then', async () => {
    const id = await confirmed();
    const uses = async () =>
      (await counter.prisma.slotUse.findMany({ where: { bookingId: id } })).map(({ kind }) => kind);
    expect(await uses()).toEqual(['booking']);
    await cancels(id);
    expect(await uses()).toEqual(['undo']);
    await counter.minutePasses();
    expect(await uses()).toEqual([]);
  });

  test('lets its person ask again at once, for whoever writes is told first', async () => {
    const id = await confirmed();
    await cancels(id);
    const before = (await heardBy(hanako)).length;
    const answer = await hanako.says('相談を申し込む');
    expect(await heardBy(hanako, before)).toEqual(['cancelled', 'answer']);
    expect(answer).not.toContain('もう予約があります');
    expect(await stateOf(id)).toBe('cancelled');
  });

  test('silences the reminders, which come again with the way back', async () => {
    const id = await confirmed();
    const reminders = async () => {
      const { services, database } = counter;
      const { startsAt } = await bookingNow(id);
      return database.queue.transaction(async (tx) => {
        const bookings = await bookingsOfPeople(tx, [id]);
        const at = { ...services, now: subMinutes(startsAt, 30) };
        return (await remind(tx, [{ booking: id, kind: 'soon' }], bookings, at)).length;
      });
    };
    await cancels(id);
    expect(await reminders()).toBe(0);
    await takahashi.presses('取り消す');
    expect(await reminders()).toBe(1);
  });

  test('takes one tap on the card that says that its person cannot come', async () => {
    const id = await confirmed(180);
    await hanako.says('予約を見る');
    await hanako.presses('行けないことを伝える');
    expect(await suzuki.presses('お電話でキャンセルを受けた')).toContain('理由 ご本人から');
    expect(await stateOf(id)).toBe('cancelled');
  });

  test('is 欠席 on that card once the consultation is near', async () => {
    const id = await confirmed(10);
    await hanako.says('予約を見る');
    await hanako.presses('行けないことを伝える');
    expect(await suzuki.presses('欠席(連絡あり)')).toContain('記録しました');
    expect(await stateOf(id)).toBe('absent');
  });

  test('is not possible from a quarter of an hour before the start: staff record how it went', async () => {
    const id = await confirmed(20);
    await showCard(id);
    const cancel = await suzuki.tapOf('キャンセル');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 6));
    const answer = await suzuki.taps(cancel);
    expect(answer).toContain('もう変えられません');
    expect(answer).toContain('[来室]');
    expect(await stateOf(id)).toBe('confirmed');
  });

  test('a quarter of an hour before the start a decision is told at once', async () => {
    // Nobody else is in the room then.
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 180));
    const id = await requested();
    const room = await suzuki.tapOf('確定する(相談室A)');
    const before = (await heardBy(hanako)).length;
    const startsAt = addMinutes(counter.clock.now(), 15);
    const data = { startsAt, endsAt: addMinutes(startsAt, 45), counsellor: 500 + visitors };
    await counter.prisma.booking.update({ where: { id }, data });
    const card = await suzuki.taps(room);
    expect(card).toContain('これからLINEでお知らせします');
    expect(card).not.toContain('[取り消す]');
    expect(await heardBy(hanako, before)).toEqual(['confirmed']);
  });
});

describe('the way back', () => {
  test('and the minute that ends at the same moment: told or taken back, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await confirmed();
      await cancels(id);
      const before = (await heardBy(hanako)).length;
      const { database, services, clock } = counter;
      const now = addMinutes(clock.now(), 1);
      const [answer, told] = await Promise.all([
        suzuki.presses('取り消す'),
        database.queue.transaction(async (tx) => {
          const outgoing = await tell(tx, id, { ...services, now });
          await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
          return outgoing.length;
        }),
      ]);
      expect([answer.includes('取り消しました'), told]).toEqual(told === 1 ? [false, 1] : [true, 0]);
      expect(await stateOf(id)).toBe(told === 1 ? 'cancelled' : 'confirmed');
      expect(await heardBy(hanako, before)).toHaveLength(told);
      visitors += 1;
      hanako = counter.visitor(`U${visitors}`);
      await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    }
  });

  test('of a card that is older than a colleague’s decision shows what is true now', async () => {
    const id = await requested();
    await suzuki.presses('確定する(相談室A)');
    const old = await suzuki.tapOf('取り消す');
    await takahashi.presses('取り消す');
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 1));
    const answer = await suzuki.taps(old);
    expect(answer).toContain('さきほどのカードのあとに、変わりました');
    expect(answer).toContain('[確定する(相談室A)]');
    expect(await stateOf(id)).toBe('requested');
  });

  test('is nothing to a stranger, in whatever chat', async () => {
    const id = await confirmed();
    await cancels(id);
    const undo = await suzuki.tapOf('取り消す');
    for (const stranger of [counter.visitor('U-stranger'), counter.visitor('C-other', 'group', 'U-stranger')])
      expect(await stranger.taps(undo)).not.toContain('取り消しました');
    expect(await stateOf(id)).toBe('cancelled');
  });
});

test('six staff who press six buttons of one card in the same second: one decides, five are told so', async () => {
  const id = await requested();
  const clerks = Array.from({ length: 6 }, (_, n) => counter.visitor('C1', 'group', `U-clerk-${n}`));
  await suzuki.presses('お断りする');
  const reasons = [
    '日時の都合がつかない',
    '利用条件に合わない',
    '窓口でお受けする',
    'ほかの予約と重なっている',
  ];
  const taps = [];
  for (const label of reasons) taps.push(await suzuki.tapOf(label));
  taps.push(await suzuki.tapOf('確定する(相談室A)'), { event: 'cancel.asked', booking: id, version: '1' });
  const from = (await counter.sentTo('C1')).length;
  await counter.hear(...taps.map((tap, n) => (clerks[n] ?? suzuki).event({ type: 'tap', tap })));
  const answers = (await counter.sentTo('C1')).slice(from);
  const texts = answers.map(({ messages }) => JSON.stringify(messages));
  expect(texts.filter((text) => text.includes('まだお知らせしていません'))).toHaveLength(1);
  expect(texts).toHaveLength(6);
  const decided = await counter.prisma.bookingStep.count({ where: { bookingId: id, actor: 'staff' } });
  expect(decided).toBe(1);
});
