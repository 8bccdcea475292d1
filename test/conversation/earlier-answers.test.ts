// While one question of the form stands: what was answered before is corrected, what it is for is told, and whoever
// cannot answer hears the way out at once.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readDraft } from '../../src/records/draft.ts';
import { answerNoToAll } from '../helpers/answer-choices.ts';
import { aFew } from '../helpers/runs.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

const phone = '053-454-1910';

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

const draft = () =>
  readDraft({
    tx: counter.prisma,
    sealer: counter.database.sealer,
    chatId: hanako.chatId,
    now: counter.clock.now(),
  });

describe('what was answered before is corrected', () => {
  test.each([
    [
      'jobNumber',
      '求職番号まちがえた 22020-9999999',
      '求職番号',
      { jobNumber: '22020-9999999' },
      '電話番号を',
    ],
    [
      'jobNumber',
      '番号違いました。22020-7654321です',
      '求職番号',
      { jobNumber: '22020-7654321' },
      '電話番号を',
    ],
    ['jobNumber', '名前ちがう 申込花代', '氏名', { name: '申込花代' }, '電話番号を'],
    ['name', '名前の漢字ちがいます 申込花代', '氏名', { name: '申込花代' }, '求職番号を'],
    ['name', '名前まちがえました。申込花美です', '氏名', { name: '申込花美' }, '求職番号を'],
    ['jobNumber', '名前間違えた 申込花代です', '氏名', { name: '申込花代' }, '電話番号を'],
    ['phone', '電話番号ちがった 080-1111-2222', '電話番号', { phone: '08011112222' }, '希望の日を'],
    [
      'phone',
      '求職番号が違っていました 22020-9999999',
      '求職番号',
      { jobNumber: '22020-9999999' },
      '希望の日を',
    ],
  ] as const)('after %s: 「%s」', async (last, text, field, kept, question) => {
    await fillIn(hanako, last);
    const before = await counter.saved(hanako.chatId);
    const answer = await hanako.says(text);
    expect(answer).toContain(`${field}を直しました。`);
    expect(answer).toContain(question);
    expect(await draft()).toMatchObject(kept);
    expect(await counter.saved(hanako.chatId)).toMatchObject({ value: before?.value, misses: 0 });
  });

  test('at the companion, and the last look shows it', async () => {
    await fillIn(hanako, 'review');
    await hanako.presses('直す');
    await hanako.presses('同席する方');
    expect(await hanako.says('電話番号変わりました 080-1111-2222')).toContain('電話番号を直しました。');
    expect(await answerNoToAll(hanako)).toContain('080-1111-2222');
  });

  test.each([
    ['jobNumber', '求職番号まちがえた', '求職番号'],
    ['phone', '名前の漢字が違うかも', '氏名'],
  ] as const)('after %s: 「%s」 alone is for the last look', async (last, text, field) => {
    await fillIn(hanako, last);
    const before = await draft();
    expect(await hanako.says(text)).toContain(`${field}は、最後の確認で直せます。`);
    expect(await draft()).toEqual(before);
  });

  test('not by a number of somebody else', async () => {
    await fillIn(hanako, 'jobNumber');
    const answer = await hanako.says('求職番号まちがえた、22020-9999999 夫の番号です');
    expect(answer).toContain('ご本人の番号をお願いします');
    expect(answer).not.toContain('直しました');
    expect(await draft()).toMatchObject({ jobNumber: '22020-1234567' });
  });

  test('where the open question is answered, it is the answer', async () => {
    await fillIn(hanako, 'jobNumber');
    expect(await hanako.says('番号変えました、080-1111-2222です')).toContain('希望の日を');
    expect(await draft()).toMatchObject({ phone: '08011112222', jobNumber: '22020-1234567' });
  });
});

test.each(
  aFew([
    ['eligible', 'なんのために使うの？'],
    ['name', '何に使うんですか'],
    ['jobNumber', 'この番号どう使われますか'],
    ['jobNumber', '利用目的は？'],
  ]),
)('after %s: 「%s」 is answered by the notice', async (last, text) => {
  await fillIn(hanako, last);
  const answer = await hanako.says(text);
  expect(answer).toContain('【使いみち】');
  expect(answer).toMatch(/(?:氏名|求職番号|電話番号)を送ってください。/);
});

test('「なんで電話番号がいるの」 is answered with what it is used for alone', async () => {
  await fillIn(hanako, 'jobNumber');
  expect(await hanako.says('なんで電話番号がいるの')).toContain('相談の予約と、そのご連絡だけに使います。');
});

describe('whoever has no phone number to give', () => {
  test.each(
    aFew([
      'わからない',
      '今わからないです',
      '番号覚えてない',
      'もってない',
      'ありません',
      '電話は苦手です',
      '苦手',
      '教えたくない',
      'かけてほしくないです',
    ]),
  )('「%s」 hears the way out at once', async (text) => {
    await fillIn(hanako, 'jobNumber');
    const answer = await hanako.says(text);
    expect(answer).toContain(phone);
    expect(answer).not.toContain('読み取れませんでした');
    expect(answer).toContain('電話番号を送ってください。');
  });
});

test('「どちらの日でしょうか」 is the only question, and keeps the time she wrote', async () => {
  await fillIn(hanako, 'phone');
  const days = await hanako.says('もう一度');
  const [, month, day, letter = ''] = /\[(\d+)月(\d+)日\((.)\)\]/.exec(days) ?? [];
  const next = '月火水木金月'['月火水木金'.indexOf(letter) + 1];
  const answer = await hanako.says(`${month}/${day}(${next}) 10時`);
  expect(answer).toContain('どちらの日でしょうか。');
  expect(answer).not.toContain('希望の日を選んでください');
  for (const label of ['[ほかの日]', '[ひとつ前へ]', '[やめる]']) expect(answer).toContain(label);
  expect(await hanako.presses(`${month}月${day}日(${letter})`)).toMatch(/10:00～10:45 でよろしいですか/);
});
