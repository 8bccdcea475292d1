// The one office of a test file and of all the chapters that it imports.
import { afterAll, beforeAll } from 'vitest';
import { type Office, type OfficeOptions, startOffice } from './office.ts';

export let office: Office;

/** Starts it before the first test of the file, and closes it after the last. */
export function openOffice(options?: OfficeOptions): void {
  beforeAll(async () => {
    office = await startOffice(options);
  });
  afterAll(() => office.close());
}
