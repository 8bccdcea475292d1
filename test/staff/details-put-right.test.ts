// Name, phone and jobseeker number are put right on the contact page: which field and by whom is on record, never the value.
import { addMinutes } from 'date-fns';
import { useBrowser } from 'line-simulator/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ja } from '../../src/messages/ja/index.ts';
import { createContactPage } from '../../src/pages/contact-page.ts';
import { putMember } from '../../src/records/admin-chats.ts';
import { makeContactLink } from '../../src/records/contact-links.ts';
import { readDetails, recordDetails } from '../../src/records/personal-data.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from '../timers/bookings.ts';
import { servePages } from './serve-page.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let origin: string;
let staffId: string;
const openPage = useBrowser();

beforeAll(async () => {
  database = await openTestDatabase();
  const { prisma, sealer, clock } = database;
  await prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: clock.now() } });
  staffId = (await putMember(prisma, sealer, 'U-suzuki', '鈴木', clock.now())).id;
  const { close, ...served } = await servePages(createContactPage(database, ja));
  origin = served.origin;
  return close;
});
afterAll(() => database.close());

const details = { name: '浜名 はなこ', jobNumber: '22020-1234567' as string | null, phone: '09012345678' };
let tokens = 0;

async function asked(changes: Partial<typeof details> = {}) {
  const { prisma, sealer, clock } = database;
  const booking = await bookingAt(database, addMinutes(clock.now(), 3 * 24 * 60), { state: 'confirmed' });
  const { personId } = booking;
  await prisma.$transaction((tx) => recordDetails(tx, sealer, personId, { ...details, ...changes }));
  tokens += 1;
  const token = `right-${tokens}`.padEnd(43, '_');
  const by = { booking, chatId: 'C1', staffId, at: clock.now() };
  const path = await prisma.$transaction((tx) => makeContactLink(tx, sealer, token, by));
  return {
    url: `${origin}${path}`,
    now: () => readDetails(prisma, sealer, personId),
    person: () => prisma.person.findUniqueOrThrow({ where: { id: personId } }),
    steps: async () =>
      (await prisma.personStep.findMany({ where: { personId }, orderBy: { id: 'asc' } })).map(
        ({ event, reason, staffId: who, chatId }) => [event, reason, who === staffId, chatId],
      ),
  };
}

const send = async (url: string, sent: Record<string, string> = {}) =>
  (await fetch(url, { method: 'POST', body: new URLSearchParams(sent) })).text();
const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';
/** The form as it is opened, and sent with other values. */
async function change(url: string, changes: Record<string, string>) {
  const seen = seenIn(await send(url, { act: 'edit' }));
  const typed = { name: details.name, phone: details.phone, jobNumber: '22020-1234567', ...changes };
  return { typed: { act: 'save', seen, ...typed }, html: await send(url, { act: 'save', seen, ...typed }) };
}

describe('on the contact page', () => {
  test.each([
    ['name', { name: '濱名 花子' }, '濱名 花子'],
    ['phone', { phone: '０８０－１１１１－２２２２' }, '08011112222'],
    ['jobNumber', { jobNumber: '22020-7654321' }, '22020-7654321'],
  ] as const)(
    '%s is put right, found anew, and its row of history has no value',
    async (field, typed, value) => {
      const { url, now, person, steps } = await asked();
      const before = await person();
      const { html } = await change(url, typed);
      expect(html).toContain('を直しました。');
      expect((await now())[field]).toBe(value);
      expect((await person())[`${field}Hash`]).not.toBe(before[`${field}Hash`]);
      expect(await steps()).toEqual([['corrected', field, true, 'C1']]);
      const rows = await database.prisma.personStep.findMany();
      expect(JSON.stringify(rows)).not.toContain(value);
    },
  );

  test('a jobseeker number that was not known is recorded, and its button says so', async () => {
    const { url, now, steps } = await asked({ jobNumber: null });
    expect(await send(url)).toContain('求職番号を記録');
    await change(url, { jobNumber: '22020-1234567' });
    expect((await now()).jobNumber).toBe('22020-1234567');
    expect(await steps()).toEqual([['corrected', 'jobNumber', true, 'C1']]);
  });

  test('what cannot be read is said beside its field, what was typed stays, and nothing is kept', async () => {
    const { url, now, steps } = await asked();
    const { html } = await change(url, { name: '', phone: '454-1910', jobNumber: '090-1234-5678' });
    for (const error of ['氏名を入れてください', '市外局番から入れてください', '電話番号のようです'])
      expect(html).toContain(error);
    expect(html).toContain('保存していません');
    expect(html).toContain('value="454-1910"');
    expect(html).toContain('aria-invalid="true"');
    expect(await now()).toEqual(details);
    expect(await steps()).toEqual([]);
  });

  test('pressed twice it counts once; of two clerks the second is told, and changes nothing', async () => {
    const { url, now, steps } = await asked();
    const seen = seenIn(await send(url, { act: 'edit' }));
    const { typed } = await change(url, { name: '濱名 花子' });
    expect(await send(url, typed)).toContain('この内容で保存してあります');
    const late = await send(url, { ...typed, name: '別名 花子', seen });
    expect(late).toContain('ほかの方が、先に直しました');
    expect((await now()).name).toBe('濱名 花子');
    expect(await steps()).toHaveLength(1);
  });

  test.each([
    ['another page', { 'sec-fetch-site': 'cross-site' }],
    ['another page of the same site', { 'sec-fetch-site': 'same-site' }],
  ])('nothing is changed by %s', async (_, headers) => {
    const { url, now } = await asked();
    const seen = seenIn(await send(url, { act: 'edit' }));
    const body = new URLSearchParams({ act: 'save', seen, ...details, jobNumber: '', name: '濱名 花子' });
    expect(await (await fetch(url, { method: 'POST', body, headers })).text()).not.toContain('濱名');
    expect((await now()).name).toBe(details.name);
  });

  test('nothing is changed by an address that is too old', async () => {
    const { url, now } = await asked();
    const seen = seenIn(await send(url, { act: 'edit' }));
    await database.clock.moveTo(addMinutes(database.clock.now(), 10));
    const { html } = await change(url, { seen, name: '濱名 花子' });
    expect(html).toContain('もう見られません');
    expect((await now()).name).toBe(details.name);
  });

  test('the form fits a phone of 320 px, with errors too', async () => {
    const { url } = await asked({ name: 'あ'.repeat(40), jobNumber: null });
    const page = await openPage();
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(url);
    await page.getByRole('button', { name: '連絡先を表示する' }).click();
    await page.getByRole('button', { name: '求職番号を記録' }).click();
    await page.getByLabel('電話番号').fill('12');
    await page.getByRole('button', { name: '保存する' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    if (process.env.PICTURES)
      await page.screenshot({ path: `${process.env.PICTURES}/details-form.png`, fullPage: true });
  });
});
