// `npm run reseal`: an older key goes out of use, and nothing of what it sealed is lost.
import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PrismaClient } from '../../src/db/client.ts';
import type { Database } from '../../src/db/open.ts';
import { createSealer } from '../../src/db/seal.ts';
import { readSealedWith } from '../../src/db/sealed-with.ts';
import { runReseal } from '../../src/maintenance/run-reseal.ts';
import { readDetails, recordDetails } from '../../src/records/personal-data.ts';
import { meetingColumns, numbersForBooking } from '../../src/records/zoom-numbers.ts';
import { fillOffice, halfWay } from '../db/backup/filled-office.ts';
import {
  contextInMemory as context,
  embedded,
  embeddedInMemory,
  open as openAt,
  openPlace,
  server,
  type Where,
} from '../db/backup/places.ts';
import { describeOnServer, freshDataDir, freshServerUrl, testKey, testServer } from '../helpers/database.ts';
import { sealedBefore } from '../helpers/sealed-before.ts';

vi.setConfig({ testTimeout: 60_000 });

const newKey = new Uint8Array(32).fill(9);
const asText = (...keys: Uint8Array[]) => keys.map((key) => Buffer.from(key).toString('base64')).join(',');
const both = asText(newKey, testKey);
const quiet = () => {};
const details = { name: '浜名 花子', jobNumber: '22020-1234567', phone: '09012345678' };

let opened: Database[] = [];
afterEach(async () => {
  for (const database of opened) await database.close();
  opened = [];
});
async function open(where: Where, keys: Uint8Array[]) {
  const database = await openAt(where, keys);
  opened.push(database);
  return database;
}
async function close(database: Database) {
  opened = opened.filter((one) => one !== database);
  await database.close();
}

const place = async (): Promise<Where> =>
  testServer ? server(await freshServerUrl()) : await embeddedInMemory();

async function newPerson(prisma: PrismaClient, chatId: string): Promise<string> {
  const { id } = await prisma.person.create({ data: { chatId, createdAt: new Date() } });
  return id;
}

/** How many values each key sealed, in the way of today: [by the new key, otherwise]. */
async function counts(where: Where): Promise<[number, number]> {
  const { session, close: end } = await openPlace(where);
  try {
    const found = await readSealedWith((sql) => session.ask(sql));
    const { isCurrent } = createSealer([newKey]);
    const sum = (wanted: boolean) =>
      found.filter(({ keyId }) => isCurrent(keyId) === wanted).reduce((all, { values }) => all + values, 0);
    return [sum(true), sum(false)];
  } finally {
    await end();
  }
}

test('the hash of a meeting ID is made anew with its numbers, and a booking from before such hashes gets none', async () => {
  const where = await place();
  await fillOffice(where);
  const old = await open(where, [testKey]);
  const { id } = await old.prisma.booking.findFirstOrThrow();
  const numbers = { meetingId: '81234567890', passcode: 'hama2026' };
  const columns = meetingColumns(old.sealer, id, numbers, null);
  await old.prisma.booking.update({ where: { id }, data: columns });
  const { id: _, number: __, ...rest } = await old.prisma.booking.findUniqueOrThrow({ where: { id } });
  const before = { ...rest, id: uuidv7(), state: 'done' as const, zoomHash: null };
  await old.prisma.booking.create({
    data: { ...before, ...numbersForBooking(old.sealer, before.id, numbers) },
  });
  await close(old);
  await runReseal({ ...where, DATA_KEY: both }, [], context, quiet);

  const { prisma, sealer } = await open(where, [newKey]);
  const hashOf = async (one: string) =>
    (await prisma.booking.findUniqueOrThrow({ where: { id: one } })).zoomHash;
  expect(await hashOf(id)).toBe(meetingColumns(sealer, id, numbers, null).zoomHash);
  expect(await hashOf(before.id)).toBeNull();
});

