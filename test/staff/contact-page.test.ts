// The page with a person's contact: for whoever has its address, for ten minutes, and every look is on record.

import { addMinutes } from 'date-fns';
import { useBrowser } from 'line-simulator/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import type { BookingState } from '../../src/db/generated/client.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { createContactPage } from '../../src/pages/contact-page.ts';
import { writeHistory } from '../../src/records/booking-steps.ts';
import { lastStep } from '../../src/records/bookings.ts';
import { isLongOver, makeContactLink, sweepContactLinks } from '../../src/records/contact-links.ts';
import { askOf } from '../../src/records/forget.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from '../timers/bookings.ts';
import { servePages } from './serve-page.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let origin: string;
const openPage = useBrowser();

beforeAll(async () => {
  database = await openTestDatabase();
  await database.prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: database.clock.now() } });
  const { close, ...served } = await servePages(createContactPage(database, ja));
  origin = served.origin;
  return close;
});
afterAll(() => database.close());

const details = { name: '浜名 はなこ', jobNumber: '22020-1234567', phone: '09012345678' };
let tokens = 0;

/** A booking, the address of its page, and what its history says of looks. */
async function asked(changes: Partial<typeof details> = {}, state: BookingState = 'confirmed') {
  const { prisma, sealer, clock } = database;
  const booking = await bookingAt(database, addMinutes(clock.now(), 3 * 24 * 60), { state });
  await prisma.$transaction((tx) => recordDetails(tx, sealer, booking.personId, { ...details, ...changes }));
  tokens += 1;
  const token = `token-${tokens}`.padEnd(43, '_');
  const by = { booking, chatId: 'C1', staffId: null, at: clock.now() };
  const path = await prisma.$transaction((tx) => makeContactLink(tx, sealer, token, by));
  const history = async () => {
    const steps = await prisma.bookingStep.findMany({
      where: { bookingId: booking.id },
      orderBy: { id: 'asc' },
    });
    return steps.map(({ event }) => event);
  };
  return { booking, url: `${origin}${path}`, token, history };
}

const press = (url: string, headers: Record<string, string> = {}) => fetch(url, { method: 'POST', headers });
const shown = [details.name, details.jobNumber, '090-1234-5678', 'href="tel:09012345678"'];
const button = '連絡先を表示する';

