import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readName } from '../../src/understanding/name.ts';
import { runs } from '../helpers/runs.ts';

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
    '待田 まつ',
    '加茂 かな',
    'さとうかな',
    '今中 花子',
    'またよし なおこ',
    'かも いってつ',
    'よしてる',
    'のむりえ',
    '鈴木 花子(旧姓 佐藤)',
    '増田 たい子',
    '待田 よろし',
    '花子',
    'සිරි\u0DC1\u0DCA\u200D\u0DBB\u0DD3',
    '\u2F2D\u2FBC',
    compatibilityKanji,
    '神\uFE00',
    'ジャン゠ポール',
    "O'Brien",
    'St.John Smith',
    'J.P. Silva',
    'João Conceição'.normalize('NFD'),
    'Nguyễn Thị Ngọc'.normalize('NFD'),
    'सीता श्रेष्ठ',
    'क्षितिज',
    'ประยุทธ์ ที่รัก',
    'ကျော်စွာ',
    'ས\u0F92\u0FB2\u0F74བ',
    'علی\u200Cرضا',
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
    ['佐藤\u2028花子', '佐藤 花子'],
    ['\u2029佐藤\u0085花子\u2028', '佐藤 花子'],
    ['\u202E佐\u2066藤\u2069花子\u202C', '佐藤花子'],
    ['佐\u034F藤\u115F花\u2060子', '佐藤花子'],
    ['\u0301佐藤花子', '佐藤花子'],
    ['マリア＝シルバ', 'マリア゠シルバ'],
    ['佐藤花子です', '佐藤花子'],
    ['佐藤花子です笑', '佐藤花子'],
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
    ['ちょっとまって', 'later'],
    ['まってね', 'later'],
    ['ﾏｯﾃｸﾀﾞｻｲ🙏', 'later'],
    ['少々お待ちください', 'later'],
    ['今電車の中です', 'later'],
    ['いまバスの中', 'later'],
    ['またあした', 'later'],
    ['やっぱりやめとこうかな', 'sentence'],
    ['旧姓で登録してるかも', 'sentence'],
    ['結婚して名字が変わった', 'sentence'],
    ['どっちの名前', 'sentence'],
    ['ひらがなでいいかな', 'sentence'],
    ['やだ', 'sentence'],
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
    [`佐${'\u0301'.repeat(4)}藤`, 'oddSigns'],
    ['e\u0301\u0302\u0303\u0304'.normalize('NFC'), 'oddSigns'],
    ['e\u20DD\u20DE\u0301\u0302a', 'oddSigns'],
    ['佐藤<花子>', 'oddSigns'],
    ['＜佐藤＞', 'oddSigns'],
    ['{佐藤}', 'oddSigns'],
    ['佐藤=花子', 'oddSigns'],
    ['佐藤＝', 'oddSigns'],
    ['佐藤 line.me', 'link'],
    ['LINE.ME/R/ti', 'link'],
    ['佐藤 lin.ee/abc', 'link'],
    ['ｗｗｗ．example', 'link'],
    ['佐藤.com', 'link'],
    ['佐藤 example.co.jp', 'link'],
    ['ftp://example', 'link'],
    [`${'はい、'.repeat(20)}佐藤`, 'sentence'],
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

  test('holds nothing that is unsafe to show, whatever was typed', () => {
    const anyPiece = fc.constantFrom(
      ...'佐藤 花子 髙 々 葛\u{E0100} João Nguyễn ေ ် ा \u0301 \u0323 \u0E49 \u20DD \u200B \u200D \u202E \u2066 \u2028 \u2029 \u034F \u3164 < > { } = ＜ ＝ http:// https:// www. line.me lin.ee .com/ @ ・ - です はい、'.split(
        ' ',
      ),
      ' ',
      '\n',
      '\u0085',
    );
    fc.assert(
      fc.property(fc.array(anyPiece, { maxLength: 12 }), (typed) => {
        const reading = readName(typed.join(''));
        if (!reading.ok) return;
        const shown = reading.name.normalize('NFKC');
        expect(shown).not.toMatch(
          /[<>{}=\p{Zl}\p{Zp}\p{Cc}\p{Cs}\p{Bidi_Control}\u200B\u2060\uFEFF\u3164]|\u034F/u,
        );
        expect(shown).not.toMatch(/:\/\/|www\.|line\.me|lin\.ee/i);
        expect(shown.normalize('NFD')).not.toMatch(/[\p{Mn}\p{Me}]{4}/u);
        expect(readName(reading.name)).toEqual(reading);
      }),
      { numRuns: runs(1000) },
    );
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
