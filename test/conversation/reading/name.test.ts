import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey, readName } from '../../../src/conversation/reading/name.ts';

const kept = (name: string) => ({ ok: true, name });

// Written with escapes: an editor that normalises would quietly change what is tested.
const compatibilityKanji = '\uFA19\uFA1A\uFA1B\uFA1E\uF9DC\uFA45\uFA46\uFA26\uF929\uFA12\uFA10';

describe('a name', () => {
  test.each([
    '佐藤 花子',
    '佐藤　花子',
    '髙橋 﨑子',
    '𠮷田',
    '葛\u{E0100}城',
    '林',
    '佐々木',
    'ｻﾄｳ ﾊﾅｺ',
    'Maria Aparecida dos Santos Oliveira',
    'João D’Ávila Conceição',
    "D'Ávila",
    'Joa\u0303o',
    'マリア・シルバ',
    'Nguyễn Thị Hoa',
    'Anna-Lena M. Jr.',
    'マリア、シルバ',
    '金井 かない',
    'やない あい',
    '佐藤 ます',
    '増田 たい子',
    '待田 よろし',
    '花子',
    'සිරි\u0DC1\u0DCA\u200D\u0DBB\u0DD3',
    '\u2F2D\u2FBC',
    compatibilityKanji,
  ])('「%s」 is kept as it was typed', (name) => {
    expect(readName(name)).toEqual(kept(name));
  });

  test.each([
    ['  佐藤花子　', '佐藤花子'],
    ['佐藤\n花子', '佐藤 花子'],
    ['佐\u200B藤\uFEFF花子\u202C', '佐藤花子'],
    ['佐\u200D藤', '佐藤'],
    ['佐藤\u0000\u0007花子', '佐藤花子'],
    ['佐藤\uD842花子', '佐藤花子'],
    ['佐藤花子です', '佐藤花子'],
    ['佐藤花子と申します。', '佐藤花子'],
    ['名前は佐藤花子です!', '佐藤花子'],
    ['氏名：佐藤花子', '佐藤花子'],
    ['わたしの名前は佐藤花子です', '佐藤花子'],
    ['私の名前は、佐藤花子です。', '佐藤花子'],
    ['私は佐藤花子といいます', '佐藤花子'],
    ['はい、佐藤花子です', '佐藤花子'],
    ['花子です、よろしくお願いします', '花子'],
    ['佐藤花子です。よろしくお願いいたします。', '佐藤花子'],
    ['佐藤花子でお願いします', '佐藤花子'],
    ['佐藤花子\nよろしくお願いします', '佐藤花子'],
  ])('loses what is no part of it: %j', (typed, name) => {
    expect(readName(typed)).toEqual(kept(name));
  });

  test.each([
    ['', 'empty'],
    ['　\u200B ', 'empty'],
    ['\u3164', 'empty'],
    ['12345', 'digitsOnly'],
    ['２２０２０－１２３４５６７', 'digitsOnly'],
    ['https://example.com/', 'link'],
    ['www.example.com', 'link'],
    ['hanako@example.com', 'link'],
    ['🙏🙏', 'notAName'],
    ['👨\u200D👩\u200D👧', 'notAName'],
    ['???', 'notAName'],
    ['。', 'notAName'],
    ['なんで名前がいるの?', 'sentence'],
    ['まだ登録していません', 'sentence'],
    ['すみません。あとでします', 'later'],
    ['まだ登録してないです', 'sentence'],
    ['仕事を探しています。', 'sentence'],
    ['よろしくお願いします', 'courtesy'],
    ['お願いします。', 'courtesy'],
    ['了解', 'courtesy'],
    ['了解です！', 'courtesy'],
    ['えっと', 'courtesy'],
    ['えっと…', 'courtesy'],
    ['ありがとうございます😊', 'courtesy'],
    ['今忙しいのであとでやります', 'later'],
    ['ちょっと待ってください', 'later'],
    ['言いたくない', 'unwilling'],
    ['名前は言いたくないです', 'unwilling'],
    ['教えたくありません', 'unwilling'],
    ['匿名でお願いします', 'unwilling'],
    ['電話ないです', 'sentence'],
    ['電話がない', 'sentence'],
    ['予約を取りたい', 'sentence'],
    ['asdf123', 'digitsInside'],
    ['佐藤花子1', 'digitsInside'],
    ['あ', 'notAName'],
    ['a', 'notAName'],
    ['佐藤花子\n22020-1234567\n090-1234-5678', 'moreThanAName'],
    ['佐藤花子 22020-1234567', 'moreThanAName'],
    ['佐藤花子 1234', 'moreThanAName'],
    ['佐藤花子①②③④', 'moreThanAName'],
    ['佐藤花子\n12日希望', 'moreThanAName'],
    ['佐藤\n花子\nさとう', 'moreThanAName'],
    [`佐藤${'\u0301'.repeat(300)}`, 'tooLong'],
  ])('is surely not %j: %s', (typed, reason) => {
    expect(readName(typed)).toEqual({ ok: false, reason });
  });

  test('has up to eighty characters, as people count them', () => {
    expect(readName('𠮷'.repeat(80)).ok).toBe(true);
    expect(readName('葛\u{E0100}'.repeat(60)).ok).toBe(true);
    expect(readName('𠮷'.repeat(81))).toEqual({ ok: false, reason: 'tooLong' });
  });

  test('is not normalised: what NFC would change comes back unchanged', () => {
    expect(compatibilityKanji.normalize('NFC')).not.toBe(compatibilityKanji);
    expect(readName(compatibilityKanji)).toEqual(kept(compatibilityKanji));
  });

  test('read again is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const reading = readName(typed);
        if (reading.ok) expect(readName(reading.name)).toEqual(reading);
      }),
    );
  });
});

describe('in a search', () => {
  test.each([
    ['髙橋 﨑子', '高橋崎子'],
    ['𠮷田', '吉田'],
    ['渡邊', '渡辺'],
    ['齋藤', '斎藤'],
    ['齊藤', '斉藤'],
    ['濱松 澤子', '浜松沢子'],
    ['櫻井 廣美', '桜井広美'],
    ['佐藤　花子', '佐藤花子'],
    ['ｻﾄｳ ﾊﾅｺ', 'さとう はなこ'],
    ['ガブリエラ', 'ｶﾞﾌﾞﾘｴﾗ'],
    ['JOÃO D’ÁVILA', 'joao davila'],
    ['Joa\u0303o', 'João'],
    ['マリア・シルバ', 'マリアシルバ'],
    ['葛\u{E0100}城', '葛城'],
    ['\uFA19', '神'],
    ['\u2FBC\u2F2D', '高山'],
    ['Anna-Lena', 'ANNA LENA'],
  ])('%s and %s are the same', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each([
    ['佐藤花子', '佐藤花美'],
    ['かとう', 'がとう'],
    ['林', '森'],
  ])('%s and %s are not', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  test('a key is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const key = nameKey(name);
        expect(nameKey(key)).toBe(key);
      }),
    );
  });
});
