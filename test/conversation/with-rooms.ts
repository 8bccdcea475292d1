// What tests about bookings in rooms begin with: a counter with one admin chat and two clerks, and nothing on record before each test.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { readOffice } from '../../src/config/office.ts';
import { type Counter, openCounter } from './counter.ts';
import { type RoomOffice, roomOffice } from './rooms.ts';

export let counter: Counter;
export let office: RoomOffice;

/** For a file of tests: opens the counter before them, with so many `counsellors`, and closes it after them. */
export function openWithRooms(counsellors?: number): void {
  beforeAll(async () => {
    const profile = readOffice('hamamatsu', 'offices');
    const consultation = { ...profile.consultation, ...(counsellors && { counsellors }) };
    counter = await openCounter({ office: { ...profile, consultation } });
    office = roomOffice(counter);
    await office.enrol();
  });
  afterAll(() => counter?.close());
  beforeEach(async () => {
    await office.clear();
    await office.later();
  });
}
