// Two staff, one request: what the second of them is told.

import { addMinutes, addSeconds } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { timeOf } from '../../src/core/jst.ts';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
beforeAll(async () => {
  counter = await openCounter();
  const now = counter.clock.now();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: now } });
  for (const [name, meetingId] of [
    ['相談室A', '81234567890'],
    ['相談室B', '81234567891'],
  ] as const) {
    const room = { name, numbers: { meetingId, passcode: 'hama2026' }, newId: uuidv7() };
    await counter.prisma.$transaction((tx) => putRoom(tx, counter.database.sealer, room, now));
  }
});
afterAll(() => counter.close());

// The same group, seen by two of its members; LINE names them 職員1 and 職員2 here.
let first: Visitor;
let second: Visitor;
let hanako: Visitor;
let people = 0;
beforeEach(async () => {
  people += 1;
  first = counter.visitor('C1', 'group', 'U-clerk-1');
  second = counter.visitor('C1', 'group', 'U-clerk-2');
  hanako = counter.visitor(`U${people}`);
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
});

async function confirm() {
  const card = { confirm: await first.tapOf('確定する'), decline: await first.tapOf('お断りする') };
  await first.presses('確定する');
  expect(await first.presses('相談室A')).toContain('職員1さんが確定しました');
  const minutes = [0, 1].map((late) => timeOf(addMinutes(counter.clock.now(), -late)));
  return {
    ...card,
    told: new RegExp(`職員1さんが(${minutes.join('|').replaceAll('|0', '|0?')})に確定済みです`),
  };
}

/** The same button is answered again. */
const later = () => counter.clock.moveTo(addSeconds(counter.clock.now(), 11));

test('the button of a card that a colleague settled tells by whom and when', async () => {
  const card = await confirm();
  await later();
  expect(await second.taps(card.confirm)).toMatch(card.told);
  expect(await second.taps(card.decline)).toMatch(card.told);
});

test('a button that two of them press at once has one answer', async () => {
  const confirm = await first.tapOf('確定する');
  expect(await first.taps(confirm)).toContain('会議室を選んでください');
  expect(await second.taps(confirm)).toBe('');
  const room = await first.tapOf('相談室A');
  expect(await second.taps(room)).toContain('職員2さんが確定しました');
  expect(await first.taps(room)).toBe('');
  await later();
  expect(await first.taps(room)).toMatch(/職員2さんが.+に確定済みです/);
});

test('the numbers of a card that a colleague settled tell the same', async () => {
  await first.says(`番号 ${await receipt()} 123 4567 8901 abc123`);
  const numbers = await second.tapOf('この番号で確定する');
  expect(await first.taps(numbers)).toContain('職員1さんが確定しました');
  await later();
  expect(await second.taps(numbers)).toMatch(/職員1さんが.+に確定済みです/);
  expect(await second.says(`番号 ${await receipt()} 123 4567 8901 abc124`)).toContain(
    'この番号を送り直しますか',
  );
});

test('that stays so after she has told us that she cannot come', async () => {
  const card = await confirm();
  await counter.minutePasses();
  expect(await hanako.presses('行けないことを伝える')).toContain('職員に伝えました');
  await later();
  expect(await second.taps(card.decline)).toMatch(card.told);
});

test('a request that she withdrew is told as hers', async () => {
  const card = await first.tapOf('確定する');
  await hanako.presses('申し込みを取り下げる');
  await hanako.presses('取り下げる');
  const answer = await second.taps(card);
  expect(answer).toContain('利用者の方が');
  expect(answer).toContain('取り下げ済みです');
});

test('a request that she moved is not decided by its old card', async () => {
  const old = await first.tapOf('確定する');
  await hanako.presses('日時を選び直す');
  await hanako.says('もう一度');
  await hanako.presses((await daysShown())[0] ?? '');
  await hanako.presses('11:00');
  await hanako.presses('この内容で申し込む');
  expect(await second.taps(old)).toContain('日時を変えました');
  expect(await second.presses('確定する')).toContain('会議室を選んでください');
});

/** Of the request that came last. */
async function receipt(): Promise<string> {
  const newest = await counter.prisma.booking.findFirstOrThrow({ orderBy: { number: 'desc' } });
  return receiptOf(newest);
}

async function daysShown(): Promise<string[]> {
  const text = await hanako.says('もう一度');
  return [...text.matchAll(/\[(\d+月\d+日\(.\))\]/g)].map(([, label = '']) => label);
}

test('a card whose request nobody knows says so', async () => {
  const forged = { event: 'confirm.asked', booking: '0190a6e0-0000-7000-8000-000000000001', version: '1' };
  expect(await first.taps(forged)).toContain('記録にありません');
});

test('連絡先を見る brings the address of a page, and decides nothing', async () => {
  expect(await first.presses('連絡先を見る')).toContain('10分たつと、見られなくなります');
  const link = (await counter.sentTo('C1')).flatMap(({ messages }) => messages).at(-1);
  const [button] = link?.kind === 'card' ? (link.buttons ?? []) : [];
  expect(button).toMatchObject({
    link: expect.stringMatching(/^https:\/\/counter\.example\/contact\/[\w-]{43}$/),
  });
  expect(await second.presses('確定する')).toContain('会議室を選んでください');
});
