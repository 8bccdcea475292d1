// 台帳: the bookings of a month on a page to print, and as a file. Every look is on record.
import { addMinutes } from 'date-fns';
import fc from 'fast-check';
import { useBrowser } from 'line-simulator/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asDay, instant } from '../../src/core/jst.ts';
import type { BookingState } from '../../src/db/generated/client.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { csvOf, harmless } from '../../src/pages/csv.ts';
import { createRegisterPage } from '../../src/pages/register-page.ts';
import { putMember } from '../../src/records/admin-chats.ts';
import { writeHistory } from '../../src/records/booking-steps.ts';
import { makePageLink } from '../../src/records/page-links.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { noteRegisterLook } from '../../src/records/register.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { servePages } from './serve-page.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let origin: string;
let staffId: string;
const openPage = useBrowser();
const month = asDay('2026-12-01');

beforeAll(async () => {
  database = await openTestDatabase();
  const { prisma, sealer, clock } = database;
  await prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: clock.now() } });
  staffId = (await putMember(prisma, sealer, 'U-suzuki', '鈴木', clock.now())).id;
  const { close, ...served } = await servePages(createRegisterPage(database, ja, ['斎藤']));
  origin = served.origin;
  return close;
});
afterAll(() => database.close());
beforeEach(async () => {
  const { prisma } = database;
  await prisma.registerLook.deleteMany();
  await prisma.bookingStep.deleteMany();
  await prisma.booking.deleteMany();
});

let tokens = 0;
async function asked(): Promise<string> {
  const { prisma, sealer, clock } = database;
  tokens += 1;
  const by = { chatId: 'C1', staffId, at: clock.now() };
  const subject = uuidv7();
  await noteRegisterLook(prisma, { id: subject, month, event: 'asked' }, by);
  const token = `register-${tokens}`.padEnd(43, '_');
  return `${origin}${await makePageLink(prisma, sealer, token, { purpose: 'register', subject, by })}`;
}

let people = 0;
async function booked(day: string, name: string, state: BookingState = 'done', jobNumber = '22020-1234567') {
  const { prisma, sealer, clock } = database;
  people += 1;
  const { id: personId } = await prisma.person.create({
    data: { chatId: `U-register-${people}`, createdAt: clock.now() },
  });
  await prisma.$transaction((tx) =>
    recordDetails(tx, sealer, personId, { name, jobNumber, phone: '09012345678' }),
  );
  const startsAt = instant(asDay(day), '10:00');
  const { id } = await prisma.booking.create({
    data: {
      ...{ personId, state, version: 2, counsellor: people % 2 === 1 ? 0 : people, companion: true },
      ...{ startsAt, endsAt: addMinutes(startsAt, 45), promisedBy: startsAt, createdAt: clock.now() },
    },
  });
  const at = instant(asDay('2026-11-24'), '10:00');
  await writeHistory(prisma, id, 'request', null, 'requested', { actor: 'person', at });
  await writeHistory(prisma, id, 'contactSeen', 'requested', 'requested', { actor: 'staff', staffId, at });
  const author = { actor: 'staff' as const, staffId, at };
  await writeHistory(prisma, id, 'confirm', 'requested', 'confirmed', author);
  await writeHistory(prisma, id, 'wishUnanswered', 'confirmed', 'confirmed', { actor: 'system', at });
}

const send = (url: string, sent: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(sent), headers });
const file = async (url: string) => {
  const response = await send(url, { act: 'download' });
  return { headers: response.headers, text: Buffer.from(await response.arrayBuffer()).toString('utf8') };
};
const events = async () =>
  (await database.prisma.registerLook.findMany({ orderBy: { id: 'asc' } })).map(({ event }) => event);