test('an office in the middle of its day opens with the new key alone: names, drafts, rooms, staff, what waits', async () => {
  const where = await place();
  await fillOffice(where);
  const [, before] = await counts(where);
  const { words, exitCode } = await runReseal({ ...where, DATA_KEY: both }, [], context, quiet);
  expect(words).toContain(`${before} values sealed anew, 0 values left to do`);
  expect(words).toContain('older keys can be taken out of DATA_KEY');
  expect(exitCode).toBe(0);
  expect(await counts(where)).toEqual([before, 0]);

  const { prisma, sealer, queue } = await open(where, [newKey]);
  const [person] = await prisma.person.findMany({ where: { name: { not: null } } });
  const known = await readDetails(prisma, sealer, person?.id ?? '');
  expect(known).toMatchObject({ phone: '09012345678' });
  expect(person?.phoneHash).toBe(sealer.hash('person.phone', '09012345678'));
  const draft = await prisma.draft.findUniqueOrThrow({ where: { chatId: halfWay } });
  expect(sealer.open({ of: 'draft.details', row: halfWay }, draft.sealed)).toContain('申込');
  const numbers = await prisma.numbersDraft.findFirstOrThrow();
  expect(sealer.open({ of: 'draft.zoom', row: numbers.bookingId }, numbers.sealed)).toBe('職員');
  const jobs: unknown[] = [];
  await prisma.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE singleton_key = 'kettle'`;
  const { promise, resolve } = Promise.withResolvers<void>();
  queue.work('timers', { batchSize: 50 }, async (found) => {
    jobs.push(...found.filter(({ key }) => key === 'kettle').map(({ data }) => data));
    if (jobs.length > 0) resolve();
    return found.map(({ id }) => ({ id, status: 'failed' }));
  });
  await promise;
  expect(jobs).toEqual([{ kettle: 'on' }]);
});

test('what an older release sealed is bound to its row afterwards: a phone that is moved does not open', async () => {
  const where = await place();
  const database = await open(where, [testKey]);
  const [id, other] = [await newPerson(database.prisma, 'U1'), await newPerson(database.prisma, 'U2')];
  for (const person of [id, other]) {
    const old = (field: 'name' | 'phone') => sealedBefore(testKey, `person.${field}`, details[field]);
    await database.prisma.person.update({
      where: { id: person },
      data: { name: old('name'), phone: old('phone') },
    });
  }
  expect(await readDetails(database.prisma, database.sealer, id)).toMatchObject({ name: '浜名 花子' });
  await close(database);

  expect((await runReseal(where, [], context, quiet)).words).toContain('4 values sealed anew, 0 values left');
  const { prisma, sealer } = await open(where, [testKey]);
  expect(await readDetails(prisma, sealer, id)).toMatchObject({ name: '浜名 花子', phone: '09012345678' });
  const { phone } = await prisma.person.findUniqueOrThrow({ where: { id } });
  await prisma.person.update({ where: { id: other }, data: { phone } });
  await expect(readDetails(prisma, sealer, other)).rejects.toThrow('sealed for another place');
});

describe('when it is ended in the middle', () => {
  test('it says how much is left, and goes on from there the next time', async () => {
    const where = await place();
    const database = await open(where, [testKey]);
    for (let at = 0; at < 130; at += 1) {
      const id = await newPerson(database.prisma, `U${at}`);
      await recordDetails(database.prisma, database.sealer, id, details);
    }
    await close(database);
    const values = { ...where, DATA_KEY: both };
    // Looked at before the first column, then after each batch.
    const stop = new AbortController();
    let checks = 0;
    const aborted = vi.spyOn(stop.signal, 'aborted', 'get').mockImplementation(() => {
      checks += 1;
      return checks > 1;
    });
    const first = await runReseal(values, [], { ...context, signal: stop.signal }, quiet);
    aborted.mockRestore();
    expect(first.words).toContain('100 values sealed anew, 290 values left to do. It was stopped');
    expect(first.exitCode).toBe(1);
    expect((await runReseal(values, [], context, quiet)).words).toContain('290 values sealed anew, 0 values');
  });
});

test('values that no key opens are counted and named, and everything else is sealed anew', async () => {
  const where = await place();
  const database = await open(where, [testKey]);
  await recordDetails(database.prisma, database.sealer, await newPerson(database.prisma, 'U1'), details);
  const name = createSealer([new Uint8Array(32).fill(3)]).seal({ of: 'staff.name', row: 'U2' }, '鈴木');
  await database.prisma.staffMember.create({ data: { lineUserId: 'U2', name, seenAt: new Date() } });
  await close(database);
  const { words, exitCode } = await runReseal({ ...where, DATA_KEY: both }, [], context, quiet);
  expect(words).toMatch(/^3 values sealed anew, 1 value left to do\. 1 value open with no key/);
  expect(exitCode).toBe(1);
});

test.skipIf(testServer)('the embedded database is left alone while a server has it', async () => {
  const where = embedded(await freshDataDir());
  await open(where, [testKey]);
  const { words, exitCode } = await runReseal({ ...where, DATA_KEY: both }, [], context, quiet);
  expect(words).toContain('stop the server, run this again');
  expect(exitCode).toBe(1);
});

describeOnServer('while a server with both keys goes on', () => {
  test('nothing that it writes meanwhile is lost', async () => {
    const where = await place();
    const database = await open(where, [newKey, testKey]);
    const { prisma } = database;
    const old = createSealer([testKey]);
    const ids = await Promise.all(Array.from({ length: 60 }, (_, at) => newPerson(prisma, `U${at}`)));
    for (const id of ids) await recordDetails(prisma, old, id, details);
    const changes = ids.map((id) =>
      recordDetails(prisma, database.sealer, id, { ...details, phone: '0534541910' }),
    );
    const [{ exitCode }] = await Promise.all([
      runReseal({ ...where, DATA_KEY: both }, [], context, quiet),
      ...changes,
    ]);
    expect(exitCode).toBe(0);
    for (const id of ids)
      expect(await readDetails(prisma, createSealer([newKey]), id)).toMatchObject({ phone: '0534541910' });
  });
});
