// Around the time of a consultation: what is no more than a sign of life, and what is two things at once.
import { describe, expect, test } from 'vitest';
import type { BookingIntent } from '../../flows/vocabulary.ts';
import { asSpoken } from '../../src/understanding/hour-spelling.ts';
import { intentsInContactWindow } from '../../src/understanding/hour-words.ts';

/** Nothing of it: a sign of life, told once, whatever it says. */
const others = [
  'はい',
  'います',
  'います！',
  'こんにちは',
  'おはようございます。今日よろしくお願いします',
  'カメラは必要ですか？',
  'マイクは使いますか',
  '顔うつさなくていい？',
  '子ども泣いてるのでミュートにしてもいいですか',
  'カメラオフでもいいですか',
  '顔出ししないとだめ？',
  '録音してもいいですか',
  '名前を入れないといけませんか',
  '娘が起きちゃって',
  'Zoomのアプリ更新中です',
  'まだ大丈夫ですか？',
  'まだ間に合いますか？',
  '終わりました？',
  'もう少し話したいです',
  '面接に落ちました',
  '電話番号教えて',
  '電話しました',
  '電話してもいいですか',
  '途中で切れたらどうすればいいですか？',
  'すみません',
  'あ',
  '？',
  '👍',
  'ありがとうございます',
  'わかりました',
  '了解です',
  '予約を見る',
  '準備リスト',
  'よろしくお願いします',
  '予約',
  '子どもが隣にいても大丈夫ですか',
  'キャンセル扱いになりますか？',
  'キャンセルしないでください',
  '何時までですか',
  'いいえ',
  '一緒に母がいます',
  '録音はしません',
  '家で待機しなくていいですか',
  '声は小さくてもいいですか',
  '入れなくても大丈夫ですか',
  '子どもが泣いてます',
  'おはようございます',
  'よろしくです',
  '🙇‍♀️',
  '家に着きました',
  '準備できてます',
  '返事待ってます',
  'トイレ行ってきます',
  'つながった？',
  '入れましたか',
  '入れたかな',
  'もう入れた方がいいですか',
  '入れたら教えますか？',
  '電話しなきゃだめ？',
  '折り返し電話したほうがいいですか',
  '電話かかってきたら出ればいいですか',
  '電話に出ないとだめですか',
  '電話しなくて大丈夫ですか',
  '電話いりますか',
  '折り返します',
  '行けなかったらどうなりますか',
  '行けない場合は？',
  '欠席したときはどうなりますか',
  '遅れたらどうなりますか',
  'キャンセルしたくないです',
  '欠席じゃないです',
  '時間を変えないでください',
  '日にちを変えたくない',
  '電話は控えめな声で',
  '他にお願いがあります',
  '母に電話して聞いてみます',
  '電話番号を控えてません',
  '電話に出なくてすみません',
  '電話気づきませんでした',
  '夫に知られますか',
  '遅れません',
  '遅刻しません',
  '遅れてないです',
  '落ちてません',
  '前回は行けなくてすみませんでした',
  '前回は行けなくてすみませんでした。今日はよろしくお願いします',
  '先日は遅れてすみませんでした',
  '昨日は休んでしまい、すみませんでした',
  '053-454-1910から着信がありました',
  '次回は来週にしてください',
  '子ども保育園に入れた',
  '子どもを保育園に入れました',
  '充電器入れた',
  '洗濯機に入れた',
  '12345って入れました',
  'お風呂に入った',
  '入れたけど英語',
  '今日パスポート持ってます',
];

describe('around the time of her consultation', () => {
  test.each(others)('「%s」 is nothing that staff have to act on', (text) => {
    expect(intentsInContactWindow(text)).toEqual([]);
  });

  test('is read alike in full width, half-width kana, with spaces, marks and lines between', () => {
    for (const [text, intent] of [
      ['ｚｏｏｍ　ニ　ハイレナイ', 'entry'],
      ['ｶﾒﾗ\nｶﾞ\nﾂｶﾅｲ!!', 'inside'],
      ['で、ん、わ、く、だ、さ、い', 'callMe'],
      ['５ 分 お く れ ま す 😭', 'late'],
      ['だ れ も い な い…', 'waiting'],
    ] as const)
      expect(intentsInContactWindow(text), text).toEqual([intent]);
    expect(asSpoken('ｽﾞｰﾑ入れな〜い!!')).toBe(asSpoken('Zoom、はいれない'));
  });
});

/** Two things in one message, the first as the card's title. */
const both: readonly (readonly [string, readonly BookingIntent[]])[] = [
  ['遅れます、あとZoomのパスコードがわからない', ['late', 'numbers']],
  ['入れません。電話は080-1111-9999にください', ['entry', 'newPhone']],
  ['入れません。電話はしないでください', ['noPhone', 'entry']],
  ['行けません。電話もしないでほしいです', ['noPhone', 'absence']],
  ['電話ください、行けません', ['absence', 'callMe']],
  ['子どもが熱で行けません。番号は090-2222-3333に変わりました', ['illness', 'newPhone']],
  ['音が出ません\n5分待ってください', ['inside', 'late']],
  ['家にはかけないで。080-1111-9999にかけて', ['noPhone', 'newPhone']],
  ['入れました！電話はいりません', ['noPhone', 'entered']],
];

describe('two things in one message', () => {
  test.each(both)('「%s」 is read as %j', (text, intents) => {
    expect(intentsInContactWindow(text)).toEqual(intents);
  });
});
