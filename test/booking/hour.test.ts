import { expect, test } from 'vitest';
import { isContactWindow, phaseOf } from '../../src/booking/consultation-phase.ts';

const at = (time: string, day = '2026-12-01') => new Date(`${day}T${time}+09:00`);
const consultation = (state = 'confirmed') => ({ startsAt: at('10:00:00'), endsAt: at('10:45:00'), state });

test.each([
  ['2026-11-30', '23:59:59', 'ahead'],
  ['2026-12-01', '00:00:00', 'today'],
  ['2026-12-01', '09:44:59', 'today'],
  ['2026-12-01', '09:45:00', 'soon'],
  ['2026-12-01', '09:59:59', 'soon'],
  ['2026-12-01', '10:00:00', 'begun'],
  //
  ['2026-12-01', '10:09:59', 'begun'],
  ['2026-12-01', '10:10:00', 'overdue'],
  ['2026-12-01', '10:44:59', 'overdue'],
  ['2026-12-01', '10:45:00', 'over'],
  ['2026-12-02', '09:50:00', 'over'],
])('For a consultation on 1 December at 10:00, %s %s is %s', (day, time, hour) => {
  expect(phaseOf(consultation(), at(time, day))).toBe(hour);
});

test('Once staff have recorded that she came, nothing is overdue (R-22)', () => {
  expect(phaseOf(consultation('inProgress'), at('10:20:00'))).toBe('begun');
});

test('Her hour lasts from a quarter of an hour before the start until the end', () => {
  const hers = ['09:44:59', '09:45:00', '10:10:00', '10:44:59', '10:45:00'].map((time) =>
    isContactWindow(phaseOf(consultation(), at(time))),
  );
  expect(hers).toEqual([false, true, true, true, false]);
});
