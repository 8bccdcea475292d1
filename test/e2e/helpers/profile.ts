// The office of these tests is the one that the server takes when nothing else is said.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Office, parseOffice } from '../../../src/config/office.ts';
import { freshFolder } from '../../helpers/database.ts';

const file = join(import.meta.dirname, '../../../offices/hamamatsu.json');
export const office: Office = parseOffice(JSON.parse(readFileSync(file, 'utf8')), file);

/** For tests by the real clock, which run at night and on holidays too: staff are told at any hour. */
export const toldAtAnyHour = (): Promise<string> =>
  profileWith({ messages: { reserve: 60, toStaff: 'always' } });

/** The path of a profile that differs from the usual one, for the variable OFFICE. */
export async function profileWith(changes: Partial<Office>): Promise<string> {
  const path = join(await freshFolder(), 'office.json');
  await writeFile(path, JSON.stringify({ ...office, ...changes }));
  return path;
}
