// The office of these tests: the default profile, and days and moments spelled as people say them.

import profile from '../../offices/hamamatsu.json' with { type: 'json' };
import { parseOffice } from '../../src/config/office.ts';

export const office = parseOffice(profile, 'offices/hamamatsu.json');

/** Another profile with these answers to the questions about requests. */
export const officeWhere = (requests: Partial<typeof office.requests>): typeof office => ({
  ...office,
  requests: { ...office.requests, ...requests },
});

/** `2026-12-01 10:00` in Japan. */
export const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+09:00`);
