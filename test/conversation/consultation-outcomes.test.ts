// What staff record of a consultation, when they can, and how a wrong record is put right.
import { addMinutes, addSeconds } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import type { BookingState } from '../../src/db/generated/client.ts';
import { closeBooking } from '../../src/timers/close-booking.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let first: Visitor;
let second: Visitor;
let hanako: Visitor;
let visitors = 0;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
beforeEach(async () => {
  visitors += 1;
  first = counter.visitor('C1', 'group', 'U-clerk-1');
  second = counter.visitor('C1', 'group', 'U-clerk-2');
  hanako = counter.visitor(`U${visitors}`);
  await hanako.follows();
  await later();
});

/** The same button is answered again. */
const later = () => counter.clock.moveTo(addSeconds(counter.clock.now(), 11));

/** A booking of hers that began so many minutes ago, as staff see its card. */
async function began(minutes: number, state: BookingState = 'confirmed') {
  const { id, ...booking } = await putBooking(counter, hanako, -minutes, { state });
  const receipt = receiptOf(booking);
  const stateNow = async () => (await counter.prisma.booking.findUniqueOrThrow({ where: { id } })).state;
  return { id, receipt, card: () => first.says(receipt), stateNow };
}

/** All whose bookings these are have one telephone number, so that their cards offer to join them too. */
const buttonsOf = (card: string): string[] =>
  [...card.matchAll(/\[([^\]]+)\]/g)].flatMap(([, label = '']) => (label === 'LINEとつなぐ' ? [] : [label]));

describe('the card of a confirmed booking', () => {
  test.each([
    ['a day before', -24 * 60, ['キャンセル', '日時を変える', '番号を直す', '連絡先を見る']],
    ['sixteen minutes before', -16, ['キャンセル', '日時を変える', '番号を直す', '連絡先を見る']],
    ['a quarter of an hour before', -15, ['来室', '電話で実施', '欠席(連絡あり)', '連絡先を見る']],
    ['nine minutes after the start', 9, ['来室', '電話で実施', '欠席(連絡あり)', '連絡先を見る']],
    ['ten minutes after it', 10, ['来室', '電話で実施', '連絡なし', '欠席(連絡あり)', '連絡先を見る']],
  ])('has %s the buttons of that hour', async (_, minutes, buttons) => {
    const { card } = await began(minutes);
    expect(buttonsOf(await card())).toEqual(buttons);
  });
});

describe('what staff record', () => {
  test.each([
    ['来室', 5, 'inProgress'],
    ['電話で実施', 5, 'byPhone'],
    ['連絡なし', 12, 'noShow'],
    ['欠席(連絡あり)', -10, 'absent'],
  ] as const)(
    '「%s」 stands on the card, with who and when, and the person hears nothing',
    async (label, minutes, state) => {
      const { card, stateNow } = await began(minutes);
      await card();
      const heard = (await counter.sentTo(hanako.chatId)).length;
      const answer = await first.presses(label);
      expect(answer).toContain('ご本人には、お知らせしません');
      expect(answer).toContain('職員1さん');
      expect(await stateNow()).toBe(state);
      expect(await counter.sentTo(hanako.chatId)).toHaveLength(heard);
    },
  );

  test('of two who press different buttons one wins, the other is told who was first', async () => {
    const { card, stateNow } = await began(12);
    await card();
    const [came, missed] = [await first.tapOf('来室'), await second.tapOf('連絡なし')];
    expect(await first.taps(came)).toContain('記録しました');
    expect(await second.taps(missed)).toMatch(/職員1さんが.+に「来室」にしています/);
    expect(await stateNow()).toBe('inProgress');
  });

  test('of what lies ahead is nothing, whatever is forged', async () => {
    const { id, stateNow } = await began(-60);
    const tap = { event: 'outcome.recorded', booking: id, version: '2', outcome: 'missed' };
    expect(await first.taps(tap)).not.toContain('記録しました');
    expect(await stateNow()).toBe('confirmed');
  });

  test('「やはり来室」 is kept where another booking has the room by now, which is that one’s from then on', async () => {
    const at = { meetingId: new Uint8Array(1), passcode: new Uint8Array(1), createdAt: counter.clock.now() };
    const { id: roomId } = await counter.prisma.zoomRoom.create({ data: { name: '相談室A', ...at } });
    const late = await began(12);
    await late.card();
    await first.presses('連絡なし');
    await counter.prisma.booking.update({ where: { id: late.id }, data: { roomId } });
    hanako = counter.visitor(`U${visitors}-other`);
    await hanako.follows();
    const other = await began(0);
    await counter.prisma.booking.update({ where: { id: other.id }, data: { roomId } });
    await later();
    await late.card();
    expect(await first.presses('やはり来室')).toContain('記録しました');
    expect(await late.stateNow()).toBe('inProgress');
    const { roomId: left } = await counter.prisma.booking.findUniqueOrThrow({ where: { id: late.id } });
    expect(left).toBeNull();
  });

  test('is nothing to a stranger', async () => {
    const { id, stateNow } = await began(5);
    const tap = { event: 'outcome.recorded', booking: id, version: '2', outcome: 'attended' };
    for (const stranger of [hanako, counter.visitor('C-other', 'group', 'U-stranger')])
      await stranger.taps(tap);
    expect(await stateNow()).toBe('confirmed');
  });
});