describe('the page of the register', () => {
  test('shows the month with who decided, sums by outcome, and nothing of another month', async () => {
    await booked('2026-12-01', '浜名 はなこ');
    await booked('2026-12-31', '馬場 あや', 'noShow');
    for (const day of ['2026-11-30', '2027-01-01']) await booked(day, '別月 花子');
    const html = await (await send(await asked())).text();
    for (const part of ['2026年12月の予約 2件', '浜名 はなこ', '馬場 あや', '22020-1234567', '12月31日(木)'])
      expect(html).toContain(part);
    expect(html).toContain('11/24 申込、11/24 確定(鈴木)、11/24 変更の希望に返事なし');
    expect(html).toContain('<td>鈴木</td>');
    expect(html).not.toContain('別月');
    expect(html).not.toContain('5678');
    expect(html).toMatch(/<th scope="row">実施<\/th><td>1<\/td>.*<th scope="row">連絡なし<\/th><td>1<\/td>/);
    expect(html).toMatch(/<th scope="row">合計<\/th><td>2<\/td>/);
    expect(html).toContain('<caption');
    expect(html).toContain('<th scope="col">受付番号</th>');
    expect(html).toContain('A4 landscape');
  });

  test('names nobody as who decided where a clerk has only entered the request', async () => {
    await booked('2026-12-01', '浜名 はなこ', 'requested');
    await database.prisma.bookingStep.deleteMany({ where: { event: { not: 'request' } } });
    await database.prisma.bookingStep.updateMany({ data: { actor: 'staff', staffId } });
    expect(await (await send(await asked())).text()).not.toContain('<td>鈴木</td>');
  });

  test.each<[string, RequestInit]>([
    ['opens the address', {}],
    ['sends it from another page', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }],
    [
      'asks for the file from another page',
      {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site' },
        body: new URLSearchParams({ act: 'download' }),
      },
    ],
  ])('shows nothing of anybody to a program that %s, and nothing is recorded', async (_, how) => {
    await booked('2026-12-01', '浜名 はなこ');
    const url = await asked();
    const html = await (await fetch(url, how)).text();
    expect(html).toContain('台帳を表示する');
    expect(html).not.toContain('浜名');
    expect(await events()).toEqual(['asked']);
  });

  test('each look and each download is a row of history; after twenty, or ten minutes, it is gone', async () => {
    await booked('2026-12-01', '浜名 はなこ');
    const url = await asked();
    await send(url);
    await file(url);
    expect(await events()).toEqual(['asked', 'seen', 'downloaded']);
    const statuses = [];
    for (let n = 0; n < 19; n += 1) statuses.push((await send(url)).status);
    expect(statuses).toEqual([...Array(18).fill(200), 404]);
    const late = await asked();
    await database.clock.moveTo(addMinutes(database.clock.now(), 10));
    expect((await send(late)).status).toBe(404);
    expect((await send(late, { act: 'download' })).status).toBe(404);
  });

  test.each([0, 1, 12, 13, 60])(
    'with %i bookings has that many lines, on the page and in the file',
    async (count) => {
      for (let n = 0; n < count; n += 1) await booked('2026-12-04', `花子 第${n}`);
      const url = await asked();
      const html = await (await send(url)).text();
      expect(html.match(/花子 第/g) ?? []).toHaveLength(count);
      expect(readCsv((await file(url)).text)).toHaveLength(count + 1);
    },
  );
});

const odd = [
  'あ'.repeat(40),
  'محمد',
  '👩‍👩‍👧‍👦',
  '=HYPERLINK("https://example.com","x")',
  '<b>&"',
  'A, "B"\r\nC',
];

describe('the file', () => {
  test('is a download in UTF-8 with its mark, kept nowhere on its way', async () => {
    await booked('2026-12-01', '浜名 はなこ');
    const { headers, text } = await file(await asked());
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="2026-12.csv"; filename*=UTF-8''${encodeURIComponent('台帳-2026-12.csv')}`,
    );
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text.startsWith('\uFEFF日,時間,受付番号,')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const [, row] = readCsv(text);
    expect(row).toEqual(expect.arrayContaining(['12月1日(火)', '10:00～10:45', '浜名 はなこ', '実施']));
  });

  test('carries any name as it is, but for one that begins like a formula', async () => {
    for (const name of odd) await booked('2026-12-01', name);
    const url = await asked();
    const names = readCsv((await file(url)).text)
      .slice(1)
      .map((row) => row[3]);
    expect(names.toSorted()).toEqual(odd.map(harmless).toSorted());
    expect(names).toContain('\'=HYPERLINK("https://example.com","x")');
    const html = await (await send(url)).text();
    expect(html).toContain('&lt;b&gt;&amp;&quot;');
    expect(html).not.toContain('<b>');
  });

  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', '＝', ' ', 'あ') }),
  );
  test('any cells come back from it, and none begins like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 5 }), (rows) => {
        const read = readCsv(csvOf(rows));
        expect(read).toEqual(rows.map((row) => row.map(harmless)));
        for (const text of read.flat()) {
          expect(text).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
        }
      }),
    );
  });
});

/** RFC 4180, with its mark. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  cells.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  let row: string[] = [];
  for (let found = cells.exec(text); found !== null; found = cells.exec(text)) {
    const [, inQuotes, bare = '', end] = found;
    row.push(inQuotes === undefined ? bare : inQuotes.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('the page fits a phone of 360 px: its tables move within their frames; on paper nothing else is printed', async () => {
  for (const [n, name] of odd.entries())
    await booked(`2026-12-0${n + 1}`, name, n % 2 === 0 ? 'done' : 'cancelled');
  const page = await openPage();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(await asked());
  const { PICTURES: folder } = process.env;
  const picture = async (name: string) =>
    folder && (await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true }));
  await picture('register-button');
  await page.getByRole('button', { name: '台帳を表示する' }).click();
  await page.getByRole('table').first().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await picture('register');
  await page.setViewportSize({ width: 1047, height: 718 });
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'CSV' }).isVisible()).toBe(false);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1047);
  await picture('register-print');
});
