import { describe, expect, test } from 'vitest';
import { isReminderDue, reminderTimes } from '../../src/booking/reminder-times.ts';
import { at, office } from './the-office.ts';

const start = at('2026-12-01 10:00');
const daysBefore = { kind: 'daysBefore', at: at('2026-11-28 17:00') };
const dayBefore = { kind: 'dayBefore', at: at('2026-11-30 17:00') };
const soon = { kind: 'soon', at: at('2026-12-01 09:30') };

test('people are reminded at 17:00 three days before and the day before, and half an hour before', () => {
  expect(reminderTimes(start, at('2026-11-25 10:05'), office)).toEqual([daysBefore, dayBefore, soon]);
});

// Year end, Golden Week and the end of February: calendar days, at home.
test.each([
  ['a Monday on Friday and Sunday', '2026-11-30', '2026-11-27', '2026-11-29'],
  ['the first day of the year’s work on New Year’s Day', '2027-01-04', '2027-01-01', '2027-01-03'],
  ['the day after Golden Week within it', '2027-05-06', '2027-05-03', '2027-05-05'],
  ['the first of March in February', '2027-03-01', '2027-02-26', '2027-02-28'],
])('%s', (_, day, three, one) => {
  expect(reminderTimes(at(`${day} 10:00`), at('2026-11-01 10:05'), office).slice(0, 2)).toEqual([
    { kind: 'daysBefore', at: at(`${three} 17:00`) },
    { kind: 'dayBefore', at: at(`${one} 17:00`) },
  ]);
});

test('what is past is not made up for', () => {
  expect(reminderTimes(start, at('2026-11-28 17:00'), office)).toEqual([dayBefore, soon]);
  expect(reminderTimes(start, at('2026-11-30 17:00'), office)).toEqual([soon]);
  expect(reminderTimes(start, at('2026-12-01 09:30'), office)).toEqual([]);
});

describe('an office', () => {
  const own = (reminders: Partial<typeof office.reminders>) => ({
    ...office,
    reminders: { ...office.reminders, ...reminders },
  });

  test('that wants five days and the morning has that', () => {
    const [early] = reminderTimes(
      start,
      at('2026-11-01 10:05'),
      own({ daysBefore: { days: 5, at: '09:00' } }),
    );
    expect(early).toEqual({ kind: 'daysBefore', at: at('2026-11-26 09:00') });
  });

  test('that wants no early one has none, and a timer of before says nothing', () => {
    const { daysBefore: _, ...reminders } = office.reminders;
    const without = { ...office, reminders };
    expect(reminderTimes(start, at('2026-11-25 10:05'), without)).toEqual([dayBefore, soon]);
    expect(isReminderDue('daysBefore', start, at('2026-11-28 17:00'), without)).toBe(false);
  });
});

test('the early one counts its days: on the next day it is wrong, and not sent', () => {
  const due = (text: string) => isReminderDue('daysBefore', start, at(text), office);
  expect(['2026-11-28 16:59', '2026-11-28 17:00', '2026-11-28 23:59', '2026-11-29 00:00'].map(due)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
