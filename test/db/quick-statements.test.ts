import { openAsBlob } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeQuick } from '../../src/db/quick-statements.ts';
import { createNames } from '../../src/db/statement-names.ts';

/** At its third use a statement is prepared, so often it is asked here. */
const often = [1, 2, 3, 4, 5];

let plain: PGlite;
let quick: PGlite;
beforeAll(async () => {
  const anEngine = async () =>
    PGlite.create({ loadDataDir: await openAsBlob(inject('embeddedTemplate').dump) });
  plain = await anEngine();
  quick = await anEngine();
  makeQuick(quick, createNames({ from: 3, atMost: 500 }));
  // A second one changes nothing.
  makeQuick(quick);
});
afterAll(() => Promise.all([plain.close(), quick.close()]));

const prepared = async () =>
  (await quick.query<{ statement: string }>('TABLE pg_prepared_statements')).rows.map(
    ({ statement }) => statement,
  );
async function onBoth(ask: (pglite: PGlite) => Promise<unknown>): Promise<void> {
  const wanted = await ask(plain);
  for (const _ of often) expect(await ask(quick)).toEqual(wanted);
}

test('a quick statement has the answer of the slow one, whatever the types of its values and columns', async () => {
  const values = [7, null, true, new Date(0), { a: [1, '"二'] }, ['x', null, '"'], [1, 2], '2.50', undefined];
  const text = `SELECT $1::int AS a, $2::text AS b, $3::bool AS c, $4::timestamptz AS d, $5::jsonb AS e, $6::text[] AS f,
    $7::bigint[] AS g, $8::numeric AS h, $9::uuid AS i, '\\x01ff'::bytea AS j, 12345678901234567890::numeric AS k`;
  await onBoth((pglite) => pglite.query(text, values));
  await onBoth((pglite) => pglite.query(text, values, { rowMode: 'array' }));
  await onBoth((pglite) => pglite.query(text, values, { parsers: { 23: (x) => `int ${x}` } }));
  await onBoth((pglite) => pglite.exec('SELECT 1 AS one, NULL AS two'));
  await onBoth((pglite) => pglite.query('SELECT 1 AS one WHERE false'));
});

test('a quick statement says how many rows it changed, and is kept or not with its transaction', async () => {
  await onBoth(async (pglite) => {
    await pglite.exec('DROP TABLE IF EXISTS box; CREATE TABLE box (one int)');
    const put = 'INSERT INTO box SELECT * FROM generate_series(1, $1::int)';
    const { affectedRows } = await pglite.query(put, [3]);
    await pglite.transaction(async (tx) => {
      await tx.query(put, [2]);
      await tx.rollback();
      await expect(tx.query(put, [2])).rejects.toThrow('closed');
    });
    await pglite.transaction((tx) => tx.query('UPDATE box SET one = one + $1', [1]));
    return [affectedRows, (await pglite.query('SELECT one FROM box ORDER BY one')).rows];
  });
});

test('what a quick statement is refused with is what the slow one is refused with, and the next one is answered', async () => {
  const refusal = (pglite: PGlite, text: string, values: unknown[]) =>
    pglite
      .query(text, values)
      .catch(({ name, code, message, query, params }) => [
        name,
        code,
        message.replace(/"m_\S+"/, '""'),
        query,
        params,
      ]);
  for (const [text, values] of [
    ['SELECT 1 / $1::int', [0]],
    ['SELECT $1::int', ['x']],
    ['SELECT $1::bool', ['perhaps']],
    ['SELECT nothing FROM nowhere WHERE $1', [true]],
    ['SELECT FROM FROM', []],
    ['SELECT $1::int + $2::int', [1]],
  ] as const) {
    await onBoth((pglite) => refusal(pglite, text, [...values]));
    await onBoth(async (pglite) => (await pglite.query('SELECT $1::int AS one', [1])).rows);
  }
  await onBoth((pglite) =>
    pglite
      .transaction(async (tx) => {
        await tx.query('SELECT 1 / $1::int', [0]).catch(() => {});
        return tx.query('SELECT 1');
      })
      .catch((error) => error.code),
  );
});

test('a frequent statement is planned once; several in one text and what is no statement of rows are not', async () => {
  for (const _ of often) {
    await quick.query('SELECT $1::int AS frequent', [1]);
    await quick.exec('SELECT 2 AS alone');
    await quick.exec('SELECT 3 AS first; SELECT 4 AS second');
    await quick.exec('SET work_mem = 4096');
  }
  await quick.query('SELECT 5 AS seldom');
  const all = await prepared();
  expect(all).toEqual(expect.arrayContaining(['SELECT $1::int AS frequent', 'SELECT 2 AS alone']));
  expect(all.join('\n')).not.toMatch(/first|seldom|work_mem/);
});

test('a frequent statement is planned anew once a table has changed under it, and an early one reads its values anew', async () => {
  await quick.exec('DROP TABLE IF EXISTS box; CREATE TABLE box (one int)');
  const late = 'SELECT * FROM box';
  const early = 'INSERT INTO box (one) VALUES ($1)';
  for (const _ of often) await quick.query(late);
  await quick.query(early, [1]);
  await quick.exec('ALTER TABLE box ADD two int; ALTER TABLE box ALTER one TYPE boolean USING true');
  await quick.query(early, [false]);
  await expect(quick.query(late)).rejects.toMatchObject({ code: '0A000' });
  expect((await quick.query(late)).rows).toEqual([
    { one: true, two: null },
    { one: false, two: null },
  ]);
});

test('statements that are asked at once are answered one after the other, each with its own', async () => {
  const asked = often.flatMap((n) => [
    quick.query<{ n: number }>('SELECT $1::int AS n', [n]).then(({ rows }) => rows[0]?.n),
    quick.transaction(async (tx) => (await tx.query<{ n: number }>('SELECT $1::int AS n', [n])).rows[0]?.n),
    quick.exec('SELECT 9').then(() => n),
  ]);
  expect(await Promise.all(asked)).toEqual(often.flatMap((n) => [n, n, n]));
});
