// How questions are asked, and asked again; where a way ends, the phone stands.
import { describe, expect, test } from 'vitest';
import { ja } from '../../src/messages/ja/index.ts';
import { everyMessage } from '../messages/every-message.ts';
import { office } from '../messages/invented.ts';
import { labelsOf, screenOf } from '../messages/reading-parts.ts';

const phone = '053-454-1910\n(平日 9:00～17:00)';

describe('a dead end', () => {
  const ends =
    /^(?:apology|expired|declined|noBooking|withdrawn|restarted|deletion|troubleTold|absenceTold|missing |remark (?:phone,|unreadable|withoutConsent)|question day, none open)|, 3 misses$/;
  const forStaff = /question (?:meetingId|passcode|numbers)|ForStaff/;
  const all = everyMessage.filter(([name]) => ends.test(name) && !forStaff.test(name));

  test('is found among the messages', () => expect(all.length).toBeGreaterThan(30));

  test.each(all)('shows the phone: %s', (_, messages) => {
    expect(screenOf(messages)).toContain('053-454-1910');
  });
});

describe('a question that is asked again', () => {
  test('is shorter, then has an example, then the phone', () => {
    const words = [0, 1, 2, 3].map((misses) => screenOf(ja.prompts.phone({}, office, misses)));
    expect(new Set(words).size).toBe(4);
    expect(words[1]?.length ?? 99).toBeLessThan(words[0]?.length ?? 0);
    expect(words[2]).toContain('例 090-1234-5678');
    expect(words[3]).toContain(phone);
    expect(labelsOf(ja.prompts.phone({}, office, 3))).toEqual(['電話する', 'ひとつ前へ', 'やめる']);
  });

  test('does not change any more after that', () => {
    expect(ja.prompts.phone({}, office, 9)).toEqual(ja.prompts.phone({}, office, 3));
  });
});

describe('the terms', () => {
  const words = screenOf(ja.prompts.terms({}, office, 0));

  test.each([
    '45分',
    '無料',
    '通信の費用',
    '周りに人がいない',
    '録音と録画',
    '無料Wi-Fi',
    '最新',
    'ウイルス対策',
    'お電話',
    '10分',
    'お断り',
    '同意したものとみなします',
    '記録',
  ])('mention %s', (word) => expect(words).toContain(word));
});

describe('the conditions', () => {
  test('name all four, and what happens to those registered online (R-42, R-43)', () => {
    const words = screenOf(ja.prompts.eligibility({}, office, 0));
    for (const word of [
      '求職登録',
      '継続的な個別支援',
      'マイページ',
      'カメラ',
      '「ハローワーク利用登録者」に変わります',
    ])
      expect(words).toContain(word);
  });
});
