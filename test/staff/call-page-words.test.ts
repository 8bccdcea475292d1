// What the page of a call says: words to be read aloud, as long as they are true, and what has to be known before the call.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ja } from '../../src/messages/ja/index.ts';
import { createCallPage } from '../../src/pages/call-page.ts';
import { writeHistory } from '../../src/records/booking-steps.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { numbers } from '../timers/bookings.ts';
import { callOnPage, staffChat } from './calls-on-page.ts';
import { servePages } from './serve-page.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let origin: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const enrolledAt = database.clock.now();
  await database.prisma.adminChat.create({ data: { chatId: staffChat, enrolledAt } });
  const { close, ...served } = await servePages(createCallPage(database, ja));
  origin = served.origin;
  return close;
});
afterAll(() => database.close());

type Changes = Parameters<typeof callOnPage>[1];
const asked = (changes: Changes = {}) => callOnPage(database, changes);
const told = async (path: string) => (await fetch(`${origin}${path}`, { method: 'POST' })).text();
const phone = 'href="tel:09012345678"';

describe('what is said on it', () => {
  test.each<[string, Changes, string]>([
    ['confirmed', {}, 'ご予約が確定しました'],
    ['declined', { booking: { state: 'declined' } }, 'お受けできませんでした'],
    ['expired', { booking: { state: 'expired' } }, '期限までに確定できませんでした'],
    ['receipt', { booking: { state: 'requested' } }, '申し込みを受け付けました'],
    ['reminder', {}, 'ご予約があります'],
  ])('of %s stands in words that can be read aloud', async (about, changes, words) => {
    const { path } = await asked({ ...changes, call: { about } });
    const html = await told(path);
    expect(html).toContain('このとおりにお伝えください');
    expect(html).toContain(words);
  });

  test('is nothing to be read aloud once the booking is not so any more', async () => {
    const { path } = await asked({ booking: { state: 'cancelled' } });
    const html = await told(path);
    expect(html).not.toContain('このとおりにお伝えください');
    expect(html).toContain('予約の状態が変わったか');
    expect(html).toContain('>伝えた</button>');
  });

  test('begins with that nobody may call, where the person has asked for that', async () => {
    const { path, bookingId } = await asked();
    const at = database.clock.now();
    const by = { actor: 'person', at } as const;
    await writeHistory(database.prisma, bookingId, 'noPhone', 'confirmed', 'confirmed', by);
    const html = await told(path);
    expect(html.indexOf('お電話は、しないでください。')).toBeGreaterThan(0);
    expect(html.indexOf('お電話は、しないでください。')).toBeLessThan(html.indexOf(phone));
  });

  test('of an answer, which is about no booking, is whom to call and why', async () => {
    const { path } = await asked({ call: { bookingId: null, about: 'answer' } });
    const html = await told(path);
    expect(html).toContain('LINEへのお返事');
    expect(html).toContain(phone);
    expect(html).not.toContain(numbers.passcode);
  });

  test('shows a name of any letters as it is', async () => {
    const { path } = await asked({ name: `<script>alert("'&")</script>` });
    const html = await told(path);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });
});
