// Which keys the records were sealed with, over every table and the jobs that wait.
import { expect, test } from 'vitest';
import { createSealer } from '../../src/db/seal.ts';
import { readSealedWith } from '../../src/db/sealed-with.ts';
import { openTestDatabase, testKey } from '../helpers/database.ts';
import { bookingAt } from '../timers/bookings.ts';

const old = createSealer([new Uint8Array(32).fill(8)]);
const now = new Date();

test('each value counts for the key with which it was sealed, wherever it lies', async () => {
  const { prisma, sealer, queue, close } = await openTestDatabase();
  const ask = (sql: string) => prisma.$queryRawUnsafe(sql);
  expect(await readSealedWith(ask)).toEqual([]);

  await prisma.staffMember.create({
    data: { lineUserId: 'U1', name: old.seal({ of: 'staff.name', row: 'U1' }, '鈴木'), seenAt: now },
  });
  await prisma.draft.create({
    data: { chatId: 'U1', sealed: sealer.seal({ of: 'draft.details', row: 'U1' }, '{}'), expiresAt: now },
  });
  const [{ keyId: oldId } = { keyId: '' }, ...others] = (await readSealedWith(ask)).filter(
    (one) => !sealer.holds(one.keyId),
  );
  expect(others).toEqual([]);
  expect(old.holds(oldId)).toBe(true);

  const id = '0193f2a0-0000-7000-8000-000000000001';
  await queue.put('timers', [{ id, key: 'U1', data: {}, startAfter: new Date(Date.now() + 3_600_000) }]);
  const all = await readSealedWith(ask);
  expect(all.map(({ values, keyId }) => [values, sealer.holds(keyId)])).toEqual([
    [2, true],
    [1, false],
  ]);
  await close();
});

test('a booking with its person is found too', async () => {
  const database = await openTestDatabase();
  await bookingAt(database, new Date(Date.now() + 86_400_000));
  const [found, ...others] = await readSealedWith((sql) => database.prisma.$queryRawUnsafe(sql));
  expect(others).toEqual([]);
  expect(found?.values).toBeGreaterThan(1);
  expect(createSealer([testKey]).holds(found?.keyId ?? '')).toBe(true);
  await database.close();
});
