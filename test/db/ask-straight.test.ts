import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { askStraight } from '../../src/db/ask-straight.ts';
import { Prisma, type Tx } from '../../src/db/client.ts';
import { openTestDatabase } from '../helpers/database.ts';

async function freshDatabase() {
  const database = await openTestDatabase();
  onTestFinished(() => database.close());
  return database;
}

const at = new Date('2026-11-29T01:02:03.456Z');

const everyKind = Prisma.sql`
  SELECT ${'花子'}::text AS text, ${7}::int AS number, ${null}::text AS nothing, ${at}::timestamptz AS time,
    ${JSON.stringify({ state: ['x'] })}::jsonb AS json, ${['a', null]}::text[] AS list, ${true}::boolean AS yes`;

const answered = {
  text: '花子',
  number: 7,
  nothing: null,
  time: at,
  json: { state: ['x'] },
  list: ['a', null],
  yes: true,
};

test('a statement answers the same in a transaction of the queue as in one that is opened elsewhere', async () => {
  const { prisma, queue } = await freshDatabase();
  expect(await queue.transaction((tx) => askStraight(tx, everyKind))).toEqual([answered]);
  expect(await prisma.$transaction((tx) => askStraight(tx, everyKind))).toEqual([answered]);
});

test('what is written so is in the transaction: it is gone when that is rolled back, and Prisma sees it within', async () => {
  const { prisma, queue } = await freshDatabase();
  const rolledBack = queue.transaction(async (tx) => {
    await askStraight(
      tx,
      Prisma.sql`INSERT INTO "Person" (id, "chatId", "createdAt") VALUES (${randomUUID()}::uuid, ${'U1'}, ${at})`,
    );
    expect(await tx.person.count()).toBe(1);
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  expect(await prisma.person.count()).toBe(0);
});

test('transactions that are open at the same time are kept apart', async () => {
  const { queue } = await freshDatabase();
  const id = Prisma.sql`SELECT txid_current()::text AS id`;
  const both = await Promise.all(
    [0, 1].map(() =>
      queue.transaction(async (tx) => {
        const [first] = await askStraight(tx, id);
        const [second] = await askStraight(tx, id);
        expect(second).toEqual(first);
        return first;
      }),
    ),
  );
  expect(both[0]).not.toEqual(both[1]);
});

test('nothing is asked on the connection of a transaction that has ended', async () => {
  const { queue } = await freshDatabase();
  for (const end of ['committed', 'rolled back']) {
    let kept: Tx | undefined;
    const ended = queue.transaction(async (tx) => {
      kept = tx;
      if (end === 'rolled back') throw new Error('no');
    });
    await ended.catch(() => {});
    const asked = kept && askStraight(kept, Prisma.sql`SELECT 1 AS one`);
    await expect(asked, end).rejects.toMatchObject({ cause: { kind: 'TransactionAlreadyClosed' } });
  }
});
