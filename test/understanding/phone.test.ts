import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showPhone } from '../../src/messages/show-phone.ts';
import { readPhone } from '../../src/understanding/phone.ts';
import { runs } from '../helpers/runs.ts';
import { dashes, toFullWidth } from './keyboard.ts';

describe('a phone number', () => {
  test.each([
    ['09012345678', '09012345678', 'mobile'],
    ['060-1234-5678', '06012345678', 'mobile'],
    ['070 1234 5678', '07012345678', 'mobile'],
    ['080-1234-5678', '08012345678', 'mobile'],
    ['050-1234-5678', '05012345678', 'ip'],
    ['053-454-1910', '0534541910', 'landline'],
    ['(053)454-1910', '0534541910', 'landline'],
    ['（０53）４５４－1910', '0534541910', 'landline'],
    ['0538-12-3456', '0538123456', 'landline'],
    ['０９０－１２３４－５６７８', '09012345678', 'mobile'],
    ['090ー1234ー5678', '09012345678', 'mobile'],
    ['090―1234―5678', '09012345678', 'mobile'],
    ['090−1234−5678', '09012345678', 'mobile'],
    ['090~1234~5678', '09012345678', 'mobile'],
    ['090の1234の5678', '09012345678', 'mobile'],
    ['でんわは090-1234-5678です', '09012345678', 'mobile'],
    ['+81 090-1234-5678', '09012345678', 'mobile'],
    ['+81 90-1234-5678', '09012345678', 'mobile'],
    ['+81 (0)90-1234-5678', '09012345678', 'mobile'],
    ['+81-53-454-1910', '0534541910', 'landline'],
    ['81 90 1234 5678', '09012345678', 'mobile'],
    ['0081 90 1234 5678', '09012345678', 'mobile'],
    ['053-454-1910 内線12', '0534541910', 'landline'],
    ['090-1234-5678、くりかえします、09012345678', '09012345678', 'mobile'],
    ['求職番号22020-1234567 でんわ:090-1234-5678', '09012345678', 'mobile'],
  ])('「%s」 is read', (typed, phone, kind) => {
    expect(readPhone(typed)).toEqual({ ok: true, phone, kind });
  });

  test.each([
    ['454-1910', 'areaCodeMissing'],
    ['12-3456', 'areaCodeMissing'],
    ['0901234567', 'tooShort'],
    ['090-1234-567', 'tooShort'],
    ['05012345', 'tooShort'],
    ['053-454-191', 'tooShort'],
    ['9012345678', 'tooShort'],
    ['110', 'tooShort'],
    ['053-1234-5678', 'tooLong'],
    ['090-1234-56789', 'tooLong'],
    ['0120-279-889', 'notReachable'],
    ['0570-000-000', 'notReachable'],
    ['0990-123-456', 'notReachable'],
    ['0800-123-4567', 'notReachable'],
    ['080-0123-4567', 'notReachable'],
    ['020-1234-5678', 'notReachable'],
    ['+55 11 98765-4321', 'foreign'],
    ['010-55-11-98765-4321', 'foreign'],
    ['5511987654321', 'foreign'],
    ['090-0000-0000', 'noSuchNumber'],
    ['060-0123-4567', 'noSuchNumber'],
    ['030-1234-567', 'noSuchNumber'],
    ['電話ないです', 'noPhone'],
    ['携帯は持っていません', 'noPhone'],
    ['夫の携帯でもいいですか', 'whosePhone'],
    ['実家の電話でも大丈夫ですか', 'whosePhone'],
    ['夫の携帯 090-1234-567', 'tooShort'],
    ['えっと', 'notANumber'],
    ['ありません', 'noPhone'],
    ['', 'notANumber'],
    ['090-1234-5678か053-454-1910', 'severalNumbers'],
    ['家は454-1910、番地は3', 'areaCodeMissing'],
  ])('「%s」 is refused: %s', (typed, reason) => {
    expect(readPhone(typed)).toEqual({ ok: false, reason });
  });

  test.each([
    ['09012345678', '090-1234-5678'],
    ['05012345678', '050-1234-5678'],
    ['0534541910', '053-454-1910'],
    ['0532123456', '0532123456'],
    ['0538123456', '0538123456'],
  ])('%s is shown as %s', (phone, shown) => {
    expect(showPhone(phone)).toBe(shown);
  });

  const mobile = fc.stringMatching(/^0[5-9]0[1-9]\d{7}$/);
  const landline = fc
    .stringMatching(/^0[1-9][1-9]\d{7}$/)
    .filter((digits) => !/^0120|^0570|^0990/.test(digits));

  test('is the same whatever the dash and the width', () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom(...dashes), fc.boolean(), (digits, dash, wide) => {
        const parts = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)];
        const typed = (wide ? parts.map(toFullWidth) : parts).join(dash);
        expect(readPhone(typed)).toMatchObject({ ok: true, phone: digits });
      }),
    );
  });

  test('comes back from what is shown', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, landline), (digits) => {
        expect(readPhone(showPhone(digits))).toMatchObject({ ok: true, phone: digits });
      }),
    );
  });

  test('that is accepted has the digits that a Japanese phone number has', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9+\-() ]{0,16}$/), (typed) => {
        const reading = readPhone(typed);
        if (reading.ok) expect(reading.phone).toMatch(/^(0[5-9]0[1-9]\d{7}|0[1-9][1-9]\d{7})$/);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('a number that is ruled out', () => {
  test.each([
    '090-1234-5678ではない',
    '090-1234-5678じゃないです',
    '09012345678ではありません',
    '090-1234-5678は解約しました',
    '090-1234-5678はもう使っていません',
    '090-1234-5678は前の番号です',
    '前の番号は090-1234-5678',
    '090-1234-5678だったけど忘れた',
    '090-1234-5678でしたが変わりました',
    '090-1234-5678にはかけないで',
    '090-1234-5678には夫が出るのでかけないでください',
    '090-1234-5678に電話しないで',
    '090-1234-5678は違います',
    '090-1234-5678はやめてください',
    '090-1234-5678はもうないです',
    '090-1234-5678は消して',
    '090-1234-5678以外',
    '090-1234-5678とは別の番号',
    '電話番号は080-1111-2222じゃないです',
    '０９０−１２３４−５６７８は間違いです',
    '053-454-1910はつながらない',
  ])('is not taken from 「%s」', (text) => {
    expect(readPhone(text)).toEqual({ ok: false, reason: 'ruledOut' });
  });

  test.each([
    '090-1234-5678じゃなくて080-1111-2222です',
    '090-1234-5678は解約したので080-1111-2222にかけてください',
    '前の番号は090-1234-5678、いまは080-1111-2222',
    '090-1234-5678から080-1111-2222に変えました',
    '080-1111-2222です。090-1234-5678にはかけないで',
  ])('leaves the other one: 「%s」', (text) => {
    expect(readPhone(text)).toMatchObject({ ok: true, phone: '08011112222' });
  });

  test.each([
    '080-1111-2222で間違いないです',
    '080-1111-2222に間違いありません',
    '080-1111-2222です 違ったらすみません',
    '080-1111-2222です。夜はかけないで',
    '080-1111-2222にかけてください',
    '080-1111-2222に変わりました',
    '080-1111-2222に変えました',
    '080-1111-2222です、前のは忘れて',
  ])('is none of 「%s」', (text) => {
    expect(readPhone(text)).toMatchObject({ ok: true, phone: '08011112222' });
  });
});
