// What people type where the form asks for something, word for word, and what they hear.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Counter, fillIn, openCounter, type Visitor } from './desk.ts';

let counter: Counter;
let hanako: Visitor;
let chats = 0;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());
beforeEach(() => {
  chats += 1;
  hanako = counter.visitor(`U${chats}`);
});

describe('at the name', () => {
  test.each([
    ['よろしくお願いします', 'ハローワークに登録した書き方'],
    ['了解', 'ハローワークに登録した書き方'],
    ['えっと', 'ハローワークに登録した書き方'],
    ['今忙しいのであとでやります', '続きから申し込めます'],
    ['言いたくない', '053-454-1910'],
    ['電話ないです', '氏名だけを送ってください'],
    ['asdf123', '数字が入っているようです'],
  ])('「%s」 is no name, and the question stands', async (text, helps) => {
    await fillIn(hanako, 'eligible');
    const answer = await hanako.says(text);
    expect(answer).toContain(helps);
    expect(answer).toContain('氏名を送ってください。');
    expect(await counter.saved(hanako.chatId)).toMatchObject({ value: { name: 'asking' } });
  });

  test.each(['わたしの名前は申込花子です', '申込花子です、よろしくお願いします'])(
    '「%s」 is 申込花子',
    async (text) => {
      await fillIn(hanako, 'eligible');
      await hanako.says(text);
      await hanako.says('22020-1234567');
      const days = await hanako.says('090-1234-5678');
      const [, day = ''] = /\[(\d+月\d+日\(.\))\]/.exec(days) ?? [];
      const times = await hanako.presses(day);
      await hanako.presses(/\[(\d+:\d\d)\]/.exec(times)?.[1] ?? '');
      expect(await hanako.presses('いない')).toMatch(/氏名\n?[:： ]*申込花子\n/);
    },
  );
});
