// What people type where nothing is under way and they have no booking.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aFew } from '../helpers/runs.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

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
  await hanako.follows();
});

describe('at the counter', () => {
  test.each(
    aFew(['予約取りたいんだけど来週の火曜の午後', '明日の10時空いてますか', 'ﾖﾔｸｼﾀｲ', 'そうだんしたいだに']),
  )('「%s」 starts the form', async (text) => {
    expect(await hanako.says(text)).toContain('利用規約に同意しますか');
  });

  test.each(
    aFew([
      ['何時までやってますか', '平日 9:00～17:00'],
      ['夫の代わりに', 'ご本人にお願いしています'],
      ['LINE電話じゃだめ？', '相談は、Zoomのビデオ通話で行います。'],
      ['途中で切れたら', 'つながらないときは、お電話での相談になります。'],
      ['スマホだけで', 'スマートフォンだけでも参加できます'],
      ['カメラオフ', '【Zoomの準備】'],
      ['Zoomってお金かかる?', '【料金】'],
      ['失業保険の相談できますか', '053-454-1910'],
    ]),
  )('「%s」 is answered', async (text, answer) => {
    const said = await hanako.says(text);
    expect(said).toContain(answer);
    expect(said).not.toContain('利用規約に同意しますか');
    expect(said).not.toContain('読み取れません');
  });

  test.each([
    ['子どもを叩いてしまう', '189'],
    ['旦那が怖い', '#8008'],
    ['もう無理', '053-454-1910'],
  ])('「%s」 is answered before anything else, and no booking is spoken of', async (text, number) => {
    const said = await hanako.says(text);
    expect(said).toContain(number);
    expect(said).not.toMatch(/予約がありません|申し込|何をしますか/);
  });
});
