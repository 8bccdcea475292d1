// What people type while their request waits to be confirmed: its card, with what can be done about it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { type Counter, fillIn, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let hanako: Visitor;
let chats = 0;
beforeAll(async () => {
  counter = await openCounter();
});
afterAll(() => counter.close());
beforeEach(async () => {
  chats += 1;
  hanako = counter.visitor(`U${chats}`);
  await fillIn(hanako, 'review');
  await hanako.presses('この内容で申し込む');
});
/** Whose turn it is must not matter to whoever comes next. */
const takeBack = () =>
  counter.prisma.booking.updateMany({ where: { state: 'requested' }, data: { state: 'withdrawn' } });

describe('an unconfirmed request', () => {
  test.each(
    aFew([
      'キャンセルしたい',
      '取り消して',
      '日にち変えたい',
      '返事まだ？',
      '予約見せて',
      '電話番号間違えました',
      'やめる',
      'やっぱりやめます',
    ]),
  )('「%s」 shows its card', async (text) => {
    const answer = await hanako.says(text);
    expect(answer).toContain('まだ確定していません');
    expect(answer).toContain('[日時を選び直す]');
    expect(answer).toContain('[申し込みを取り下げる]');
    expect(answer).not.toContain('LINEだけではキャンセルになりません');
    expect(answer).not.toContain('何をしますか');
    await takeBack();
  });

  test.each(
    aFew([
      'まだですか',
      'まだ？',
      '確定しましたか',
      'まだ決まりませんか',
      'どうなりましたか',
      '待ってます',
      'いつわかりますか',
    ]),
  )('「%s」 is answered by its card', async (text) => {
    const answer = await hanako.says(text);
    expect(answer).toContain('まだ確定していません');
    expect(answer).not.toMatch(/読み取れません|相談を申し込む|変わっていません/);
    await takeBack();
  });

  test.each(
    aFew([
      '12/8の14時にしてください',
      '水曜に変えてください',
      'かようびがいいです',
      '来週の午後でお願いします',
      '12/8 14時',
    ]),
  )('「%s」 changes nothing, and that is said with the way to it', async (text) => {
    const answer = await hanako.says(text);
    expect(answer).toContain('日時は、まだ変わっていません。');
    expect(answer).toContain('[日時を選び直す]');
    expect(answer).not.toMatch(/読み取れません|相談を申し込む/);
    await takeBack();
  });

  test.each(aFew(['夫も同席します', '母が付き添います', '友人も一緒に参加したいです']))(
    '「%s」 is not taken down, and that is said',
    async (text) => {
      const answer = await hanako.says(text);
      expect(answer).toContain('は、変わっていません。');
      expect(answer).toContain('053-454-1910');
      expect(answer).toContain('まだ確定していません');
      await takeBack();
    },
  );

  test('the question of the list is answered as it stands there', async () => {
    expect(await hanako.taps({ event: 'question.picked', topic: 'cancel' })).toContain('確定前の申し込み');
    await takeBack();
  });

  test.each(aFew(['やっぱりやめる', 'やめる', '取り下げない', 'いや']))(
    '「%s」 at 「取り下げますか」 leaves it as it is, and says so',
    async (text) => {
      await hanako.presses('申し込みを取り下げる');
      const answer = await hanako.says(text);
      expect(answer).toContain('取り下げていません。\n申し込みは、そのままです。');
      expect(answer).toContain('[日時を選び直す]');
      await takeBack();
    },
  );

  test('キャンセルしたい at 「取り下げますか」 is no yes: it is asked again', async () => {
    await hanako.presses('申し込みを取り下げる');
    expect(await hanako.says('キャンセルしたいんです')).toContain('取り下げますか');
    expect(await hanako.says('はい')).toContain('申し込みを取り下げました');
  });
});

test('without a request まだですか is not understood, and nothing is said of one', async () => {
  await takeBack();
  expect(await hanako.says('まだですか')).toContain('読み取れませんでした');
});

test('without a request キャンセル is explained, and やめる brings the menu', async () => {
  await takeBack();
  expect(await hanako.says('キャンセルしたい')).toContain('【キャンセル・変更】');
  expect(await hanako.says('やめる')).toContain('何をしますか');
});

describe('another time of what is agreed on', () => {
  test.each(
    aFew([
      '18日に変えて',
      '12/21の10時に変えて',
      '来週の火曜に変えてください',
      '別の日に変えたい',
      '予約をずらしたいです',
      '違う時間にできませんか',
    ]),
  )('「%s」 shows the booking with the way, and says that nothing has changed', async (text) => {
    await counter.prisma.booking.updateMany({ where: { state: 'requested' }, data: { state: 'confirmed' } });
    const answer = await hanako.says(text);
    expect(answer).toContain('日時は、まだ変わっていません');
    expect(answer).toContain('[別の日時にしたい]');
    expect(answer).not.toMatch(/読み取れません|日時を選び直す/);
    await counter.prisma.booking.updateMany({ where: { state: 'confirmed' }, data: { state: 'cancelled' } });
  });
});
