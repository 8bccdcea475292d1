// カレンダーに入れる: a file with the times of a confirmed booking, behind an address of one's own.
import { addMinutes } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../src/db/generated/client.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { createCalendarPage } from '../../src/pages/calendar-page.ts';
import { servePages } from '../staff/serve-page.ts';
import { putBooking } from './bookings-of.ts';
import { type Counter, openCounter, type Visitor } from './counter.ts';

let counter: Counter;
let origin: string;
let hanako: Visitor;
let booking: Booking;
beforeAll(async () => {
  counter = await openCounter();
  const { close, ...served } = await servePages(createCalendarPage(counter.database, ja));
  origin = served.origin;
  return close;
});
afterAll(() => counter.close());
let people = 0;
beforeEach(async () => {
  people += 1;
  hanako = counter.visitor(`U-${people}`);
  await hanako.says('こんにちは');
  booking = await putBooking(counter, hanako, 3 * 24 * 60);
});

const asks = (who = hanako) =>
  who.does({ type: 'tap', tap: { event: 'calendar.asked', booking: booking.id } });
async function address(): Promise<string> {
  const { pathname, search } = new URL(/https:[^\s\]]+/.exec(await asks())?.[0] ?? '');
  return `${origin}${pathname}${search}`;
}
const press = (url: string) => fetch(url, { method: 'POST' });
const utc = (date: Date) => `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

describe('the file', () => {
  test('has the times, and nothing by which anybody knows whose or what it is', async () => {
    const url = await address();
    expect(url).toContain('openExternalBrowser=1');
    const before = await (await fetch(url)).text();
    expect(before).toContain('カレンダーに入れる');
    expect(before).not.toContain('BEGIN:VCALENDAR');
    const file = await press(url);
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(file.headers.get('cache-control')).toBe('no-store');
    const lines = (await file.text()).split('\r\n');
    expect(lines).toContain(`DTSTART:${utc(booking.startsAt)}`);
    expect(lines).toContain(`DTEND:${utc(booking.endsAt)}`);
    expect(lines).toContain('SUMMARY:オンラインの予定');
    expect(lines.join()).not.toMatch(/浜名|ハローワーク|81234567890|hama2026|相談/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('of a booking that has moved takes the place of the one before', async () => {
    const url = await address();
    const keyOf = (file: string) => /UID:.*\r\nSEQUENCE:\d+/.exec(file)?.[0].split('\r\nSEQUENCE:');
    const [uid, sequence] = keyOf(await (await press(url)).text()) ?? [];
    await counter.prisma.booking.update({ where: { id: booking.id }, data: { version: { increment: 1 } } });
    expect(keyOf(await (await press(url)).text())).toEqual([uid, String(Number(sequence) + 1)]);
  });

  test('is there for an hour, and not once the booking is cancelled', async () => {
    const [early, late] = [await address(), await address()];
    await counter.prisma.booking.update({ where: { id: booking.id }, data: { state: 'cancelled' } });
    expect((await press(early)).status).toBe(404);
    await counter.prisma.booking.update({ where: { id: booking.id }, data: { state: 'confirmed' } });
    expect((await press(early)).status).toBe(200);
    await counter.clock.moveTo(addMinutes(counter.clock.now(), 61));
    expect((await press(late)).status).toBe(404);
  });
});

test('nobody gets it for a booking of somebody else, or for one that is not confirmed', async () => {
  const other = counter.visitor('U-other');
  await other.says('こんにちは');
  expect(await asks(other)).not.toContain('https:');
  await counter.prisma.booking.update({ where: { id: booking.id }, data: { state: 'cancelled' } });
  expect(await asks()).not.toContain('https:');
});
