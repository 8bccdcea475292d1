// Somebody cannot get in: one of the staff says so, others read who; what staff decided is said to be told once LINE has taken it.
import { addMinutes } from 'date-fns';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteAccepted } from '../../src/records/told-decisions.ts';
import { putBooking } from '../conversation/bookings-of.ts';
import { type Counter, openCounter, type Visitor } from '../conversation/counter.ts';
import { pushedWhile } from '../conversation/next-word.ts';

let counter: Counter;
let suzuki: Visitor;
let ito: Visitor;
beforeAll(async () => {
  counter = await openCounter();
  for (const chatId of ['C1', 'C2'])
    await counter.prisma.adminChat.create({ data: { chatId, enrolledAt: counter.clock.now() } });
  suzuki = counter.visitor('C1', 'group', 'U-clerk-1');
  ito = counter.visitor('C2', 'group', 'U-clerk-2');
});
afterAll(() => counter.close());

const later = (minutes: number) => counter.clock.moveTo(addMinutes(counter.clock.now(), minutes));
const bookingOf = (number: number) => counter.prisma.booking.findUniqueOrThrow({ where: { number } });
const helpOf = async (number: number) => ({ event: 'help.taken', booking: (await bookingOf(number)).id });
const recordOf = async (number: number, outcome: string) => {
  const { id: booking, version } = await bookingOf(number);
  return { event: 'outcome.recorded', booking, version: String(version), outcome };
};
const card = (number: number) => suzuki.says(String(number).padStart(4, '0'));

test('対応します says who is at it to whoever presses later, and leads to what can be recorded', async () => {
  const hanako = counter.visitor('U-help');
  await hanako.follows();
  const { id, version } = await putBooking(counter, hanako, -3);
  await hanako.says('入れない');
  const first = await suzuki.presses('対応します');
  expect(first).toContain('職員1さんが対応中');
  expect(first).toMatch(/\[入れました\]\n\[電話で実施\]/);
  expect(await ito.presses('対応します')).toContain('職員1さんが対応中');
  const after = await counter.prisma.booking.findUniqueOrThrow({ where: { id } });
  expect([after.version, after.state]).toEqual([version, 'confirmed']);
  expect(await counter.prisma.bookingStep.count({ where: { bookingId: id, event: 'helping' } })).toBe(1);
  expect(await ito.presses('入れました')).toContain('記録しました');
  await later(1);
  expect(await suzuki.presses('対応します')).not.toContain('対応中');
});

test('the day and the card of the booking say so too, until it goes on or she got in', async () => {
  const mizuki = counter.visitor('U-shown');
  await mizuki.follows();
  const { number } = await putBooking(counter, mizuki, -2);
  await mizuki.says('つながらない');
  expect(await suzuki.says('今日')).toMatch(/確定・[^\n]*つながらない \d+:\d\d(?:\n|$)/);
  await card(number);
  await suzuki.taps(await helpOf(number));
  expect(await suzuki.says('今日')).toMatch(/つながらない \d+:\d\d・職員1さんが対応中/);
  expect(await card(number)).toMatch(/連絡 つながらない \d+:\d\d\n対応 職員1さんが対応中 \d+:\d\d/);
  await later(10);
  await card(number);
  await ito.taps(await recordOf(number, 'missed'));
  expect(await card(number)).toMatch(/^連絡なし\n(?:.*\n)*対応 職員1さんが対応中/);
  await later(1);
  await ito.taps(await recordOf(number, 'attended'));
  expect(await card(number)).not.toMatch(/対応中|つながらない/);
});

test.each([
  ['だれもいません', 'Zoomで待っている'],
  ['音が聞こえません', '音や画面で困っている'],
  ['電話ください', 'お電話を希望'],
])('「%s」 stands there as 「%s」, until she got in', async (text, shown) => {
  const kana = counter.visitor(`U-kind-${shown}`);
  await kana.follows();
  const { number } = await putBooking(counter, kana, -2);
  await kana.says(text);
  expect(await card(number)).toContain(`連絡 ${shown}`);
  await later(1);
  await kana.says('入れました');
  expect(await card(number)).not.toContain(`連絡 ${shown}`);
});

test('whoever could not get in again is helped anew', async () => {
  const momoko = counter.visitor('U-again');
  await momoko.follows();
  await putBooking(counter, momoko, -3);
  await momoko.says('入れない');
  await suzuki.presses('対応します');
  await later(1);
  await momoko.says('入れました');
  await later(1);
  expect(await ito.presses('対応します')).toContain('職員2さんが対応中');
});

