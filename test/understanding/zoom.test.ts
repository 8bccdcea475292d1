import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spacedMeetingId } from '../../src/messages/ja/zoom-numbers.ts';
import { readMeetingId, readPasscode, readZoom } from '../../src/understanding/zoom.ts';
import { dashes, toFullWidth } from './keyboard.ts';

const japanese = `マザーズ 窓口さんがあなたを予約されたZoomミーティングに招待しています。

トピック: オンライン職業相談 2612-0042
時刻: 2026年12月1日 10:00 AM 大阪、札幌、東京
Zoomミーティングに参加する
https://us02web.zoom.us/j/81234567890?pwd=AbCdEfGhIjKlMnOp1234.1

ミーティングID: 812 3456 7890
パスコード: aB3*xy

---

ワンタップモバイル機器
+81524564439,,81234567890#,,,,*123456# 日本`;

const english = `Counter is inviting you to a scheduled Zoom meeting.

Join Zoom Meeting
https://example.zoom.us/j/81234567890?pwd=Password123456

Meeting ID: 812 3456 7890
Passcode: 482913

Dial by your location
• +81 52 456 4439 Japan
Meeting ID: 812 3456 7890
Passcode: 99999999`;

describe('a meeting ID', () => {
  test.each([
    ['81234567890', '81234567890'],
    ['812 3456 7890', '81234567890'],
    ['８１２　３４５６　７８９０', '81234567890'],
    ['812-3456-7890', '81234567890'],
    ['123 456 7890', '1234567890'],
    ['123456789', '123456789'],
  ])('「%s」 is read', (typed, meetingId) => {
    expect(readMeetingId(typed)).toEqual({ ok: true, meetingId });
  });

  test.each([
    ['12345678', 'tooShort'],
    ['123456789012', 'tooLong'],
    ['第1会議室', 'notANumber'],
    ['', 'notANumber'],
  ])('「%s」 is refused: %s', (typed, reason) => {
    expect(readMeetingId(typed)).toEqual({ ok: false, reason });
  });

  test.each([
    ['81234567890', '812 3456 7890'],
    ['1234567890', '123 456 7890'],
    ['123456789', '123 456 789'],
    ['x', 'x'],
  ])('%s is shown as %s', (meetingId, shown) => {
    expect(spacedMeetingId(meetingId)).toBe(shown);
  });

  test('comes back from what is shown, whatever the width and the dash', () => {
    const ids = fc.stringMatching(/^[1-9]\d{8,10}$/);
    fc.assert(
      fc.property(ids, fc.constantFrom(' ', '　', ...dashes), fc.boolean(), (meetingId, gap, wide) => {
        const shown = wide ? toFullWidth(spacedMeetingId(meetingId)) : spacedMeetingId(meetingId);
        const typed = shown.replaceAll(/[ \u3000]|\uFF00/g, gap);
        expect(readMeetingId(typed)).toEqual({ ok: true, meetingId });
      }),
    );
  });
});

describe('a passcode', () => {
  test('keeps its case and its signs', () => {
    expect(readPasscode(' aB3*@-_x ')).toEqual({ ok: true, passcode: 'aB3*@-_x' });
    expect(readPasscode('１２３４５６')).toEqual({ ok: true, passcode: '123456' });
    expect(readPasscode('a--b')).toEqual({ ok: true, passcode: 'a--b' });
  });

  test.each([
    ['', 'empty'],
    ['12345678901', 'tooLong'],
    ['12 34', 'badCharacters'],
    ['あいう', 'badCharacters'],
    ['abc!', 'badCharacters'],
  ])('「%s」 is refused: %s', (typed, reason) => {
    expect(readPasscode(typed)).toEqual({ ok: false, reason });
  });
});

describe('both at once', () => {
  const both = (passcode: string) => ({ ok: true, meetingId: '81234567890', passcode });

  test('are found in an invitation in Japanese, not in its link', () => {
    expect(readZoom(japanese)).toEqual(both('aB3*xy'));
  });

  test('are found in an invitation in English, the first passcode of two', () => {
    expect(readZoom(english)).toEqual(both('482913'));
  });

  test.each([
    ['812 3456 7890\n482913', '482913'],
    ['812 3456 7890 482913', '482913'],
    ['81234567890 / aB3*xy', 'aB3*xy'],
    ['81234567890、482913', '482913'],
    ['81234567890：482913', '482913'],
    ['812 3456 7890 482913。', '482913'],
    ['８１２３４５６７８９０　４８２９１３', '482913'],
    ['81234567890 a--b', 'a--b'],
    ['81234567890パスコード482913', '482913'],
    ['ID：812-3456-7890 パス：482913', '482913'],
    ['会議IDは812 3456 7890、パスコードは482913です', '482913'],
    ['ID 81234567890 PW 482913', '482913'],
    ['812 3456 7890 pass77', 'pass77'],
    ['812 3456 7890 pwAbc9', 'pwAbc9'],
    ['https://us02web.zoom.us/j/81234567890?pwd=AbCd.1 パスコード: 482913', '482913'],
    ['Meeting ID: 812 3456 7890, Passcode: 482913.', '482913'],
  ])('are found in %j', (typed, passcode) => {
    expect(readZoom(typed)).toEqual(both(passcode));
  });

  test.each([
    ['81234567890', { reason: 'passcodeMissing', meetingId: '81234567890' }],
    ['https://zoom.us/j/81234567890?pwd=AbCd.1', { reason: 'passcodeMissing', meetingId: '81234567890' }],
    ['ミーティングID: 812 3456 7890', { reason: 'passcodeMissing', meetingId: '81234567890' }],
    ['81234567890 あいう', { reason: 'passcodeUnreadable', meetingId: '81234567890' }],
    ['81234567890 パスコード 12345678901', { reason: 'passcodeUnreadable', meetingId: '81234567890' }],
    ['123456789012345', { reason: 'meetingIdUnreadable' }],
    ['1234', { reason: 'meetingIdUnreadable' }],
    ['第二会議室', { reason: 'meetingIdMissing' }],
    ['', { reason: 'meetingIdMissing' }],
  ])('%j says what is missing', (typed, expected) => {
    expect(readZoom(typed)).toEqual({ ok: false, ...expected });
  });

  test('come back as they were, on two lines', () => {
    const ids = fc.stringMatching(/^[1-9]\d{8,10}$/);
    const passcodes = fc.stringMatching(/^[a-zA-Z0-9@_*-]{1,10}$/);
    fc.assert(
      fc.property(ids, passcodes, (meetingId, passcode) => {
        const expected = { ok: true, meetingId, passcode };
        expect(readZoom(`ミーティングID: ${spacedMeetingId(meetingId)}\nパスコード: ${passcode}`)).toEqual(
          expected,
        );
      }),
    );
  });
});
