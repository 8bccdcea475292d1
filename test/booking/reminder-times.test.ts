import { expect, test } from 'vitest';
import { reminderTimes } from '../../src/booking/reminder-times.ts';
import { at, office } from './the-office.ts';

const start = at('2026-12-01 10:00');
const dayBefore = { kind: 'dayBefore', at: at('2026-11-30 17:00') };
const soon = { kind: 'soon', at: at('2026-12-01 09:30') };

test('she is reminded at 17:00 the day before and half an hour before', () => {
  expect(reminderTimes(start, at('2026-11-25 10:05'), office)).toEqual([dayBefore, soon]);
});

test('a Monday is remembered on Sunday, at home', () => {
  expect(reminderTimes(at('2026-11-30 10:00'), at('2026-11-25 10:05'), office).at(0)).toEqual({
    kind: 'dayBefore',
    at: at('2026-11-29 17:00'),
  });
});

test('what is past is not made up for', () => {
  expect(reminderTimes(start, at('2026-11-30 17:00'), office)).toEqual([soon]);
  expect(reminderTimes(start, at('2026-12-01 09:30'), office)).toEqual([]);
});
