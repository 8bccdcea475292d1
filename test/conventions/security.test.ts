// What SECURITY.md promises is held by the tests that it names.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');

test('every test that SECURITY.md names is there', () => {
  const named = [...text.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('how long things are kept is what the profile says', () => {
  const { retention } = JSON.parse(readFileSync(join(root, 'offices/hamamatsu.json'), 'utf8'));
  expect(retention).toMatchObject({ draftHours: 24, zoomNumbersDays: 1, personWithoutBookingDays: 30 });
  expect(retention).toMatchObject({
    finishedBookingDays: 365,
    historyDays: 365,
    undeliveredDays: 30,
    codeDays: 30,
  });
  expect(text).toContain('typed answers 24\nhours');
});
