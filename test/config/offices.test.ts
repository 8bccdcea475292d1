// The profiles of offices: those that come with the product, and what is said of one that cannot be used.
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OfficeError, parseOffice, readOffice } from '../../src/config/office.ts';
import { clashesOf } from '../../src/config/office-times.ts';
import { oddTimesOf } from '../../src/doctor/office-times.ts';
import { openDays } from '../../src/records/slots.ts';
import { at, office } from '../booking/the-office.ts';
import { freshFolder } from '../helpers/database.ts';

const officesDir = join(import.meta.dirname, '../../offices');
const names = readdirSync(officesDir)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''));

function refusalOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof OfficeError) return error.message;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('Every office that comes with the product', () => {
  test('is a file whose name OFFICE can be', () => {
    expect(names).toContain('hamamatsu');
    expect(names.filter((name) => !/^[a-z][a-z0-9-]*$/.test(name))).toEqual([]);
  });

  test.each(names)('%s: its profile can be read, and its times are as they are meant', (name) => {
    expect(oddTimesOf(readOffice(name, officesDir))).toEqual([]);
  });

  test.each(names)('%s: has days and times to ask for', (name) => {
    const [first] = openDays(at('2026-12-01 09:00'), readOffice(name, officesDir), [], []);
    expect(first?.times).not.toEqual([]);
  });
});

describe('A profile that cannot be used', () => {
  test('is refused with everything that is wrong with it, each with its field', () => {
    const wrong = {
      ...office,
      phone: '0534541910',
      hours: { from: '9:00', until: '17:00' },
      terms: { ...office.terms, url: 'http://office.example/terms' },
      counselors: 2,
    };
    const refusal = refusalOf(() => parseOffice(wrong, 'wrong.json'));
    expect(refusal).toMatch(/wrong\.json needs fixing:\n/);
    for (const field of ['phone: must be', 'hours.from: must be', 'terms.url: ', 'counselors'])
      expect(refusal).toContain(field);
    expect(refusal).not.toContain('hours.until');
  });

  test('is refused while it does not say how long each thing is kept: nothing is assumed', () => {
    const { retention, ...silent } = office;
    expect(refusalOf(() => parseOffice(silent, 'silent.json'))).toContain('retention: ');
    for (const field of Object.keys(retention)) {
      const short = { ...office, retention: { ...retention, [field]: undefined } };
      expect(refusalOf(() => parseOffice(short, 'short.json'))).toContain(`retention.${field}: `);
    }
  });

  const { consultation, requests } = office;
  const [window] = consultation.windows;
  test.each([
    ['hours', { hours: { from: '17:00', until: '09:00' } }, '17:00 must be before 09:00'],
    [
      'consultation.windows.1',
      { consultation: { ...consultation, windows: [window, { from: '16:00', until: '16:00' }] } },
      '16:00 must be before 16:00',
    ],
    [
      'consultation.grid.1',
      { consultation: { ...consultation, grid: ['10:00', '11:16'] } },
      '11:16 leaves no 45 minutes inside a window',
    ],
    [
      'requests.closesAt',
      { requests: { ...requests, closesAt: '17:01' } },
      '17:01 must not be after decideBy, 16:30',
    ],
  ])('is refused when its times contradict each other: %s', (field, change, problem) => {
    expect(refusalOf(() => parseOffice({ ...office, ...change }, 'wrong.json'))).toContain(
      `\n  ${field}: ${problem}`,
    );
  });

  test('is told of contradicting times together with all else', () => {
    const wrong = { ...office, phone: '110', hours: { from: '17:00', until: '09:00' } };
    expect(refusalOf(() => parseOffice(wrong, 'wrong.json')).split('\n')).toHaveLength(3);
  });

  test('is not what is merely unusual: starts that fit to the minute, consultations after hours', () => {
    const evening = { from: '18:00', until: '18:45' };
    const windows = [...consultation.windows, evening];
    const grid = ['11:15', '18:00'];
    expect(clashesOf({ ...office, consultation: { ...consultation, windows, grid } })).toEqual([]);
  });

  test('is named when it is not there, or is not JSON', async () => {
    expect(refusalOf(() => readOffice('nowhere', officesDir))).toContain('nowhere.json');
    const file = join(await freshFolder(), 'office.json');
    await writeFile(file, '{ "name": ');
    expect(refusalOf(() => readOffice(file, officesDir))).toContain(file);
  });
});

test('A profile may lie anywhere: OFFICE may be its path', async () => {
  const file = join(await freshFolder(), 'elsewhere.json');
  await writeFile(file, JSON.stringify({ ...office, name: 'ハローワーク見本' }));
  expect(readOffice(file, officesDir).name).toBe('ハローワーク見本');
});
