import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientWithPreparedStatements } from '../../src/db/prepared-statements.ts';
import { connectionTo } from '../../src/db/server-address.ts';
import { describeOnServer, emptyServerUrl } from '../helpers/database.ts';

/** More than any statement is asked without a name. */
const often = 200;

describeOnServer('prepared statements', () => {
  let pool: pg.Pool;
  beforeEach(async () => {
    pool = new pg.Pool({
      ...connectionTo(await emptyServerUrl(), 'test'),
      Client: clientWithPreparedStatements(),
      max: 2,
    });
  });
  afterEach(() => pool.end());

  const ask = async (text: string, values: unknown[] = []) => (await pool.query(text, values)).rows;
  async function askOften(text: string, values: unknown[] = []): Promise<void> {
    for (let times = 0; times < often; times += 1) await ask(text, values);
  }
  /** Asked without values, so that it has no name itself. */
  const prepared = async () =>
    (await pool.query<{ statement: string }>('TABLE pg_prepared_statements')).rows.map(
      ({ statement }) => statement,
    );

  test('a frequent statement is planned once, with values and without, as a text and as an object', async () => {
    await askOften('SELECT $1::int AS one', [1]);
    await askOften('SELECT 2 AS two');
    for (let times = 0; times < often; times += 1)
      await pool.query({ text: 'SELECT $1::int AS three', values: [times] });
    await ask('SELECT 4 AS seldom');
    expect((await prepared()).toSorted()).toEqual([
      'SELECT $1::int AS one',
      'SELECT $1::int AS three',
      'SELECT 2 AS two',
    ]);
    expect(await ask('SELECT $1::int AS one', [5])).toEqual([{ one: 5 }]);
  });

  test('a frequent statement is found among many that are asked once', async () => {
    for (let times = 0; times < often; times += 1) {
      for (let other = 0; other < 4; other += 1) await ask(`SELECT ${times * 4 + other} AS other`);
      await ask('SELECT 7 AS seven');
    }
    expect(await prepared()).toEqual(['SELECT 7 AS seven']);
  });

  test('a text is left alone where one text holds several, or none that is planned', async () => {
    for (let times = 0; times < often; times += 1) await pool.query('SELECT 1; SELECT 2');
    await askOften('BEGIN');
    await askOften('COMMIT');
    expect(await prepared()).toEqual([]);
  });

  test('a frequent statement is planned anew on every connection once a table has changed under it', async () => {
    await ask('CREATE TABLE box (one int)');
    await ask('INSERT INTO box VALUES (1)');
    const two = [await pool.connect(), await pool.connect()];
    try {
      for (let times = 0; times < often; times += 1)
        for (const client of two) await client.query('SELECT * FROM box', []);
      await two[0]?.query('ALTER TABLE box ADD two int');
      await expect(two[0]?.query('SELECT * FROM box', [])).rejects.toMatchObject({ code: '0A000' });
      for (const client of two)
        expect((await client.query('SELECT * FROM box', [])).rows).toEqual([{ one: 1, two: null }]);
    } finally {
      for (const client of two) client.release();
    }
    expect(await prepared()).toHaveLength(2);
  });

  test('a frequent statement has no name any more on any connection once a session is not its own', async () => {
    await askOften('SELECT 6 AS six');
    const answers: unknown[] = [];
    for (let times = 0; times < 20; times += 1) {
      await ask('DISCARD ALL');
      answers.push(await ask('SELECT 6 AS six').catch(({ code }) => code));
    }
    // The pool opens another connection after the first: it begins without names.
    expect(answers).toEqual(['26000', ...Array.from({ length: 19 }, () => [{ six: 6 }])]);
    await askOften('SELECT 6 AS six');
    expect(await prepared()).toEqual([]);
  });
});
