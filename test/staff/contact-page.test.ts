// The page with a person's contact: for whoever has its address, for ten minutes, and every look is on record.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { addMinutes } from 'date-fns';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lastStep } from '../../src/booking/bookings.ts';
import { recordDetails } from '../../src/conversation/personal-data.ts';
import { makeContactLink, sweepContactLinks } from '../../src/staff/contact-links.ts';
import { createContactPage } from '../../src/staff/contact-page.ts';
import { useBrowser } from '../helpers/browser.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from '../reminders/bookings.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let origin: string;
const openPage = useBrowser();

beforeAll(async () => {
  database = await openTestDatabase();
  const app = express();
  app.use(createContactPage(database));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return () => void server.close().closeAllConnections();
});
afterAll(() => database.close());

const details = { name: '浜名 はなこ', jobNumber: '22020-1234567', phone: '09012345678' };
let tokens = 0;

/** A booking, the address of its page, and what its history says of looks. */
async function asked(changes: Partial<typeof details> = {}) {
  const { prisma, sealer, clock } = database;
  const booking = await bookingAt(database, addMinutes(clock.now(), 3 * 24 * 60));
  await prisma.$transaction((tx) => recordDetails(tx, sealer, booking.personId, { ...details, ...changes }));
  tokens += 1;
  const token = `token-${tokens}`;
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

describe('the page', () => {
  test('shows name, phone and jobseeker number in full, and each look is on record', async () => {
    const { url, history } = await asked();
    for (let looks = 0; looks < 2; looks += 1) {
      const page = await fetch(url);
      expect(page.status).toBe(200);
      const html = await page.text();
      for (const part of [details.name, details.jobNumber, '090-1234-5678', 'href="tel:09012345678"'])
        expect(html).toContain(part);
    }
    expect(await history()).toEqual(['contactAsked', 'contactSeen', 'contactSeen']);
  });

  test('is kept nowhere on its way, and runs nothing', async () => {
    const { headers } = await fetch((await asked()).url);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  test('is gone after ten minutes, and is swept away', async () => {
    const { url, history } = await asked();
    await database.clock.moveTo(addMinutes(database.clock.now(), 10));
    const page = await fetch(url);
    expect(page.status).toBe(404);
    const html = await page.text();
    expect(html).toContain('もう一度「連絡先を見る」を押してください');
    expect(html).not.toContain(details.name);
    expect(await history()).toEqual(['contactAsked']);
    await sweepContactLinks(database.prisma, database.clock.now());
    expect(await database.prisma.contactLink.count()).toBe(0);
  });

  test.each(['unknown', '%00', 'a'.repeat(5_000), '..%2f..%2fetc'])(
    'is not there under another address: %s',
    async (token) => {
      const { status } = await fetch(`${origin}/contact/${token.slice(0, 4_000)}`);
      expect(status).toBe(404);
    },
  );

  test('keeps no address that could be read out of the database', async () => {
    const { token } = await asked();
    const rows = await database.prisma.contactLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('shows a name of any letters as it is', async () => {
    const name = `<script>alert("'&")</script>`;
    const html = await (await fetch((await asked({ name })).url)).text();
    expect(html).not.toContain('<script');
    const page = await openPage();
    await page.goto((await asked({ name })).url);
    expect(await page.locator('dd').first().textContent()).toBe(name);
  });

  test('fits a phone: nothing sticks out at 320 px, and the number can be tapped', async () => {
    const page = await openPage();
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto((await asked({ name: 'Maria Aparecida dos Santos Oliveira de Albuquerque' })).url);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    const link = await page.getByRole('link', { name: '090-1234-5678' }).boundingBox();
    expect(link?.height ?? 0).toBeGreaterThanOrEqual(24);
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/contact.png` });
  });
});

test('who looked is no step of the booking’s life: the second clerk still hears who settled it', async () => {
  const { booking, url } = await asked();
  await fetch(url);
  expect(await lastStep(database.prisma, booking.id)).toBeNull();
});