describe('the page', () => {
  test('shows name, phone and jobseeker number in full to who presses, and each look is on record', async () => {
    const { url, history } = await asked();
    for (let looks = 0; looks < 2; looks += 1) {
      const page = await press(url);
      expect(page.status).toBe(200);
      const html = await page.text();
      for (const part of shown) expect(html).toContain(part);
    }
    expect(await history()).toEqual(['contactAsked', 'contactSeen', 'contactSeen']);
  });

  test.each<[string, RequestInit]>([
    ['opens the address', {}],
    ['only looks whether it is there', { method: 'HEAD' }],
    ['previews it', { headers: { 'user-agent': 'facebookexternalhit/1.1;line-poker/1.0' } }],
    ['prefetches it', { headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } }],
    ['sends it from another page', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }],
  ])(
    'shows a button and nothing of anybody to a program that %s, and nothing is recorded',
    async (_, how) => {
      const { url, booking, history } = await asked();
      const page = await fetch(url, how);
      expect(page.status).toBe(200);
      const html = await page.text();
      expect(html.includes(button)).toBe(how.method !== 'HEAD');
      for (const part of [...shown, receiptOf(booking)]) expect(html).not.toContain(part);
      expect(await history()).toEqual(['contactAsked']);
    },
  );

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('does nothing for %s', async (method) => {
    const { url, history } = await asked();
    const html = await (await fetch(url, { method })).text();
    for (const part of shown) expect(html).not.toContain(part);
    expect(await history()).toEqual(['contactAsked']);
  });

  test('is opened at most twenty times: its history cannot be filled', async () => {
    const { url, history } = await asked();
    const statuses = [];
    for (let looks = 0; looks < 22; looks += 1) statuses.push((await press(url)).status);
    expect(statuses).toEqual([...Array(20).fill(200), 404, 404]);
    expect((await history()).filter((event) => event === 'contactSeen')).toHaveLength(20);
  });

  test('lets the browser send its forms to itself, and to nobody else', async () => {
    const { url } = await asked();
    for (const page of [await fetch(url), await press(url)])
      expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
  });

  test('is kept nowhere on its way, and runs nothing', async () => {
    const { headers } = await press((await asked()).url);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  test('is gone after ten minutes, and is swept away', async () => {
    const { url, history } = await asked();
    await database.clock.moveTo(addMinutes(database.clock.now(), 10));
    for (const page of [await fetch(url), await press(url)]) {
      expect(page.status).toBe(404);
      const html = await page.text();
      expect(html).toContain('もう一度「連絡先を見る」を押してください');
      expect(html).not.toContain(details.name);
    }
    expect(await history()).toEqual(['contactAsked']);
    await sweepContactLinks(askOf(database.prisma), database.clock.now());
    expect(await database.prisma.contactLink.count()).toBe(0);
  });

  test.each<[string, { leftAt?: Date; enrolledAt?: Date }]>([
    ['was ended in another admin chat', { leftAt: new Date() }],
    ['was ended and enrolled anew', { enrolledAt: new Date('2099-01-01T00:00:00Z') }],
  ])('is gone when the chat that asked for it %s, by every way', async (_, data) => {
    const { prisma, clock } = database;
    // The clock may tick while it is asked for.
    const before = clock.now();
    const { url, history } = await asked();
    await prisma.adminChat.update({ where: { chatId: 'C1' }, data });
    const pages = [await fetch(url), await press(url), await fetch(url, { method: 'HEAD' })];
    await prisma.adminChat.update({ where: { chatId: 'C1' }, data: { leftAt: null, enrolledAt: before } });
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404]);
    for (const page of pages) expect(await page.text()).not.toContain(details.name);
    expect(await history()).toEqual(['contactAsked']);
    expect((await press(url)).status).toBe(200);
  });

  test.each(['unknown', '%00', 'a'.repeat(4_000), '..%2f..%2fetc', 'a'.repeat(43)])(
    'is not there under another address: %s',
    async (token) => {
      const url = `${origin}/contact/${token}`;
      expect([(await fetch(url)).status, (await press(url)).status]).toEqual([404, 404]);
    },
  );

  test('keeps no address that could be read out of the database', async () => {
    const { token } = await asked();
    const rows = await database.prisma.contactLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('shows a name of any letters as it is', async () => {
    const name = `<script>alert("'&")</script>`;
    const html = await (await press((await asked({ name })).url)).text();
    expect(html).not.toContain('<script');
    const page = await openPage();
    await page.goto((await asked({ name })).url);
    await page.getByRole('button', { name: button }).click();
    expect(await page.locator('dd').first().textContent()).toBe(name);
  });

  test('fits a phone: nothing sticks out at 320 px, and button and number can be tapped', async () => {
    const page = await openPage();
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto((await asked({ name: 'Maria Aparecida dos Santos Oliveira de Albuquerque' })).url);
    const picture = (name: string) =>
      process.env.PICTURES ? page.screenshot({ path: `${process.env.PICTURES}/${name}.png` }) : undefined;
    const fits = async () =>
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await fits();
    await picture('contact-button');
    const shows = page.getByRole('button', { name: button });
    expect((await shows.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(48);
    await shows.click();
    await page.locator('dd').first().waitFor();
    await fits();
    const link = await page.getByRole('link', { name: '090-1234-5678' }).boundingBox();
    expect(link?.height ?? 0).toBeGreaterThanOrEqual(24);
    await picture('contact');
  });
});

test('who looked is no step of the booking’s life: the second clerk still hears who settled it', async () => {
  const { booking, url } = await asked();
  await press(url);
  expect(await lastStep(database.prisma, booking.id)).toBeNull();
});

test.each(['done', 'withdrawn', 'declined', 'expired', 'cancelled', 'noShow', 'byPhone'] as const)(
  'a contact is not to be seen 30 days after the request has ended, whichever way: %s',
  async (state) => {
    const { booking, url } = await asked({}, state);
    const endedDaysAgo = async (days: number) => {
      const { prisma, clock } = database;
      await prisma.bookingStep.deleteMany({ where: { bookingId: booking.id, event: 'ended' } });
      const at = addMinutes(clock.now(), -days * 24 * 60);
      await writeHistory(prisma, booking.id, 'ended', 'confirmed', state, { actor: 'system', at });
      return { isLongOver: await isLongOver(prisma, booking, clock.now()), page: (await press(url)).status };
    };
    expect(await endedDaysAgo(29)).toEqual({ isLongOver: false, page: 200 });
    expect(await endedDaysAgo(31)).toEqual({ isLongOver: true, page: 404 });
  },
);

test('a contact is to be seen as long as the request is open, however long ago it was made', async () => {
  const { booking } = await asked();
  const { prisma, clock } = database;
  const at = addMinutes(clock.now(), -60 * 24 * 60);
  await writeHistory(prisma, booking.id, 'request', null, 'requested', { actor: 'person', at });
  for (const state of ['requested', 'proposed', 'confirmed', 'inProgress'] as const)
    expect(await isLongOver(prisma, { ...booking, state }, clock.now()), state).toBe(false);
});
