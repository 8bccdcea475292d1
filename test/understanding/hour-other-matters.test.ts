// At the hour: what comes in between is no entering, and what she does not know or cannot do of other things is no trouble with Zoom.
import { describe, expect, test } from 'vitest';
import { intentsInContactWindow } from '../../src/understanding/hour-words.ts';
import { readsAs } from './reads-in-contact-window.ts';

readsAs('when something came in between', {
  absence: [
    '仕事が入りました',
    '急用が入りました',
    '予定が入りました',
    '会議が入りました',
    '用事が入ってしまいました',
    '急な仕事が入りました',
    '別の予定が入ってしまって',
    '急にシフトが入りました',
    '会議が急に入ったので',
    '急用ができました',
    '急用です',
    '用事ができてしまいました',
    '都合が悪くなりました',
    '都合がつかなくなりました',
    '都合がわるくなってしまって',
  ],
  entered: [
    '会議に入りました',
    'ミーティングに入りました',
    '部屋に入りました',
    'Zoom入りました',
    '会議入りました',
    '入りました',
    '音が入りました',
    '仕事が終わって今入りました',
    '急用が済んで、いま入りました',
  ],
  late: ['急用で遅れます', '急な仕事が入ったので10分遅れます', '用事で5分待ってください'],
});

describe('what is nothing of it', () => {
  test.each([
    '子どもが入りました',
    '電話が入りました',
    '連絡が入りました',
    'お客さんが入りました',
    '求人の話が入りました',
    '急用は済みました',
    '用事は終わりました',
    '都合の悪い日はありますか',
  ])('「%s」 is neither', (text) => {
    expect(intentsInContactWindow(text)).toEqual([]);
  });
});

/** Of other things: a sign of life, and no more. */
const others = [
  '履歴書の書き方がわかりません',
  '何を話せばいいかわかりません',
  'ハローワークの電話番号がわかりません',
  '志望動機の書き方がわからないです',
  '何を聞けばいいのかわからなくて',
  '求人の探し方がわかりません',
  '仕事が決まらなくて困っています',
  'お金がなくて困ってます',
  '生活に困っています',
  '子どもが泣いて困ってます',
  '保育園の手続きはどうすればいいですか',
  '面接の服装はどうしたらいいですか',
  '職歴をどう書けばいいかわからない',
  '求職番号がわかりません',
  '仕事がうまくいきません',
  '母に頼むのはだめでした',
  '持ち物がわかりません',
];
describe('what she does not know of other things', () => {
  test.each(others)('「%s」 is no trouble with Zoom', (text) => {
    expect(intentsInContactWindow(text)).toEqual([]);
  });
});

readsAs('helpless with Zoom, or with nothing that is named', {
  entry: [
    'わかりません',
    '困りました',
    'どうすればいいですか',
    'Zoomがわかりません',
    'Zoomの使い方がわかりません',
    '入り方がわからなくて困ってます',
    '操作がわからない',
    '全然わからない',
    '何をすればいいかわかりません',
    'どこを押せばいいかわかりません',
    '入る方法がわかりません',
    'アプリの使い方がわからず困っています',
    'すみません、やり方が全くわからないです',
    'スマホの操作がわかりません',
    '助けてください',
    '何度やってもだめです',
  ],
  inside: ['音が出なくて困っています', '画面が映らないのでどうすればいいですか'],
});

describe('a call that she missed', () => {
  test.each([
    '電話がかかってきたけど出られませんでした',
    'さっきは電話に出られずすみません',
    '電話とれずすみません',
    '電話をいただいたのに出られませんでした',
    '着信があったのですが出られませんでした',
    '電話に出れなくて失礼しました',
    'お電話出られず申し訳ありません',
    '電話が鳴ったけど取れませんでした',
    '電話に出られなかったです',
  ])('「%s」 is neither a ban nor an absence', (text) => {
    expect(intentsInContactWindow(text)).toEqual([]);
  });

  test.each([
    ['電話に出られずすみません。今日は行けません', ['absence']],
    ['さっきは電話に出られずすみません。もう電話しないでください', ['noPhone']],
    ['電話に出られませんでした。もう一度お願いします', ['callMe']],
    ['電話に出られずすみません、入れません', ['entry']],
  ])('「%s」 is what stands beside it', (text, intents) => {
    expect(intentsInContactWindow(text)).toEqual(intents);
  });
});
