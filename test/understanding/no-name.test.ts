// What is written where the name was asked: a name with words around it, or no name at all.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readName } from '../../src/understanding/name.ts';
import { realNames } from './real-names.ts';

const kept = (name: string) => ({ ok: true, name });
const refused = (reason: string) => ({ ok: false, reason });

test.each(realNames)('「%s」 is a name', (name) => {
  expect(readName(name)).toEqual(kept(name));
});

describe('around a name', () => {
  test.each([
    ['こんにちは、佐藤です', '佐藤'],
    ['はじめまして。佐藤花子です', '佐藤花子'],
    ['ええと佐藤花子', '佐藤花子'],
    ['佐藤花子でした', '佐藤花子'],
    ['佐藤花子ww', '佐藤花子'],
    ['佐藤花子！', '佐藤花子'],
    ['佐藤花子。', '佐藤花子'],
    ['佐藤花子♪', '佐藤花子'],
    ['佐藤花子っていいます', '佐藤花子'],
    ['佐藤花子ですっ！', '佐藤花子'],
    ['佐藤花子ですー', '佐藤花子'],
    ['佐藤花子なんですが', '佐藤花子'],
    ['佐藤かなんです', '佐藤かなん'],
    ['佐藤花子と言う者です', '佐藤花子'],
    ['氏名 佐藤花子', '佐藤花子'],
    ['本人：佐藤花子', '佐藤花子'],
    ['氏名：佐藤花子\nフリガナ：サトウハナコ', '佐藤花子'],
    ['ふりがな さとうはなこ\n氏名 佐藤花子', '佐藤花子'],
    ['佐藤花子（ふりがな：さとうはなこ）', '佐藤花子'],
    ['佐藤 カナ', '佐藤 カナ'],
    ['姓：佐藤 名：花子', '佐藤 花子'],
    ['姓 佐藤\n名 花子', '佐藤 花子'],
    ['佐藤花子🙇🏻', '佐藤花子'],
    ['了解しました佐藤花子です', '佐藤花子'],
    ['My name is Maria Silva', 'Maria Silva'],
    ["I'm Maria Silva", 'Maria Silva'],
    ['Meu nome é Maria Silva', 'Maria Silva'],
  ])('words are left out: %j', (typed, name) => {
    expect(readName(typed)).toEqual(kept(name));
  });

  test('words are left out, whoever it is', () => {
    const japanese = realNames.filter((name) => /^[\p{sc=Han}\p{sc=Hira} ]{2,}$/u.test(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...japanese),
        fc.constantFrom('', 'はい、', 'こんにちは、', '名前は', '氏名：', 'わたしは'),
        fc.constantFrom(
          'です',
          'ですっ！',
          'でした',
          'っていいます',
          'と申します。',
          'です、よろしくお願いします',
        ),
        (name, before, after) => {
          expect(readName(`${before}${name}${after}`)).toEqual(kept(name));
        },
      ),
    );
  });
});

