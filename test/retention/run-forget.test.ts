// `npm run forget -- RECEIPT`: a person goes, the counts stay.
import { expect, test, vi } from 'vitest';
import { dayOf } from '../../src/booking/jst.ts';
import { receiptOf } from '../../src/conversation/views.ts';
import { nobody } from '../../src/retention/forget.ts';
import { runForget } from '../../src/retention/run-forget.ts';
import { fillIn, openCounter, textOf } from '../conversation/desk.ts';
import { context, embedded, open, server, type Where } from '../db/backup/places.ts';
import { freshDataDir, freshServerUrl, testServer } from '../helpers/database.ts';
import { allRows } from '../privacy/all-records.ts';

vi.setConfig({ testTimeout: 60_000 });

const place = async (): Promise<Where> =>
  testServer ? server(await freshServerUrl()) : embedded(await freshDataDir());

async function inOffice<T>(
  where: Where,
  step: (database: Awaited<ReturnType<typeof open>>) => Promise<T>,
): Promise<T> {
  const database = await open(where);
  try {
    return await step(database);
  } finally {
    await database.close();
  }
}

/** A request of hers that she withdrew or not, and her receipt number. */
const requested = (where: Where, withdrawn: boolean) =>
  inOffice(where, async (database) => {
    const counter = await openCounter({ database });
    const hanako = counter.visitor('Uhanako');
    await fillIn(hanako, 'review');
    await hanako.presses('この内容で申し込む');
    if (withdrawn) {
      await hanako.presses('申し込みを取り下げる');
      await hanako.presses('取り下げる');
    }
    return receiptOf(await database.prisma.booking.findFirstOrThrow());
  });

test('nothing of her is left in any table, the booking keeps state and day, and she can begin anew', async () => {
  const where = await place();
  const receipt = await requested(where, true);
  const before = await inOffice(where, ({ prisma }) => prisma.booking.findFirstOrThrow());
  expect(await runForget(where, [receipt.replace('-', 'ー')], context)).toMatchObject({ exitCode: 0 });
  await inOffice(where, async (database) => {
    const rows = await allRows(database.prisma);
    expect(rows.filter((row) => row.includes('Uhanako'))).toEqual([]);
    expect(await database.prisma.booking.findFirstOrThrow()).toMatchObject({
      state: 'withdrawn',
      startsAt: before.startsAt,
      number: before.number,
      personId: nobody.id,
    });
    expect(await database.prisma.consent.count()).toBe(0);
    const counter = await openCounter({ database });
    const hanako = counter.visitor('Uhanako');
    await hanako.follows();
    expect(await hanako.presses('相談を申し込む')).toContain('同意');
    expect(textOf(await counter.sentTo('Uhanako'))).not.toContain('前回の登録');
  });
  const again = await runForget(where, [receipt], context);
  expect(again).toMatchObject({ exitCode: 0, words: expect.stringContaining('forgotten before') });
});

test('while a booking is open nothing is changed, and it says which one', async () => {
  const where = await place();
  const receipt = await requested(where, false);
  const { words, exitCode } = await runForget(where, [receipt], context);
  expect(words).toContain(`${receipt} of the same person is still open`);
  expect(exitCode).toBe(1);
  await inOffice(where, async ({ prisma }) =>
    expect(await prisma.person.findFirstOrThrow()).toMatchObject({
      chatId: 'Uhanako',
      name: expect.anything(),
    }),
  );
});

test('a number that is nobody’s, of another month or no receipt number changes nothing', async () => {
  const where = await place();
  const receipt = await requested(where, true);
  const month = dayOf(new Date()).startsWith('2026-01') ? '02' : '01';
  for (const wrong of ['2601-9999', `20${month}-${receipt.slice(5)}`])
    expect(await runForget(where, [wrong], context)).toMatchObject({
      exitCode: 1,
      words: expect.stringContaining('no booking with this receipt number'),
    });
  for (const args of [[], ['花子'], [receipt, receipt]])
    expect((await runForget(where, args, context)).exitCode).toBe(2);
  await inOffice(where, async ({ prisma }) => expect(await prisma.person.count()).toBe(1));
});
