import { describe, expect, test } from 'vitest';
import { reading } from './wish-reading.ts';

describe('what cannot be', () => {
  test.each([
    ['2月30日', 'noSuchDay'],
    ['2/29', 'noSuchDay'],
    ['32日', 'noSuchDay'],
    ['0日', 'noSuchDay'],
    ['13月1日', 'noSuchDay'],
    ['2026-02-30', 'noSuchDay'],
    ['25時', 'noSuchTime'],
    ['24時', 'noSuchTime'],
    ['10:75', 'noSuchTime'],
    ['明日の25時', 'noSuchTime'],
  ])('「%s」 is refused: %s', (text, reason) => {
    expect(reading(text)).toBe(reason);
  });
});

describe('what says neither', () => {
  test.each([
    '',
    'こんにちは',
    'よろしくお願いします',
    'おねがいしまあす',
    '来週',
    '来週の日程',
    '午前中',
    '2時間くらい',
    '一時保育に預けます',
    '1日中家にいます',
    '子どもが2人います',
    'いつなのかわかりません',
    'いつか行きたいです',
    'ハローワークにかよっています',
    'とうきょうから来ました',
    '090-1234-5678',
    '22020-1234567',
    'ごじつ連絡します',
    'いちにち家にいます',
    'しじをください',
    'それ以外の日',
    '10',
  ])('「%s」 is not understood', (text) => {
    expect(reading(text)).toBe('notUnderstood');
  });
});
