import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { compareSchema } from '../../prisma/compare-schema.ts';
import { readMigrations, schemaFile } from '../../src/db/read-migrations.ts';

test('schema and migrations agree, constraints written by hand included', async () => {
  expect(await compareSchema()).toBe('');
});

test('a column that no migration adds is noticed', async () => {
  const schema = await readFile(schemaFile, 'utf8');
  const changed = schema.replace(/^model Closure \{$/m, 'model Closure {\n  note String?');
  expect(changed).not.toBe(schema);
  expect(await compareSchema({ schema: changed })).toContain('ADD COLUMN     "note" TEXT');
});

test('a table that the schema does not know is noticed', async () => {
  const migrations = await readMigrations();
  const stray = { name: '99991231000000_stray', sql: 'CREATE TABLE "Stray" ("id" INT PRIMARY KEY);' };
  expect(await compareSchema({ migrations: [...migrations, stray] })).toContain('DROP TABLE "Stray"');
});

test('a migration that fails stops everything, with the words of the database', async () => {
  const migrations = await readMigrations();
  const broken = { name: '99991231000000_broken', sql: 'ALTER TABLE "Nowhere" ADD COLUMN "x" INT;' };
  await expect(compareSchema({ migrations: [...migrations, broken] })).rejects.toThrow(/Nowhere/);
});
