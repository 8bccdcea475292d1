// Whoever took part in a consultation is asked once how it was, beside the answer to whatever that person sends next.
import { addDays, addMinutes } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Booking, BookingState } from '../../src/db/generated/client.ts';
import { closeBooking } from '../../src/timers/close-booking.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let clerk: Visitor;
let hanako: Visitor;
let visitors = 0;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
  clerk = counter.visitor('C1', 'group', 'U-clerk-1');
});
afterAll(() => counter.close());
beforeEach(async () => {
  visitors += 1;
  hanako = counter.visitor(`U${visitors}`);
  await hanako.follows();
});

const pass = (minutes: number) => counter.clock.moveTo(addMinutes(counter.clock.now(), minutes));
const record = async ({ id }: Booking, outcome: string, correct = false) => {
  const { version } = await counter.prisma.booking.findUniqueOrThrow({ where: { id } });
  const facts = { booking: id, version: String(version), outcome };
  await clerk.does({
    type: 'tap',
    tap: correct
      ? { event: 'outcome.corrected', ...facts, reason: 'wrongRow' }
      : { event: 'outcome.recorded', ...facts },
  });
};
const close = ({ id }: Booking) =>
  counter.prisma.$transaction((tx) => closeBooking(tx, id, { now: counter.clock.now() }));

/** One that began five minutes ago, as staff record it; an hour later it is over. */
async function tookPlace(outcome = 'attended'): Promise<Booking> {
  const booking = await putBooking(counter, hanako, -5);
  await record(booking, outcome);
  await pass(60);
  await close(booking);
  return booking;
}
const asks = 'お役に立ちましたか';
const opinionOf = ({ id }: Booking) => counter.prisma.opinion.findUnique({ where: { bookingId: id } });

describe('who took part', () => {
  test.each(['attended', 'byPhone'])(
    '(%s) is asked once, before the answer, and nothing is pushed',
    async (outcome) => {
      const heard = (await counter.sentTo(hanako.chatId)).length;
      await tookPlace(outcome);
      expect(await counter.sentTo(hanako.chatId, heard)).toEqual([]);
      const answer = await hanako.says('予約を見る');
      expect(answer).toContain(asks);
      expect(answer.indexOf(asks)).toBeLessThan(answer.indexOf('相談は終わりました'));
      expect(answer).toMatch(/\[役に立った\].*\[もう少し\].*\[相談を申し込む\]/s);
      expect(await hanako.says('予約を見る')).not.toContain(asks);
    },
  );

  test('and says thanks is thanked first', async () => {
    await tookPlace();
    const answer = await hanako.says('ありがとうございました');
    expect(answer.indexOf('こちらこそ')).toBeLessThan(answer.indexOf(asks));
    expect(answer).toContain(asks);
  });

  test('answers with one tap, which can be changed, and hears where else to turn', async () => {
    const booking = await tookPlace();
    await hanako.says('メニュー');
    expect(await hanako.presses('役に立った')).toContain('ありがとうございます');
    expect(await opinionOf(booking)).toMatchObject({ opinion: 'useful' });
    expect(await hanako.presses('もう少し')).toContain('お電話でお聞かせください');
    expect(await opinionOf(booking)).toMatchObject({ opinion: 'more' });
  });

  test('has the date of the next one instead of the way to ask for one', async () => {
    await tookPlace();
    await putBooking(counter, hanako, 7 * 24 * 60);
    const answer = await hanako.says('メニュー');
    expect(answer).toContain('次の予定は、');
    expect(answer.slice(0, answer.indexOf('次の予定は、') + 200)).toContain('[もう少し]');
  });

  test.each([['whose use is put off', { suspendedReason: 'noShows' }]])(
    '%s has no way to ask for the next one on that card',
    async (_, data) => {
      await tookPlace();
      await counter.prisma.person.update({ where: { chatId: hanako.chatId }, data });
      const [card] = (await hanako.says('メニュー')).split('メニュー');
      expect(card).toContain(asks);
      expect(card).not.toContain('[相談を申し込む]');
    },
  );
});

describe('nobody is asked', () => {
  test('while the consultation lasts; afterwards that person is', async () => {
    const booking = await putBooking(counter, hanako, -5);
    await record(booking, 'attended');
    expect(await hanako.says('予約を見る')).not.toContain(asks);
    await pass(60);
    await close(booking);
    expect(await hanako.says('予約を見る')).toContain(asks);
  });

  test('in the middle of something else: beginning a form, or a question that is open', async () => {
    await tookPlace();
    expect(await hanako.says('相談を申し込む')).not.toContain(asks);
    expect(await hanako.says('なぜ?')).not.toContain(asks);
    expect(await hanako.says('やめる')).not.toContain(asks);
    expect(await hanako.says('メニュー')).toContain(asks);
  });

  test('who has written of danger meanwhile, then or later', async () => {
    await tookPlace();
    expect(await hanako.says('消えてしまいたい')).not.toContain(asks);
    expect(await hanako.says('予約を見る')).not.toContain(asks);
  });

  test.each(['missed', 'absent'])('of whom staff have recorded (%s) that nobody came', async (outcome) => {
    const booking = await putBooking(counter, hanako, -12);
    await record(booking, outcome);
    await pass(60);
    expect(await hanako.says('メニュー')).not.toContain(asks);
  });

  test('once staff have found the record wrong', async () => {
    const booking = await tookPlace();
    await record(booking, 'missed', true);
    expect(await hanako.says('メニュー')).not.toContain(asks);
  });

  test('so late that it is forgotten', async () => {
    await tookPlace();
    await counter.clock.moveTo(addDays(counter.clock.now(), 15));
    expect(await hanako.says('メニュー')).not.toContain(asks);
  });
});

test.each<[string, BookingState]>([
  ['of somebody else', 'done'],
  ['that was never asked about', 'done'],
  ['that did not take place', 'noShow'],
])('a button of a consultation %s keeps nothing', async (whose, state) => {
  const other = counter.visitor(`U-other-${visitors}`);
  await other.follows();
  const booking = await putBooking(counter, whose === 'of somebody else' ? other : hanako, -120, { state });
  if (whose !== 'that was never asked about')
    await counter.prisma.opinion.create({ data: { bookingId: booking.id, askedAt: counter.clock.now() } });
  const tap = { event: 'opinion.given', booking: booking.id, opinion: 'useful' };
  expect(await hanako.does({ type: 'tap', tap })).toContain('受け付けていません');
  expect((await opinionOf(booking))?.opinion ?? null).toBeNull();
});
