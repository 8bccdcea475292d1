// What an operator is told when the database does not open.
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { applyMigrations } from '../../src/db/apply-migrations.ts';
import { openDatabase } from '../../src/db/open.ts';
import { readMigrations } from '../../src/db/read-migrations.ts';
import {
  DatabaseStartError,
  explainMigrationTrouble,
  explainServerTrouble,
} from '../../src/db/start-trouble.ts';
import { describeOnServer, emptyServerUrl, testKey } from '../helpers/database.ts';
import { quietLog } from '../helpers/quiet-log.ts';

const url = 'postgres://keiko:very-secret@db.example:5433/counter?password=also-secret';
const failing = (code: string, message = 'words with 浜松 花子') =>
  Object.assign(new Error(message), { code });

describe('the sentence', () => {
  test.each([
    ['ECONNREFUSED', 'nothing listens there'],
    ['ENOTFOUND', 'no such host'],
    ['28P01', 'refuses the password'],
    ['28000', 'refuses the user'],
    ['3D000', 'does not exist'],
    ['42501', 'owner of the database'],
    ['55P03', 'another process'],
  ])('for %s names the place and DATABASE_URL’s fault, and keeps its secrets', (code, words) => {
    const told = explainServerTrouble(failing(code), url);
    expect(told).toBeInstanceOf(DatabaseStartError);
    const text = String(told);
    expect(text).toContain(words);
    expect(text).toContain('db.example:5433, database "counter"');
    expect(text).not.toMatch(/secret|keiko|花子/);
  });

  test.each([
    ['timeout expired', 'did not answer in time'],
    ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', 'asks for a password'],
  ])('is found for 「%s」, which has no code', (message, words) => {
    expect(String(explainServerTrouble(new Error(message), url))).toContain(words);
  });

  test('is not made up for what nobody foresaw', () => {
    const unknown = failing('XX000');
    expect(explainServerTrouble(unknown, url)).toBe(unknown);
  });

  test('for a migration names it and the code, never what is stored', () => {
    const words =
      'Migration name: 20261123080000_tables\n\nDatabase error code: 23505\n\nKey (name)=(浜松 花子)';
    const { message } = explainMigrationTrouble(new Error(words));
    expect(message).toContain('20261123080000_tables failed (PostgreSQL error 23505)');
    expect(message).not.toContain('花子');
  });
});

test('a server that is not there is told of, with its port', async () => {
  const options = { dataDir: 'memory', keys: [testKey], controlClock: false, log: quietLog };
  const opening = openDatabase({ ...options, url: 'postgres://keiko:very-secret@127.0.0.1:1/counter' });
  await expect(opening).rejects.toThrow(/^The database server at 127\.0\.0\.1:1, .*nothing listens there/);
  await expect(opening).rejects.not.toThrow(/secret/);
});

describeOnServer('on a real server', () => {
  test('a database that does not exist is told of', async () => {
    const missing = new URL(await emptyServerUrl());
    missing.pathname = '/no_such_counter';
    const options = { dataDir: 'memory', keys: [testKey], controlClock: false, log: quietLog };
    await expect(openDatabase({ ...options, url: missing.href })).rejects.toThrow(
      /"no_such_counter".*createdb/,
    );
  });

  test('a failed migration is named, at the first start and at the next', async () => {
    const pool = new pg.Pool({ connectionString: await emptyServerUrl(), max: 1 });
    const broken = { name: '99991231000000_broken', sql: 'ALTER TABLE "Nowhere" ADD COLUMN "x" INT;' };
    const all = [...(await readMigrations()), broken];
    for (let start = 0; start < 2; start += 1) {
      const error = await applyMigrations(new PrismaPg(pool), all).catch((caught: unknown) => caught);
      expect(explainMigrationTrouble(error).message).toContain('the migration 99991231000000_broken failed');
    }
    await pool.end();
  });
});
