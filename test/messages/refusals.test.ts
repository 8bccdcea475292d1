// Every reason has its own sentence, and what helps stands with it.
import { describe, expect, test } from 'vitest';
import type { RemarkFacts } from '../../flows/vocabulary.ts';
import type { Refusal } from '../../src/booking/rules.ts';
import { ja } from '../../src/messages/ja/index.ts';
import * as details from '../../src/messages/ja/refused-details.ts';
import { slotRefusals, slotRefused, wishRefusals } from '../../src/messages/ja/refused-slot.ts';
import type { JobNumberRefusal } from '../../src/understanding/job-number.ts';
import type { NameRefusal } from '../../src/understanding/name.ts';
import type { PhoneRefusal } from '../../src/understanding/phone.ts';
import type { WishReading } from '../../src/understanding/wish.ts';
import { office } from './invented.ts';
import { buttonsOf, labelsOf, screenOf } from './reading-parts.ts';

// A reason that is new, or gone, is a compiler error here.
const wishReasons: Record<Extract<WishReading, { ok: false }>['reason'], true> = {
  notUnderstood: true,
  noSuchDay: true,
  noSuchTime: true,
  unsuited: true,
};
const slotReasons: Record<Refusal['reason'], true> = {
  past: true,
  closedDay: true,
  sameDay: true,
  notOpenYet: true,
  tooLate: true,
  outsideHours: true,
  offGrid: true,
  closedThen: true,
};
const sentences = {
  name: details.nameRefusals satisfies Record<NameRefusal, string>,
  jobNumber: details.jobNumberRefusals satisfies Record<JobNumberRefusal, string>,
  phone: details.phoneRefusals satisfies Record<PhoneRefusal, string>,
};

type Facts = RemarkFacts['slotRefused'];
const refused = (facts: Facts) => ja.remarks.slotRefused({ facts, openPrompt: 'day', misses: 0 }, office);
const unclear = (facts: Facts) => ja.remarks.wishUnclear({ facts, openPrompt: 'day', misses: 0 }, office);

describe('a refusal', () => {
  test('has a sentence for every reason of the rules and of the reading', () => {
    expect(Object.keys(slotRefusals)).toEqual(expect.arrayContaining(Object.keys(slotReasons)));
    expect(Object.keys(wishRefusals)).toEqual(expect.arrayContaining(Object.keys(wishReasons)));
    expect(Object.keys(sentences.phone)).toContain('areaCodeMissing');
  });

  test('says which holiday it is', () => {
    const facts = {
      reason: 'closedDay',
      why: 'holiday',
      holiday: '春分の日 振替休日',
      day: '2027-03-22',
    } as const;
    expect(screenOf(refused(facts))).toBe('3月22日(月)は、祝日でお休みです。\n春分の日 振替休日');
  });

  test('says from when to when the year ends', () => {
    const shown = refused({
      reason: 'closedDay',
      why: 'yearEnd',
      day: '2026-12-30',
      near: ['2026-12-24', '2026-12-25'],
    });
    expect(screenOf(shown)).toBe(
      '12月30日(水)は、年末年始のお休みです。\n12月29日から1月3日までです。\n近い日は、こちらです。',
    );
    expect(labelsOf(shown)).toEqual(['12月24日(木)', '12月25日(金)']);
  });

  test('says from when a later day can be asked for (R-12)', () => {
    expect(screenOf(refused({ reason: 'notOpenYet', day: '2027-01-04', opensOn: '2026-12-04' }))).toBe(
      '1月4日(月)は、12月4日(金)から申し込めます。',
    );
  });

  test('says when it closed, and shows the phone (R-10)', () => {
    const shown = refused({
      reason: 'tooLate',
      day: '2026-11-24',
      cutOffDay: '2026-11-20',
      cutOffTime: '16:00',
    });
    expect(screenOf(shown)).toContain('11月24日(火)の申し込みは、11月20日(金)16:00に締め切りました。');
    expect(screenOf(shown)).toContain('053-454-1910\n(平日 9:00～17:00)');
    expect(labelsOf(shown)).toEqual(['電話する']);
  });

  test('names the last starts of the windows (R-01)', () => {
    expect(
      screenOf(refused({ reason: 'outsideHours', day: '2026-12-01', time: '11:30', near: ['2026-12-02'] })),
    ).toBe(
      '相談の時間は、10:00～12:00 と 14:00～16:00 です。\n午前は11:15、午後は15:15までに始まる時間をお願いします。',
    );
  });

  test('names them without 午前 and 午後 in an office with other windows', () => {
    const windows = [{ from: '11:00', until: '14:00' }];
    const other = { ...office, consultation: { ...office.consultation, windows } };
    const facts = { reason: 'outsideHours', day: '2026-12-01' } as const;
    const shown = ja.remarks.slotRefused({ facts, openPrompt: 'day', misses: 0 }, other);
    expect(screenOf(shown)).toContain('13:15までに始まる時間をお願いします。');
    expect(screenOf(shown)).not.toMatch(/午前|午後/);
  });

  test('offers the starts around a time off the grid', () => {
    expect(labelsOf(refused({ reason: 'offGrid', time: '10:10', times: ['10:00', '10:15'] }))).toEqual([
      '10:00',
      '10:15',
    ]);
  });

  test('offers both days where it could be either', () => {
    const shown = unclear({ reason: 'twoDays', days: ['2026-12-01', '2026-12-08'] });
    // No other question stands below it.
    expect(labelsOf(shown)).toEqual(['12月1日(火)', '12月8日(火)', 'ほかの日', 'ひとつ前へ', 'やめる']);
    const days = buttonsOf(shown).slice(0, 2);
    expect(days.map((button) => 'tap' in button && button.tap)).toEqual([
      { event: 'day.picked', day: '2026-12-01' },
      { event: 'day.picked', day: '2026-12-08' },
    ]);
  });

  test('keeps the time that she typed with two days on their buttons', () => {
    const shown = unclear({ reason: 'twoDays', days: ['2026-12-01', '2026-12-08'], time: '10:00' });
    const days = buttonsOf(shown).slice(0, 2);
    expect(days.map((button) => 'tap' in button && button.tap.time)).toEqual(['10:00', '10:00']);
  });

  test('of a slot that was taken fits the question for the time and the one for the day alike', () => {
    expect(screenOf(refused({ reason: 'taken', day: '2026-12-01', time: '10:00' }))).toBe(
      '12月1日(火)10:00は空きがありません。',
    );
  });

  test.each(['nameRefused', 'jobNumberRefused', 'phoneRefused'] as const)(
    '%s has words for an unknown reason',
    (key) => {
      const shown = ja.remarks[key]({ facts: { reason: 'toString' }, openPrompt: null, misses: 0 }, office);
      expect(screenOf(shown)).toContain('読み取れませんでした');
    },
  );
});

test('a span is said with the ends that she named', () => {
  const said = (facts: Readonly<Record<string, string>>) =>
    screenOf(slotRefused({ reason: 'noDays', dateRange: 'span', ...facts }, office));
  expect(said({ ends: '2026-12-03' })).toContain('12月3日(木)までは、申し込める日がありません。');
  expect(said({ begins: '2026-12-01' })).toContain('12月1日(火)からは、');
  expect(said({ begins: '2026-12-01', ends: '2026-12-03' })).toContain('12月1日(火)から12月3日(木)までは、');
});
