// Messages that hold an answer and something else: what counts is taken, and of the rest it is said that nobody has it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aFew, oneOfEach } from '../helpers/runs.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

const notKept = 'のほかに書かれたことは、受け取っていません。';

let counter: Counter;
let hanako: Visitor;
let chats = 0;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());
beforeEach(() => {
  chats += 1;
  hanako = counter.visitor(`U${String(chats).padStart(32, '0')}`);
});

describe('at the last look a correction with its answer', () => {
  test.each(
    aFew([
      ['電話番号ちがった 080-9999-8888です', '080-9999-8888'],
      ['携帯は０７０ー１１１１ー２２２２に直してください', '070-1111-2222'],
      ['名前間違えました。申込花美です', '申込花美'],
      ['氏名は申込花代です', '申込花代'],
      ['求職番号は22020-7654321が正しいです', '22020-7654321'],
      ['同席います', '同席する方 いる'],
      ['同席者あり', '同席する方 いる'],
      ['名前 申込花美です', '申込花美'],
      ['電話番号ちがう 080-1111-2222', '080-1111-2222'],
      ['電話番号が違う、080-1111-2222です', '080-1111-2222'],
      ['求職番号違う 22020-7654321', '22020-7654321'],
      ['電話番号変わった 080-1111-2222', '080-1111-2222'],
      ['名前の漢字ちがう 申込花代', '申込花代'],
      ['名前ちがう 申込花代', '申込花代'],
      ['漢字が違います 申込花代です', '申込花代'],
      ['氏名の字が間違ってる 申込花代', '申込花代'],
    ]),
  )('「%s」 is taken and shown', async (text, shown) => {
    await fillIn(hanako, 'review');
    const answer = await hanako.says(text);
    expect(answer).not.toContain(notKept);
    expect(answer).toContain('[この内容で申し込む]');
    expect(answer.replaceAll('\n', ' ')).toContain(shown);
  });

  test('that cannot be read opens the question', async () => {
    await fillIn(hanako, 'review');
    expect(await hanako.says('電話番号ちがった 080-9999')).toContain('電話番号を教えてください');
  });
});

describe('what is written beside', () => {
  test('the answer about a companion is not kept, and that is said', async () => {
    await fillIn(hanako, 'review');
    await hanako.says('同席する人を直したい');
    const answer = await hanako.says('いません。あと前回の担当者さん希望です');
    expect(answer).toContain(`お返事${notKept}`);
    expect(answer).toContain('053-454-1910');
    expect(answer).toContain('[この内容で申し込む]');
  });

  test.each(aFew(['10時か11時', '9時または14時', '10時、15時']))(
    'the times of a day are not guessed, and that is said: 「%s」',
    async (times) => {
      await fillIn(hanako, 'phone');
      const [, day = ''] = /\[(\d+月\d+日)\(.\)\]/.exec(await hanako.says('もう一度')) ?? [];
      const answer = await hanako.says(`${day}の${times}`);
      expect(answer).toContain(`希望日${notKept}`);
      expect(answer).toMatch(/\[\d+:\d\d\]/);
    },
  );

  test('the answer itself does not count where it is taken back', async () => {
    await fillIn(hanako, 'review');
    await hanako.says('同席する人を直したい');
    expect(await hanako.says('いません。やっぱり母がいるかも')).not.toContain('[この内容で申し込む]');
  });

  test.each(
    oneOfEach(
      [
        ['090-1234-5678 10時以降', true],
        ['090-1234-5678、夕方以降しか出られません', true],
        ['0901234-5678 平日9:00〜17:00', true],
        ['080-1111-2222です。電話は苦手なのでLINEで', true],
        ['電話番号は090-1234-5678です。よろしくお願いします', false],
        ['053-412-3456 実家', false],
      ],
      ([, isSaid]) => isSaid,
    ),
  )('the phone number: 「%s」', async (text, isSaid) => {
    await fillIn(hanako, 'jobNumber');
    const answer = await hanako.says(text);
    expect(answer).toContain('希望の日を選んでください');
    expect(answer.includes(`電話番号${notKept}`)).toBe(isSaid);
  });

  test.each(
    oneOfEach(
      [
        ['22020-0045678 10月に登録しました', true],
        ['求職番号22020-0045678 電話090-1234-5678', true],
        ['22020-0045678\n090-1234-5678', true],
        ['22020-0045678です', false],
      ],
      ([, isSaid]) => isSaid,
    ),
  )('the jobseeker number: 「%s」', async (text, isSaid) => {
    await fillIn(hanako, 'name');
    const answer = await hanako.says(text);
    expect(answer).toContain('電話番号を教えてください');
    expect(answer.includes(`求職番号${notKept}`)).toBe(isSaid);
  });

  test('a number that is told at the counter is kept by nobody, and that is said', async () => {
    await hanako.follows();
    const answer = await hanako.says('電話番号変わりました080-1111-9999です');
    expect(answer).toContain(notKept);
    expect(answer).toContain('053-454-1910');
  });
});

describe('at the last look', () => {
  test.each(
    aFew([
      'はい',
      'OK',
      'お願いします🙏',
      '申し込んで',
      'まちがいないです',
      'これで大丈夫',
      'これって確定ですか？',
    ]),
  )('「%s」 sends nothing, and one sentence says so', async (text) => {
    await fillIn(hanako, 'review');
    const answer = await hanako.says(text);
    expect(answer).toContain('まだ申し込んでいません。\n「この内容で申し込む」を押すと、申し込めます。');
    expect(await counter.prisma.booking.count({ where: { person: { chatId: hanako.chatId } } })).toBe(0);
  });
});

describe('at the jobseeker number', () => {
  test.each(
    aFew([
      'ばんごう わからない です',
      'バンゴウワカラン',
      '今ちょっとわからないです',
      'きゅうしょくばんごうは しりません',
      'ないんだけど',
    ]),
  )('「%s」 is the button', async (text) => {
    await fillIn(hanako, 'name');
    expect(await hanako.says(text)).toContain('電話番号を教えてください');
  });
});

test.each(['マイナンバー 123456789012', '123456789018'])(
  'at the jobseeker number 「%s」 is not taken, and she is told so',
  async (text) => {
    await fillIn(hanako, 'name');
    const answer = await hanako.says(text);
    for (const told of [
      '受け取っていません。',
      'マイナンバーは、必要ありません。',
      '求職番号を送ってください。',
    ])
      expect(answer).toContain(told);
  },
);