describe('what nobody recorded', () => {
  test('is 未記録 when its time is over, never 実施, until staff record it, days later too', async () => {
    const { id, card, stateNow } = await began(46);
    const now = counter.clock.now();
    await counter.prisma.$transaction((tx) => closeBooking(tx, id, { now }));
    expect(await stateNow()).toBe('unrecorded');
    expect(await first.says('今日')).toContain('未記録');
    expect(await card()).toMatch(/^未記録/);
    await counter.clock.moveTo(addMinutes(now, 2 * 24 * 60));
    await first.presses('来室');
    expect(await stateNow()).toBe('done');
  });

  test('is recorded by a card of before its end too, and by no card that a colleague has overtaken', async () => {
    const { id, card, stateNow } = await began(44);
    await card();
    const [missed, byPhone] = [await first.tapOf('連絡なし'), await second.tapOf('電話で実施')];
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 2));
    await counter.prisma.$transaction((tx) => closeBooking(tx, id, { now: counter.clock.now() }));
    expect(await first.taps(missed)).toContain('記録しました');
    expect(await stateNow()).toBe('noShow');
    expect(await second.taps(byPhone)).toMatch(/職員1さんが.+に「連絡なし」にしています/);
  });

  test('lets the person ask for the next one', async () => {
    const { id } = await began(46);
    await counter.prisma.$transaction((tx) => closeBooking(tx, id, { now: counter.clock.now() }));
    const other = hanako;
    expect(await other.presses('相談を申し込む')).not.toContain('まだ確定していません');
    await fillIn(counter.visitor(`${hanako.chatId}-2`), 'name');
  });
});

describe('a wrong record', () => {
  const reasons = ['予約をまちがえた', 'ボタンをまちがえた', 'あとでわかった'];

  test('「来室」 on the wrong line is taken back: the booking is confirmed as before', async () => {
    const { card, stateNow } = await began(5);
    await card();
    await first.presses('来室');
    expect(buttonsOf(await first.presses('記録を直す'))).toEqual(['電話で実施', '記録を取り消す']);
    await first.presses('記録を取り消す');
    expect(await stateNow()).toBe('inProgress');
    expect(await first.presses('予約をまちがえた')).toContain('記録を取り消しました');
    expect(await stateNow()).toBe('confirmed');
  });

  test.each(['byPhone', 'absent'] as const)('before the start, %s cannot become 連絡なし', async (state) => {
    await (await began(-5, state)).card();
    const choices = buttonsOf(await first.presses('記録を直す'));
    expect(choices).toContain('記録を取り消す');
    expect(choices).not.toContain('連絡なし');
  });

  test.each([
    [12, 'noShow', 'confirmed'],
    [-10, 'absent', 'confirmed'],
    [44, 'byPhone', 'confirmed'],
    [46, 'noShow', 'unrecorded'],
  ] as const)('%i minutes after the start, %s: taken back it is %s', async (minutes, state, after) => {
    const { card, stateNow } = await began(minutes, state);
    await card();
    await first.presses('記録を直す');
    await first.presses('記録を取り消す');
    await first.presses('ボタンをまちがえた');
    expect(await stateNow()).toBe(after);
  });

  test('taken back within its hour is 未記録 where its person has asked for another one since', async () => {
    const { card, stateNow } = await began(12, 'noShow');
    await began(-3 * 24 * 60, 'requested');
    await card();
    await first.presses('記録を直す');
    await first.presses('記録を取り消す');
    await first.presses('ボタンをまちがえた');
    expect(await stateNow()).toBe('unrecorded');
  });

  test('of days ago is put right, and what was recorded before stands in its history', async () => {
    const { id, card, stateNow } = await began(2 * 24 * 60, 'done');
    await card();
    const choices = buttonsOf(await first.presses('記録を直す'));
    expect(choices).toEqual(['電話で実施', '連絡なし', '欠席(連絡あり)', '記録を取り消す']);
    expect(buttonsOf(await first.presses('連絡なし'))).toEqual(reasons);
    expect(await stateNow()).toBe('done');
    const corrected = await first.presses('あとでわかった');
    expect(corrected).toMatch(/^連絡なし/);
    expect(corrected).toContain('理由 あとでわかった');
    expect(await stateNow()).toBe('noShow');
    await first.presses('やはり来室');
    await first.presses('ボタンをまちがえた');
    expect(await stateNow()).toBe('done');
    const steps = await counter.prisma.bookingStep.findMany({
      where: { bookingId: id },
      orderBy: { at: 'asc' },
    });
    expect(steps.map(({ event, from, to, reason }) => [event, from, to, reason])).toEqual([
      ['miss', 'done', 'noShow', 'foundOut'],
      ['attend', 'noShow', 'done', 'wrongButton'],
    ]);
  });

  test('needs no reason while the consultation lasts and the person comes, or is called, after all', async () => {
    for (const label of ['やはり来室', '電話で実施']) {
      const { card, stateNow } = await began(12, 'noShow');
      await card();
      expect(await first.presses(label)).toContain('記録しました');
      expect(await stateNow()).toBe(label === '電話で実施' ? 'byPhone' : 'inProgress');
      await later();
    }
  });

  test('is put right once: the reason that a second clerk picks finds it changed', async () => {
    const { card, stateNow } = await began(60, 'absent');
    await card();
    await first.presses('電話で実施');
    const [mine, hers] = [await first.tapOf('あとでわかった'), await second.tapOf('ボタンをまちがえた')];
    await first.taps(mine);
    expect(await second.taps(hers)).toMatch(/職員1さんが.+に「電話で実施」にしています/);
    expect(await stateNow()).toBe('byPhone');
  });

  test('stands in what was before on the card of the next booking', async () => {
    await began(10 * 24 * 60, 'absent');
    await began(20 * 24 * 60, 'done');
    const { card } = await began(5);
    expect(await card()).toContain('これまで 実施1・欠席1');
  });
});
