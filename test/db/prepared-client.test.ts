import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { preparedClients } from '../../src/db/prepared-client.ts';
import { connectionTo } from '../../src/db/server-address.ts';
import { describeOnServer, emptyServerUrl } from '../helpers/database.ts';

/** More than any statement is asked without a name. */
const often = 200;

describeOnServer('a statement that is asked again and again', () => {
  let pool: pg.Pool;
  beforeEach(async () => {
    pool = new pg.Pool({
      ...connectionTo(await emptyServerUrl(), 'test'),
      Client: preparedClients(),
      max: 1,
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

  test('is planned once, with values and without, as a text and as an object', async () => {
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

  test('is found among many that are asked once', async () => {
    for (let times = 0; times < often; times += 1) {
      for (let other = 0; other < 4; other += 1) await ask(`SELECT ${times * 4 + other} AS other`);
      await ask('SELECT 7 AS seven');
    }
    expect(await prepared()).toEqual(['SELECT 7 AS seven']);
  });

  test('is left alone where one text holds several, or none that is planned', async () => {
    for (let times = 0; times < often; times += 1) await pool.query('SELECT 1; SELECT 2');
    await askOften('BEGIN');
    await askOften('COMMIT');
    expect(await prepared()).toEqual([]);
  });

  test('goes on without a name once the table has changed under it', async () => {
    await ask('CREATE TABLE box (one int)');
    await ask('INSERT INTO box VALUES (1)');
    await askOften('SELECT * FROM box');
    await ask('ALTER TABLE box ADD two int');
    await expect(ask('SELECT * FROM box')).rejects.toMatchObject({ code: '0A000' });
    expect(await ask('SELECT * FROM box')).toEqual([{ one: 1, two: null }]);
  });

  test('goes on without a name once the session behind the connection is another one', async () => {
    await askOften('SELECT 6 AS six');
    await ask('DISCARD ALL');
    await expect(ask('SELECT 6 AS six')).rejects.toMatchObject({ code: '26000' });
    expect(await ask('SELECT 6 AS six')).toEqual([{ six: 6 }]);
  });
});
