// A text that is too long to be an answer: told so kindly, and nothing is lost by it. What must never be passed over
// is still read.
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { longestAnswer } from '../../src/conversation/long-text.ts';
import { listenTo, putBooking, stepsOf } from './bookings-of.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let hanako: Visitor;
beforeAll(async () => {
  counter = await openCounter();
  await counter.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: counter.clock.now() } });
});
afterAll(() => counter.close());
beforeEach(async () => {
  hanako = counter.visitor(`U-${uuidv7()}`);
});

const story = '子育てをしながら働ける職場をさがしています。';
const filled = (start: string, length: number): string => start.padEnd(length, story);
const tooLong = '長い文章は、こちらでは読み取れません。';

describe('a text of more than a thousand units', () => {
  test('is no name: she is told so, and the question stands as it stood', async () => {
    await fillIn(hanako, 'eligible');
    const told = await hanako.says(`${'はい、'.repeat(800)}${'。'.repeat(2500)}佐`);
    expect(told).toContain(tooLong);
    expect(told).toContain('短く分けて');
    expect(told).toContain('氏名を送ってください');
    expect(await hanako.says('佐藤花子')).toContain('求職番号');
  });

  test('starts nothing and agrees to nothing, whatever word it begins with', async () => {
    const alone = (word: string) => word.padEnd(longestAnswer + 1, '。');
    await hanako.follows();
    expect(await hanako.says(alone('相談を申し込む'))).toContain(tooLong);
    await hanako.presses('相談を申し込む');
    expect(await hanako.says(alone('同意する'))).toContain(tooLong);
    expect(await hanako.says('同意する')).toContain('当てはまりますか');
  });

  test('is an answer while it is as long as the longest', async () => {
    await fillIn(hanako, 'eligible');
    const spaces = ' '.repeat(longestAnswer - '佐藤花子'.length);
    expect(await hanako.says(`佐藤花子${spaces}`)).toContain('求職番号');
  });

  test.each([
    ['at a question', (one: Visitor) => fillIn(one, 'eligible')],
    ['at the counter', (one: Visitor) => one.follows()],
    ['from somebody nobody knows yet', () => undefined],
  ])('is still read for words of danger, %s', async (_, stands) => {
    await stands(hanako);
    const told = await hanako.says(
      `${filled('聞いてください。', 4000)}夫に殴られています。${filled('', 900)}`,
    );
    expect(told).toContain('つらいなか、知らせてくださりありがとうございます');
    expect(told).toContain('110');
    expect(told).not.toContain(tooLong);
  });

  test('is a sign of life at the hour of a consultation', async () => {
    await hanako.follows();
    const { id } = await putBooking(counter, hanako, 10);
    const staffHear = listenTo(() => counter, 'C1');
    await staffHear();
    expect(await hanako.says(filled('いま準備をしています。', 3000))).toContain('ご連絡ありがとうございます');
    expect(await stepsOf(counter, id)).toContain('contact');
    expect(await staffHear()).not.toBe('');
  });

  test('of staff is still read for the numbers of an invitation, and is no command', async () => {
    await hanako.follows();
    const booking = await putBooking(counter, hanako, 3 * 24 * 60, { state: 'requested', version: 1 });
    const clerk = counter.visitor('C1', 'group', 'U-clerk-1');
    await clerk.says('承認待ち');
    expect(await clerk.says('承認待ち'.padEnd(longestAnswer + 1, '。'))).toBe('');
    const read = await clerk.says(
      `番号 ${receiptOf(booking)}\n${filled('', 3000)}\nミーティング ID: 851 2345 6789\nパスコード: haMa26\n${filled('', 1000)}`,
    );
    expect(read).toContain('851 2345 6789');
    expect(read).toContain('haMa26');
  });
});
