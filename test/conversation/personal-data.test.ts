import { addHours, subSeconds } from 'date-fns';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import { dropDraft, keepInDraft, readDraft, sweepDrafts } from '../../src/records/draft.ts';
import { askOf } from '../../src/records/forget.ts';
import { complete, type Details, readDetails, recordDetails } from '../../src/records/personal-data.ts';
import { office } from '../booking/the-office.ts';
import { openTestDatabase } from '../helpers/database.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.prisma.draft.deleteMany());

const now = new Date('2026-11-25T01:00:00Z');
const details = { name: '申込 花子', jobNumber: '22020-1234567', phone: '09012345678' };
const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.prisma.$transaction(work);
const keep = (typed: Details, at = now, chatId = 'U1') =>
  inTurn((tx) => keepInDraft({ tx, sealer: database.sealer, chatId, now: at, office }, typed));
const draftAt = (at: Date, chatId = 'U1') =>
  inTurn((tx) => readDraft({ tx, sealer: database.sealer, chatId, now: at }));

let people = 0;
async function somebody(): Promise<string> {
  people += 1;
  const data = { chatId: `P${people}`, createdAt: now };
  return (await database.prisma.person.create({ data })).id;
}

describe('what she types', () => {
  test('is put together field by field; the last word on a field counts', async () => {
    await keep({ name: '申込 華子' });
    await keep({ jobNumber: null });
    await keep({ name: '申込 花子' });
    expect(await draftAt(now)).toEqual({ name: '申込 花子', jobNumber: null });
  });

  test('is nobody else’s', async () => {
    await keep({ name: '申込 花子' });
    expect(await draftAt(now, 'U2')).toBeNull();
  });

  test('counts for 24 hours, which begin anew with every answer', async () => {
    await keep({ name: '申込 花子' });
    expect(await draftAt(subSeconds(addHours(now, 24), 1))).not.toBeNull();
    expect(await draftAt(addHours(now, 24))).toBeNull();
    await keep({ phone: details.phone }, addHours(now, 23));
    expect(await draftAt(addHours(now, 46))).toEqual({ name: '申込 花子', phone: details.phone });
  });

  test('after 24 hours is not added to but begun anew', async () => {
    await keep({ name: '申込 花子' });
    await keep({ phone: details.phone }, addHours(now, 25));
    expect(await draftAt(addHours(now, 25))).toEqual({ phone: details.phone });
  });

  test('is deleted when she asks, and by the sweep once its time is over', async () => {
    await keep({ name: '申込 花子' }, now, 'U1');
    await keep({ name: '申込 花子' }, addHours(now, 2), 'U2');
    await sweepDrafts(askOf(database.prisma), addHours(now, 24));
    expect((await database.prisma.draft.findMany()).map(({ chatId }) => chatId)).toEqual(['U2']);
    await inTurn((tx) => dropDraft({ tx, chatId: 'U2' }));
    expect(await database.prisma.draft.count()).toBe(0);
    await inTurn((tx) => dropDraft({ tx, chatId: 'U2' }));
  });

  test('lies sealed: nothing of it can be read in the row', async () => {
    await keep(details);
    const { sealed } = await database.prisma.draft.findUniqueOrThrow({ where: { chatId: 'U1' } });
    const bytes = Buffer.from(sealed);
    for (const value of Object.values(details)) {
      expect(bytes.includes(value)).toBe(false);
      expect(bytes.includes(value.replace('-', ''))).toBe(false);
    }
    expect(bytes.includes('phone')).toBe(false);
  });
});

describe('her details on record', () => {
  test('come back as they were given', async () => {
    const id = await somebody();
    expect(await inTurn((tx) => readDetails(tx, database.sealer, id))).toEqual({});
    await inTurn((tx) => recordDetails(tx, database.sealer, id, details));
    expect(await inTurn((tx) => readDetails(tx, database.sealer, id))).toEqual(details);
  });

  test('without a jobseeker number say that she does not know it, also when there was one before', async () => {
    const id = await somebody();
    await inTurn((tx) => recordDetails(tx, database.sealer, id, details));
    await inTurn((tx) => recordDetails(tx, database.sealer, id, { ...details, jobNumber: null }));
    expect(await inTurn((tx) => readDetails(tx, database.sealer, id))).toEqual({
      ...details,
      jobNumber: null,
    });
    expect(await database.prisma.person.findUnique({ where: { id } })).toMatchObject({
      jobNumber: null,
      jobNumberHash: null,
    });
  });

  test('can be looked up by a keyed hash that two spellings of a name share, and nobody else', async () => {
    const [one, same, other] = [await somebody(), await somebody(), await somebody()];
    const record = (id: string, name: string) =>
      inTurn((tx) => recordDetails(tx, database.sealer, id, { ...details, name }));
    await record(one, '申込 花子');
    await record(same, '申込花子');
    await record(other, '申込 華子');
    const rows = await database.prisma.person.findMany({
      where: { id: { in: [one, same, other] } },
      orderBy: { id: 'asc' },
    });
    const hashes = rows.map(({ nameHash }) => nameHash);
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[2]).not.toBe(hashes[0]);
    expect(new Set(rows.map(({ phoneHash }) => phoneHash)).size).toBe(1);
    expect(rows[0]?.phoneHash).not.toBe(rows[0]?.nameHash);
  });

  test('sealed twice look different, so that nobody can tell two people with one name', async () => {
    const [one, other] = [await somebody(), await somebody()];
    for (const id of [one, other]) await inTurn((tx) => recordDetails(tx, database.sealer, id, details));
    const [a, b] = await database.prisma.person.findMany({ where: { id: { in: [one, other] } } });
    expect(a?.name).not.toEqual(b?.name);
  });
});

test('details are complete with all three facts, of which the number may be unknown to her', () => {
  expect(complete(details)).toEqual(details);
  expect(complete({ ...details, jobNumber: null })).toEqual({ ...details, jobNumber: null });
  for (const field of ['name', 'jobNumber', 'phone'] as const) {
    const { [field]: _, ...rest } = details;
    expect(complete(rest), field).toBeUndefined();
  }
});
