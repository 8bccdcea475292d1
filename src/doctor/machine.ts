// What the checks take from the machine, in one place, so that a test can bring another machine.
import { statfs } from 'node:fs/promises';
import { getTimezoneOffset } from 'date-fns-tz/getTimezoneOffset';
import { holidaysKnownUntilYear } from '../booking/calendar.ts';
import { type DatabaseLook, lookIntoDatabase } from '../db/look-into.ts';
import { type Records, readRecords } from '../records/doctor-facts.ts';

export type Machine = {
  now(): Date;
  /** Who runs this; undefined where users have no numbers. */
  userId: number | undefined;
  /** Such as 24.21.0. */
  nodeVersion: string;
  /** How far Japan's time is ahead of UTC by this machine's time zone data, ms; NaN when it has none. */
  japanIsAheadMs: number;
  holidaysKnownUntilYear: number;
  lookIntoDatabase(place: { url: string | undefined; dataDir: string }): Promise<DatabaseLook<Records>>;
  freeBytes(directory: string): Promise<number>;
  openPage(url: string, signal: AbortSignal): Promise<Page>;
};

/** Where a page was found after all redirects, and its status. */
export type Page = { url: string; status: number };

export const thisMachine: Machine = {
  now: () => new Date(),
  userId: process.getuid?.(),
  nodeVersion: process.versions.node,
  japanIsAheadMs: getTimezoneOffset('Asia/Tokyo'),
  holidaysKnownUntilYear,
  lookIntoDatabase: (place) => lookIntoDatabase({ ...place, read: readRecords }),
  async freeBytes(directory) {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  },
  async openPage(url, signal) {
    const { url: found, status, body } = await fetch(url, { signal });
    await body?.cancel();
    return { url: found, status };
  },
};
