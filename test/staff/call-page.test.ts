// The page of a call: whom to call and what to say, for ten minutes; each look is on record, and 伝えた and 留守 count once.

import { addMinutes } from 'date-fns';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiptOf } from '../../src/booking/shown.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { createCallPage } from '../../src/pages/call-page.ts';
import { createContactPage } from '../../src/pages/contact-page.ts';
import { putMember } from '../../src/records/admin-chats.ts';
import { askOf } from '../../src/records/forget.ts';
import { sweepPageLinks } from '../../src/records/page-links.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { numbers } from '../timers/bookings.ts';
import { callOnPage, details, staffChat } from './calls-on-page.ts';
import { servePages } from './serve-page.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let origin: string;
const clerks = { suzuki: '', takahashi: '' };

beforeAll(async () => {
  database = await openTestDatabase();
  const { prisma, sealer, clock } = database;
  await prisma.adminChat.create({ data: { chatId: staffChat, enrolledAt: clock.now() } });
  const clerk = async (name: string) => (await putMember(prisma, sealer, `U-${name}`, name, clock.now())).id;
  Object.assign(clerks, { suzuki: await clerk('鈴木'), takahashi: await clerk('高橋') });
  const { close, ...served } = await servePages(
    createContactPage(database, ja),
    createCallPage(database, ja),
  );
  origin = served.origin;
  return close;
});
afterAll(() => database.close());

type Changes = Parameters<typeof callOnPage>[1];
const asked = (changes: Changes = {}) => callOnPage(database, { staffId: clerks.suzuki, ...changes });
const press = (path: string, sent: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { method: 'POST', body: new URLSearchParams(sent), headers });
const told = async (path: string, sent?: Record<string, string>) => (await press(path, sent)).text();

const phone = 'href="tel:09012345678"';
const secrets = [details.name, details.jobNumber, '090-1234-5678', phone, '812 3456 7890', numbers.passcode];
const button = '電話番号と内容を表示する';

