// What people write about a consultation that is theirs, as they write it: read the same at the menu and where
// nothing stands.
import { describe, expect, test } from 'vitest';
import { meaning } from '../../src/understanding/words.ts';

const readings = [
  ['ホストの許可を待っていますってでる', 'inside'],
  ['音が聞こえない', 'inside'],
  ['画面真っ暗', 'inside'],
  ['Zoomの音が出ないです', 'inside'],
  ['入れん', 'entry'],
  ['つながらん！！', 'entry'],
  ['つながらない?', 'entry'],
  ['パスコードが違うって出る', 'entry'],
  ['IDが無効ですと出ます', 'entry'],
  ['電話もつながりません、どうすれば', 'call'],
  ['今向かってます5分遅れます', 'late'],
  ['遅れます！', 'late'],
  ['間に合わないかもです', 'late'],
  ['子どもが泣いてて少し待ってもらえますか', 'late'],
  ['娘が起きちゃって5分後に入ります', 'late'],
  ['行けなくなりました', 'absence'],
  ['行けんくなった', 'absence'],
  ['明日子どもの用事できちゃって', 'absence'],
  ['ありがとうございます、でも行けなくなりました', 'absence'],
  ['やっぱり行けません', 'absence'],
  ['すみません😭子どもが40度で…むりです', 'illness'],
  ['子どもが熱を出してしまって', 'illness'],
  ['熱が出たので休みます', 'illness'],
  ['やっぱ行けます！', 'coming'],
  ['行けるようになりました', 'coming'],
  ['行けないと言いましたが、やっぱり行けます', 'coming'],
  ['パス忘れた', 'numbers'],
  ['IDどこ？', 'numbers'],
  ['URLください', 'numbers'],
  ['Zoomのリンク送って', 'numbers'],
  ['パスコード忘れました', 'numbers'],
  ['IDまだ来ないんですけど', 'numbers'],
  ['パスコードなんでしたっけ', 'numbers'],
  ['ミーティングIDって何番でしたっけ', 'numbers'],
] as const;

describe('about her consultation', () => {
  test.each(readings)('「%s」 is read as %s', (text, intent) => {
    for (const openPrompt of ['menu', null] as const)
      expect(meaning(text, openPrompt)?.event).toEqual({ type: 'intent.written', intent });
  });

  test.each(['何時からだっけ？', 'いつでしたっけ', '今日の相談は何時からでしたっけ', '予約はいつですか'])(
    '「%s」 asks for her booking',
    (text) => {
      expect(meaning(text, null)?.event).toEqual({ type: 'booking.asked' });
    },
  );

  test.each([
    'その日は用事があって',
    'ちょっと待ってください',
    '画面が固まって動かない',
    'パスコードが違うって出る',
  ])('「%s」 is left to the open question of the form', (text) => {
    for (const openPrompt of ['day', 'companion', 'review'] as const)
      expect(meaning(text, openPrompt)?.event.type).not.toBe('intent.written');
  });

  test.each([
    'ごめんなさい寝かしつけてて今入ります',
    '今から行きます',
    'まだ大丈夫ですか？',
    '電話来ないんですけど',
    'つながりました！',
    '返信遅れてすみません',
    '遅くなってすみません',
    '面接に落ちました',
    'しなくてはいけないですか',
    'カメラつけないといけませんか',
    '病院で働きたいです',
    '明日の10時っていけます?',
    '行けるかわかりません',
    'マイページのパスワード忘れました',
    '求職番号どこに書いてますか',
    '録音してはいけないんですか',
  ])('「%s」 is nothing of it', (text) => {
    expect(meaning(text, null)?.event.type).not.toBe('intent.written');
  });

  test.each([
    ['娘が起きちゃって', true],
    ['Zoomのアプリ更新中です', true],
    ['子どもがいても大丈夫ですか', undefined],
    ['Zoomの使い方が知りたい', undefined],
  ])('「%s」: a question that it only may be is marked as a guess', (text, guessed) => {
    const event = meaning(text, null)?.event;
    if (event?.type !== 'question.picked') throw new Error(`${text} is about nothing`);
    expect(event.guessed).toBe(guessed);
  });

  test('「行けます」 may answer a question of the form, and is no news there', () => {
    for (const text of ['行けます', 'やっぱり行けます'])
      for (const openPrompt of ['day', 'time', 'wish', 'companion'] as const)
        expect(meaning(text, openPrompt)).toBeUndefined();
  });
});