describe('no name', () => {
  test.each([
    'まだ決めてない',
    'きめてないです',
    'まだ',
    'しめい なに',
    'なんで',
    'どれを書けばいいの',
    'ねむい',
    'すごくねむいです',
    '眠い',
    '疲れた',
    'お腹すいた',
    'もう寝る',
    '帰りたい',
    'がんばります',
    'しらない',
    'おもいだせない',
    'むりかも',
    '特になし',
    '名無し',
    '今日は暑い',
    '保育士希望',
    'パート希望です',
    '主婦です',
    'ママです',
    '妊娠中',
    '前と同じです',
    'カードと同じ',
    '会社は田中商店です',
    'ミルクの時間',
    'なにこれ',
    'うーん、どうしよう',
    'わからへん',
    'しんどいわ',
    '女性です',
    '旧姓佐藤です',
    '静岡県浜松市',
    'ああああ',
    'てすとてすと',
    'キャンセル',
    '早く',
    'はやく',
    '急いでます',
    '昼過ぎ',
    '明日以降',
    '火曜日がいい',
    'ばか',
    'うそ',
    '直さなくていいです',
    'スタッフへ',
    'たすけて',
    '助けてください',
    '知らん',
    'しらん',
    '火曜',
    '水曜日',
    '今日',
    'あした',
    '十時',
    '明日 午後',
    '死ね',
    'キャンセル希望',
    '面談希望',
    '確定済み',
    '登録ずみ',
    '職員より',
    '担当者へ 至急',
    '窓口',
    '至急',
    '浜松市',
    '愛知県',
    'あってる',
    '合ってます',
    'このままで',
    'そのままでいいです',
  ])('is in 「%s」', (text) => {
    expect(readName(text)).toEqual(refused('sentence'));
  });

  test.each([
    '母です',
    '三人の母です',
    '夫です',
    '妻の佐藤花子の分です',
    '山田太郎の妻です',
    '夫 佐藤太郎',
    '娘の花子です',
    '佐藤花子の代わり',
    '浜松の佐藤です',
    '田中さんお願いします',
    '佐藤花子様',
    '太郎ママ',
  ])('of her own is in 「%s」', (text) => {
    expect(readName(text)).toEqual(refused('whose'));
  });

  test.each([
    'What is name',
    "I don't understand Japanese",
    'hello',
    'Não entendo japonês',
    'No entiendo',
    'Tôi không hiểu',
    '我不懂日语',
    'What’s this',
  ])('is in 「%s」, and the answer can be read without Japanese', (text) => {
    expect(readName(text)).toEqual(refused('foreignSentence'));
  });

  test.each([
    'にほんご むずかしい',
    '日本語 だめ',
    '日本語できない',
    'ポルトガル語',
    'ブラジル人',
    '日本人です',
    '英語だけ',
  ])('is in 「%s」, of a language', (text) => {
    expect(readName(text)).toEqual(refused('foreignSentence'));
  });

  test.each(['ぁｓｄｆｇ', 'さとうｈなこ', '佐藤ｈなこ', 'サトウhanaコ', 'はなkお'])(
    'is in 「%s」, which slipped under the fingers',
    (text) => {
      expect(readName(text)).toEqual(refused('mistyped'));
    },
  );

  test.each([
    ['大丈夫です', 'courtesy'],
    ['だいじょうぶ', 'courtesy'],
    ['名前は言わないで', 'unwilling'],
    ['佐藤花子 至急', 'moreThanAName'],
    ['佐藤花子 お急ぎ', 'moreThanAName'],
    ['佐藤花子、至急', 'moreThanAName'],
    ['佐藤花子(至急)', 'moreThanAName'],
    ['佐藤花子 急いでます', 'moreThanAName'],
    ['nihongo muzukashii', 'foreignSentence'],
    ['佐藤花子 浜松市', 'moreThanAName'],
    ['佐藤花子 中央区', 'moreThanAName'],
    ['佐藤花子 磐田在住', 'moreThanAName'],
    ['佐藤花子 女', 'moreThanAName'],
    ['佐藤花子 主婦', 'moreThanAName'],
    ['いまはちょっと', 'later'],
    ['あとにして', 'later'],
    ['どうぞ', 'courtesy'],
    ['いいえ', 'courtesy'],
    ['佐藤花子→佐藤', 'oddSigns'],
  ])('alone is in 「%s」: %s', (text, reason) => {
    expect(readName(text)).toEqual(refused(reason));
  });

  test('of her own is what names a relative first', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('妻', '夫', '母', '父', '娘', '息子', '姉', '妹', '主人', '旦那', '友人', '子ども'),
        fc.constantFrom('の', ' ', '、', '：', 'は'),
        fc.constantFrom(...realNames.filter((name) => /^\p{sc=Han}{2,}/u.test(name))),
        fc.constantFrom('', 'です', 'の分です', 'でお願いします'),
        (who, joint, name, after) => {
          expect(readName(`${who}${joint}${name}${after}`).ok).toBe(false);
        },
      ),
    );
  });

  test('is what changes its script within a word as a sentence does', () => {
    const kanji = fc.constantFrom(...'決 書 知 分 読 送 入 見 話 考'.split(' '));
    fc.assert(
      fc.property(fc.constantFrom('まだ', 'これから', 'あとは', 'なにも', 'いつも'), kanji, (first, verb) => {
        for (const end of ['てない', 'きます', 'けない', 'くよ', 'るね']) {
          expect(readName(`${first}${verb}${end}`).ok).toBe(false);
        }
      }),
    );
  });
});