describe('the page of a call', () => {
  test('shows whom to call, what to say with the meeting’s numbers, and what to press; each look is on record', async () => {
    const { path, steps, history, bookingId } = await asked();
    const by = clerks.suzuki;
    for (let looks = 0; looks < 2; looks += 1) {
      const html = await told(path);
      for (const part of secrets) expect(html).toContain(part);
      expect(html).toContain('オンライン相談のご予約が確定しました。');
      expect(html).toContain('ミーティングIDは、812 3456 7890です。');
      expect(html).toContain('今月のLINEの送信数が上限');
      const booking = await database.prisma.booking.findUniqueOrThrow({ where: { id: bookingId } });
      expect(html).toContain(receiptOf(booking));
      for (const label of ['伝えた', '留守']) expect(html).toContain(`>${label}</button>`);
      expect(html).not.toContain('<script');
    }
    expect(await steps()).toEqual([`seen by ${by}`, `seen by ${by}`]);
    expect(await history()).toEqual(['contactSeen', 'contactSeen']);
  });

  test.each<[string, RequestInit]>([
    ['opens the address', {}],
    ['only looks whether it is there', { method: 'HEAD' }],
    ['previews it', { headers: { 'user-agent': 'facebookexternalhit/1.1;line-poker/1.0' } }],
    ['prefetches it', { headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } }],
    ['sends it from another page', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }],
    [
      'sends a press from another page',
      {
        method: 'POST',
        headers: { 'sec-fetch-site': 'cross-site' },
        body: new URLSearchParams({ act: 'told' }),
      },
    ],
  ])('shows nothing of anybody and changes nothing for a program that %s', async (_, how) => {
    const { path, row, steps } = await asked();
    const page = await fetch(`${origin}${path}`, how);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html.includes(button)).toBe(how.method !== 'HEAD');
    for (const part of secrets) expect(html).not.toContain(part);
    expect(await row()).toMatchObject({ state: 'open', tries: 0 });
    expect(await steps()).toEqual([]);
  });

  test('is kept nowhere on its way, framed by nobody, and sends its forms to itself alone', async () => {
    const { path } = await asked();
    const { headers } = await press(path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    const policy = headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
    for (const part of ["frame-ancestors 'none'", "form-action 'self'"]) expect(policy).toContain(part);
  });

  test('is opened at most twenty times: its history cannot be filled', async () => {
    const { path, steps } = await asked();
    const statuses = [];
    for (let looks = 0; looks < 22; looks += 1) statuses.push((await press(path)).status);
    expect(statuses).toEqual([...Array(20).fill(200), 404, 404]);
    expect(await steps()).toHaveLength(20);
  });

  test('is gone after ten minutes, for looks and presses, and is swept away', async () => {
    const { path, row } = await asked();
    await database.clock.moveTo(addMinutes(database.clock.now(), 10));
    for (const page of [
      await fetch(`${origin}${path}`),
      await press(path),
      await press(path, { act: 'told' }),
    ]) {
      expect(page.status).toBe(404);
      expect(await page.text()).toContain('もう一度「電話のページ」を押してください');
    }
    expect(await row()).toMatchObject({ state: 'open' });
    await sweepPageLinks(askOf(database.prisma), database.clock.now());
    expect(await database.prisma.pageLink.count()).toBe(0);
  });

  test('is gone when the chat that asked for it decides nothing any more', async () => {
    const { path, row } = await asked();
    const { prisma } = database;
    const where = { chatId: staffChat };
    await prisma.adminChat.update({ where, data: { leftAt: new Date() } });
    expect([(await press(path)).status, (await press(path, { act: 'told' })).status]).toEqual([404, 404]);
    await prisma.adminChat.update({ where, data: { leftAt: null } });
    expect(await row()).toMatchObject({ state: 'open' });
    expect((await press(path)).status).toBe(200);
  });

  test('opens by no address of another page, and its own opens no other', async () => {
    const { path } = await asked();
    const token = path.split('/').at(-1) ?? '';
    expect((await press(`/contact/${token}`)).status).toBe(404);
    for (const other of ['unknown', '%00', 'a'.repeat(43), 'a'.repeat(4_000), '..%2f..%2fetc'])
      expect((await press(`/call/${other}`)).status).toBe(404);
    const rows = await database.prisma.pageLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('refuses more than any form holds, and takes nothing of what was sent twice', async () => {
    const { path, row } = await asked();
    expect((await press(path, { act: 'told', more: 'x'.repeat(20_000) })).status).toBe(413);
    const twice = { method: 'POST', body: new URLSearchParams('act=told&act=away&tries=0') };
    expect(await (await fetch(`${origin}${path}`, twice)).text()).toContain('>伝えた</button>');
    expect(await row()).toMatchObject({ state: 'open', tries: 0 });
  });
});

describe('of two clerks on one page', () => {
  const answers = /(?<who>..)さんが\d+:\d\dに「(?<what>.+)」を押しました/;

  test('one has told; the second, and whoever presses again, learns who and when, and nothing of the person', async () => {
    const { path, address, row, steps } = await asked();
    const other = await address(clerks.takahashi);
    await Promise.all([told(path), told(other)]);
    expect(await told(path, { act: 'told' })).toContain('伝えたことを記録しました');
    for (const html of [
      await told(other, { act: 'told' }),
      await told(other, { act: 'away', tries: '0' }),
      await told(path, { act: 'told' }),
      await told(path),
    ]) {
      expect(answers.exec(html)?.groups).toMatchObject({ who: '鈴木', what: '伝えた' });
      for (const part of secrets) expect(html).not.toContain(part);
    }
    expect(await row()).toMatchObject({ state: 'told', tries: 0 });
    expect((await steps()).filter((step) => step.startsWith('told'))).toHaveLength(1);
  });

  test('pressing in the same moment, one wins', async () => {
    const { path, address, steps } = await asked();
    const others = await Promise.all([address(clerks.takahashi), address(null)]);
    const html = await Promise.all([path, ...others].map((one) => told(one, { act: 'told' })));
    expect(html.filter((one) => one.includes('伝えたことを記録しました'))).toHaveLength(1);
    expect(html.filter((one) => one.includes('」を押しました'))).toHaveLength(2);
    expect(await steps()).toHaveLength(1);
  });

  test('留守 of one page counts once, and says when the call comes back', async () => {
    const { path, address, row } = await asked();
    const other = await address(clerks.takahashi);
    expect(await told(path, { act: 'away', tries: '0' })).toContain('留守を記録しました');
    const html = await told(other, { act: 'away', tries: '0' });
    expect(answers.exec(html)?.groups).toMatchObject({ who: '鈴木', what: '留守' });
    expect(html).toContain('から、また出ます');
    const { tries, dueAt, createdAt } = await row();
    expect(tries).toBe(1);
    expect(dueAt.getTime() - createdAt.getTime()).toBeGreaterThanOrEqual(120 * 60_000);
    expect(await told(other)).toContain('<dt>留守</dt><dd>1回</dd>');
  });

  test.each([{}, { tries: '-1' }, { tries: '1e9' }, { tries: '٣' }])(
    '留守 with a forged count (%o) changes nothing',
    async (sent) => {
      const { path, row } = await asked();
      expect(await told(path, { act: 'away', ...sent })).toContain('>留守</button>');
      expect(await row()).toMatchObject({ tries: 0, state: 'open' });
    },
  );
});