describe('after 入れました', () => {
  /** Helped and let in, a minute ago. */
  async function letIn(chatId: string) {
    const person = counter.visitor(chatId);
    await person.follows();
    const { id, number } = await putBooking(counter, person, -3);
    await person.says('つながらない');
    await suzuki.presses('対応します');
    await suzuki.presses('入れました');
    await later(1);
    return { person, id, number };
  }

  test.each([
    ['つながらない', 'Zoomに入れない方がいます'],
    ['電話ください', 'お電話をご希望の方がいます'],
    ['音が聞こえません', '音や画面で困っている'],
  ])('「%s」 is pushed like the first time, and once', async (text, title) => {
    const { person } = await letIn(`U-again-${title}`);
    let hers = '';
    const says = async () => (hers = await person.says(text));
    const card = await pushedWhile(counter, says);
    expect(card).toContain(title);
    expect(card).toContain('[対応します]');
    expect(hers).toContain('職員に伝えました');
    expect(await pushedWhile(counter, says)).toBe('');
    expect(hers).toContain('伝えてあります');
  });

  test('whoever helps then stands on the card of the booking, until 入れました is pressed once more', async () => {
    const { person, id, number } = await letIn('U-once-more');
    await person.says('つながらない');
    expect(await ito.presses('対応します')).toContain('職員2さんが対応中');
    expect(await card(number)).toMatch(/連絡 つながらない \d+:\d\d\n対応 職員2さんが対応中/);
    expect(await ito.presses('入れました')).toContain('記録しました');
    expect(await card(number)).not.toMatch(/対応中|つながらない/);
    const { state } = await counter.prisma.booking.findUniqueOrThrow({ where: { id } });
    expect(state).toBe('inProgress');
    await later(1);
    expect(await pushedWhile(counter, () => person.says('また入れない'))).toContain('Zoomに入れない');
  });

  test('「今入りました」 is no news, and is not said to have been told', async () => {
    const { person } = await letIn('U-in-at-last');
    expect(await person.says('今入りました')).not.toMatch(/伝え/);
  });

  test('taken back, 「つながらない」 is news too, and whoever was at it still is', async () => {
    const { person, number } = await letIn('U-taken-back');
    await card(number);
    await suzuki.taps(await recordOf(number, 'reopened'));
    await suzuki.presses('予約をまちがえた');
    expect(await card(number)).toContain('職員1さんが対応中');
    expect(await pushedWhile(counter, () => person.says('つながらない'))).toContain('Zoomに入れない');
  });
});

test('the card says that a decision was sent once LINE has taken it, never before, and so does the next answer in that chat', async () => {
  const aiko = counter.visitor('U-told');
  await aiko.follows();
  const { id, number } = await putBooking(counter, aiko, 3 * 24 * 60);
  await card(number);
  await suzuki.presses('キャンセル');
  expect(await suzuki.presses('ご本人から')).toContain('お知らせ まだしていません');
  await counter.minutePasses();
  expect(await card(number)).not.toContain('お知らせ');
  await noteAccepted(counter.prisma, id, 'cancelled', counter.clock.now());
  const sent = 'ご本人へのお知らせを、LINEで送りました。';
  expect(await suzuki.says('おつかれさまです')).not.toContain(sent);
  expect(await ito.says('承認待ち')).not.toContain(sent);
  const told = await card(number);
  expect(told).toMatch(/LINEで送りました。\n・\d{4}-\d{4}\(\d+:\d\d\)/);
  expect(await suzuki.says('承認待ち')).not.toContain(sent);
  expect(told).toMatch(/お知らせ 送りました \d+:\d\d/);
  expect(told).toContain('キャンセル');
});

test('and that it did not arrive, until staff have told it by telephone', async () => {
  const yuki = counter.visitor('U-lost');
  await yuki.follows();
  const { id, number, personId } = await putBooking(counter, yuki, 4 * 24 * 60);
  await card(number);
  await suzuki.presses('キャンセル');
  await suzuki.presses('ご本人から');
  await counter.minutePasses();
  const now = counter.clock.now();
  const call = { personId, bookingId: id, about: 'cancelled', reason: 'quota', createdAt: now, dueAt: now };
  await counter.prisma.call.create({ data: call });
  expect(await card(number)).toContain('お知らせ 届きません');
  await counter.prisma.call.updateMany({ data: { state: 'told', closedAt: now } });
  expect(await card(number)).toContain('お知らせ お電話でお伝えしました');
});

test('a chat that the account was removed from is told to the others with their next word; 「ヘルプ」 is a card of what can be pressed', async () => {
  await counter.hear(ito.event({ type: 'left' }));
  expect(await suzuki.says('はい')).toContain('アカウントが外れました');
  expect(await suzuki.says('はい')).toBe('');
  const help = await suzuki.says('ヘルプ');
  for (const part of [
    '[今日]',
    '[承認待ち]',
    '[お電話]',
    '[会議室]',
    '[休業 一覧]',
    '[招待]',
    '[通知 切]',
    'できないこと',
  ])
    expect(help).toContain(part);
  expect(await suzuki.presses('承認待ち')).toContain('承認待ちの申し込みはありません');
});
