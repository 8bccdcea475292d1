// She is told that staff have heard only of what will be pushed: decided by the same facts, in the same turn.
import { addDays, addHours, addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { businessDayAfter, businessDayBefore } from '../../src/booking/calendar.ts';
import { runBatch } from '../../src/conversation/run-batch.ts';
import { addDays as addCalendarDays, asDateColumn, dayOf, instant } from '../../src/core/jst.ts';
import type { Booking } from '../../src/db/generated/client.ts';
import { createQuotaWatch } from '../../src/line/quota-watch.ts';
import { notePushTaken, noteQuota } from '../../src/records/quota-note.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';
import { nextWord, waitingCard, waitingLine } from './next-word.ts';

let counter: Counter;
/** What LINE says of the month; undefined: a plan without a limit. */
let limit: number | undefined;
let used = 0;
const members = 6;
const month = {
  quota: async () => ({ kind: 'done', value: { limit, used } }) as const,
  memberCount: async () => ({ kind: 'done', value: members }) as const,
};
let quota: ReturnType<typeof createQuotaWatch>;

beforeAll(async () => {
  counter = await openCounter({ quota: () => quota });
});
afterAll(() => counter.close());

let turns = 0;
let hanako: Visitor;
let staff: Visitor;
beforeEach(async () => {
  const { prisma, clock } = counter;
  turns += 1;
  limit = undefined;
  used = 0;
  quota = createQuotaWatch({ account: month, reserve: 60, clock });
  await prisma.pushCount.deleteMany();
  await prisma.undelivered.deleteMany();
  await prisma.bookingStep.deleteMany();
  await prisma.booking.deleteMany();
  await prisma.adminChat.deleteMany();
  hanako = counter.visitor(`Uhanako${turns}`);
  staff = counter.visitor(`Cstaff${turns}`, 'group', 'U-clerk');
  await prisma.adminChat.create({ data: { chatId: staff.chatId, enrolledAt: clock.now() } });
  await hanako.follows();
  // What LINE says is kept for a minute: nobody has asked yet.
  quota = createQuotaWatch({ account: month, reserve: 60, clock });
});

const heard = async () => (await staff.news()).filter(({ counted }) => counted).map(({ about }) => about);
/** What staff read with their next word. */
const waiting = () => nextWord(counter, staff.chatId);
const line = (booking: Booking, title: string) =>
  waitingCard(waitingLine(counter, booking, { title, at: counter.clock.now() }));
const claims = /職員に伝えました|伝えてあります/;
const cannot = 'いま、LINEから職員に連絡がとれません';

/** Of each message: whether she was told that staff have heard of it. */
async function saysEach(...texts: string[]): Promise<boolean[]> {
  const told: boolean[] = [];
  for (const text of texts) {
    const answer = await hanako.says(text);
    expect(claims.test(answer), `${text} → ${answer}`).not.toBe(answer.includes(cannot));
    told.push(claims.test(answer));
  }
  return told;
}

describe('under the reserve of the month’s messages', () => {
  beforeEach(() => {
    limit = 200;
    used = 140;
  });

  test.each([
    ['つながらない', 'trouble'],
    ['電話にしてください', 'callMe'],
    ['待機室のままです', 'waiting'],
    ['音が聞こえない', 'inside'],
    ['電話しないでください', 'noPhone'],
    ['行けなくなりました', 'absenceWritten'],
  ])('%s at the hour uses it: somebody is needed now', async (text, about) => {
    await putBooking(counter, hanako, 2);
    await hanako.says(text);
    expect(await heard()).toEqual([about]);
  });

  test('行けない on the day uses it, on another day it needs none', async () => {
    const today = await putBooking(counter, hanako, 180);
    await hanako.taps({ event: 'absence.told', booking: today.id });
    expect(await heard()).toEqual(['absence']);
    await counter.prisma.bookingStep.deleteMany();
    await counter.prisma.booking.deleteMany();
    const later = await putBooking(counter, hanako, 3 * 24 * 60);
    // It waits for the next word of staff, which costs nothing.
    expect(await hanako.taps({ event: 'absence.told', booking: later.id })).toMatch(claims);
    expect(await staff.news()).toEqual([]);
    expect(await waiting()).toBe(line(later, '行けないと連絡がありました'));
  });

  test('遅れます is left to what is above it, and she is told to call', async () => {
    await putBooking(counter, hanako, 2);
    const answer = await hanako.says('遅れます');
    expect(answer).toContain(cannot);
    expect(answer).not.toMatch(claims);
    const news = await staff.news();
    expect(news.map(({ about, counted }) => [about, counted])).toEqual([['late', undefined]]);
    expect(await waiting()).toBe('');
  });

  test.each([
    ['もしもし', '相談の時間にメッセージがありました'],
    ['電話番号が変わりました', '電話番号のことで連絡がありました'],
  ])('%s needs none: it is told with the next word of staff, and she knows', async (text, title) => {
    const booking = await putBooking(counter, hanako, 2);
    expect(await saysEach(text)).toEqual([true]);
    expect(await staff.news()).toEqual([]);
    expect(await waiting()).toBe(line(booking, title));
  });

  test('one person uses no more of it than of other messages: two a minute, six a day', async () => {
    await putBooking(counter, hanako, 2);
    expect(await saysEach('つながらない', '電話にしてください', '音が聞こえない')).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('with fewer left than the group has members nothing is claimed', async () => {
    used = 200 - members + 1;
    await putBooking(counter, hanako, 2);
    expect(await saysEach('つながらない')).toEqual([false]);
  });

  test('of several admin chats all are counted, for all of them are told', async () => {
    await counter.prisma.adminChat.create({
      data: { chatId: `Cmore${turns}`, enrolledAt: counter.clock.now() },
    });
    used = 200 - 2 * members + 1;
    await putBooking(counter, hanako, 2);
    expect(await saysEach('つながらない')).toEqual([false]);
    used -= 1;
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 2));
    expect(await saysEach('つながらない')).toEqual([true]);
  });
});

describe('what is on its way already counts', () => {
  test('several messages within a moment: staff get each one of which she is told so', async () => {
    await putBooking(counter, hanako, 2);
    const texts = ['つながらない', '電話にしてください', '遅れます', '音が聞こえない'];
    await counter.hear(...texts.map((text) => hanako.event({ type: 'text', text })));
    const told = (await hanako.news()).filter(({ messages }) => claims.test(JSON.stringify(messages)));
    expect(told).toHaveLength(2);
    expect(await heard()).toHaveLength(2);
  });

  test('the last ones of the month are promised once', async () => {
    limit = 200;
    used = 200 - members;
    const momoko = counter.visitor(`Umomoko${turns}`);
    await momoko.follows();
    await putBooking(counter, hanako, 2);
    await putBooking(counter, momoko, 2);
    const said = [await hanako.says('つながらない'), await momoko.says('つながらない')];
    expect(said.map((answer) => claims.test(answer))).toEqual([true, false]);
  });

  test('and what a turn that failed would have sent does not', async () => {
    limit = 200;
    used = 200 - members;
    await putBooking(counter, hanako, 2);
    const { database, services, clock, log } = counter;
    const incoming = hanako.event({ type: 'text', text: 'つながらない' });
    // No such job: what it did is taken back at its very end.
    const job = {
      id: uuidv7(),
      key: hanako.chatId,
      data: {},
      attempt: 0,
      dueAt: clock.now(),
      lastOutput: null,
    };
    await expect(
      runBatch([{ job, incoming, asked: {} }], { database, services, clock, log, quota }),
    ).rejects.toThrow();
    expect(quota.suffices([staff.chatId], true)).toBe(true);
    expect(await saysEach('つながらない')).toEqual([true]);
  });
});

describe('that the messages are used up', () => {
  const note = () => noteQuota(counter.prisma, uuidv7(), counter.clock.now());
  const moveTo = (at: Date) => counter.clock.moveTo(at);

  test('holds longer than a day, until LINE takes a push again', async () => {
    await moveTo(instant(dayOf(addDays(monthAhead(), 3)), '10:05'));
    await note();
    await moveTo(addHours(counter.clock.now(), 49));
    await putBooking(counter, hanako, 2);
    expect(await saysEach('つながらない')).toEqual([false]);
    await notePushTaken(counter.prisma);
    expect(await saysEach('つながらない')).toEqual([true]);
    await note();
    expect(await saysEach('電話にしてください')).toEqual([false]);
  });

  test('is over with the month in Japan', async () => {
    const first = dayOf(monthAhead());
    await moveTo(instant(businessDayBefore(first, counter.office, []), '15:05'));
    await note();
    await putBooking(counter, hanako, 7);
    expect(await saysEach('つながらない')).toEqual([false]);
    await counter.prisma.bookingStep.deleteMany();
    await counter.prisma.booking.deleteMany();
    await moveTo(instant(businessDayAfter(addCalendarDays(first, -1), counter.office, []), '10:05'));
    await putBooking(counter, hanako, 7);
    expect(await saysEach('つながらない')).toEqual([true]);
    await note();
    expect(await saysEach('電話にしてください')).toEqual([false]);
  });

  /** The first of the next month. */
  function monthAhead(): Date {
    const [year = 0, month = 0] = dayOf(counter.clock.now()).split('-').map(Number);
    return new Date(Date.UTC(year, month, 1));
  }
});

test('what was promised is counted with all else because of her, on her day in Japan', async () => {
  await putBooking(counter, hanako, 2);
  await saysEach('つながらない');
  const counted = await counter.prisma.pushCount.findUniqueOrThrow({ where: { chatId: hanako.chatId } });
  expect([counted.count, counted.day]).toEqual([1, asDateColumn(dayOf(counter.clock.now()))]);
});
