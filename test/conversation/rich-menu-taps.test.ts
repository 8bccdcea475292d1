// What the rich menu can ask besides the buttons in the chat: 準備リスト, and つながらない that names no booking.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { putBooking } from './bookings-of.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let hanako: Visitor;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
beforeEach(() => {
  hanako = counter.visitor(`U-${uuidv7()}`);
});

const preparation = { event: 'preparation.asked' };
const trouble = { event: 'trouble.asked' };
const phone = '053-454-1910';

/** One of hers that starts so many minutes from now. */
const hasBooking = (
  ...how: Parameters<typeof putBooking> extends [unknown, unknown, ...infer R] ? R : never
) => putBooking(counter, hanako, ...how);

const troubles = (id: string) =>
  counter.prisma.bookingStep.count({ where: { bookingId: id, event: 'trouble' } });

describe('準備リスト', () => {
  test('says what to prepare, with the phone and the way on, in the first message of all too', async () => {
    const answer = await hanako.taps(preparation);
    for (const words of [
      'Zoomアプリを入れて、最新に',
      phone,
      '[Zoomの準備]',
      '[予約を見る]',
      '[電話する',
      '[メニュー]',
    ])
      expect(answer).toContain(words);
    expect(answer).not.toContain('何をしますか');
  });

  test('in the middle of the form leaves the open question as it was, tapped or typed', async () => {
    await fillIn(hanako, 'jobNumber');
    const before = await counter.saved(hanako.chatId);
    for (const ask of [() => hanako.taps(preparation), () => hanako.says('準備リスト')]) {
      const answer = await ask();
      expect(answer.indexOf('Zoomアプリを入れて、最新に')).toBeLessThan(answer.indexOf('電話番号を送って'));
      expect(answer).toContain('[電話する');
      const { value, step, context } = (await counter.saved(hanako.chatId)) ?? {};
      expect({ value, step, context }).toEqual({
        value: before?.value,
        step: before?.step,
        context: before?.context,
      });
    }
    expect(await hanako.says('090-1234-5678')).toContain('希望の日を選んでください');
  });
});

describe('つながらない without a booking named', () => {
  test('reaches staff when her consultation is about to begin, once, tapped or typed', async () => {
    await hanako.follows();
    const { id } = await hasBooking(10);
    expect(await hanako.taps(trouble)).toContain('職員に伝えました');
    expect(await hanako.says('つながらない')).toContain('もう伝えてあります');
    expect(await troubles(id)).toBe(1);
    const news = (await counter.sentTo('C1')).filter(({ about }) => about === 'trouble');
    expect(news).toHaveLength(1);
  });

  test('is about the consultation under way, not about a later one', async () => {
    await hanako.follows();
    const later = await hasBooking(3 * 24 * 60);
    const now = await hasBooking(-10, { state: 'inProgress' });
    expect(await hanako.taps(trouble)).toContain('職員に伝えました');
    expect([await troubles(now.id), await troubles(later.id)]).toEqual([1, 0]);
  });

  test('long before the start tells when to press it, and leaves staff in peace', async () => {
    await hanako.follows();
    const { id } = await hasBooking(3 * 24 * 60);
    const answer = await hanako.taps(trouble);
    expect(answer).toContain('開始時間になったら');
    expect(answer).toContain(phone);
    expect(await troubles(id)).toBe(0);
  });

  test.each([
    ['without any booking', null],
    ['with a request that is not confirmed', 'requested'],
    ['with a booking that was cancelled', 'cancelled'],
  ] as const)('%s, she is told kindly, with 予約を見る and 電話する', async (_, state) => {
    await hanako.follows();
    if (state !== null) await hasBooking(10, { state });
    const answer = await hanako.says('つながらない');
    for (const words of ['確定した相談がありません', '[予約を見る]', '[電話する', phone])
      expect(answer).toContain(words);
  });

  test('never tells staff of somebody else’s consultation', async () => {
    await hanako.follows();
    const { id } = await hasBooking(10);
    const other = counter.visitor(`U-${uuidv7()}`);
    expect(await other.taps(trouble)).toContain('確定した相談がありません');
    expect(await troubles(id)).toBe(0);
  });

  test('in the middle of the form is answered, and the open question stands', async () => {
    await fillIn(hanako, 'name');
    const before = await counter.saved(hanako.chatId);
    const answer = await hanako.taps(trouble);
    expect(answer).toContain('確定した相談がありません');
    expect(answer).toContain('[予約を見る]');
    expect(answer).toContain('求職番号を送って');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ value: before?.value, step: before?.step });
  });
});

test('Who comes back after a block gets the menu of her day looked at, for LINE took none meanwhile', async () => {
  await hanako.follows();
  const { id } = await hasBooking(10);
  const timers = () =>
    counter.prisma.$queryRaw`SELECT 1 FROM pgboss.job WHERE name = 'timers' AND singleton_key = ${id}`;
  await hanako.unfollows();
  expect(await timers()).toHaveLength(0);
  await hanako.follows(true);
  expect(await timers()).toHaveLength(1);
  await hanako.says('メニュー');
  expect(await timers()).toHaveLength(1);
});
