// `npm run db:migration -- NAME`: writes the next migration from what changed in schema.prisma. What
// Prisma's language cannot say (constraints, partial indexes) is added to the file by hand afterwards.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationsFolder } from '../src/db/read-migrations.ts';
import { compareSchema } from './compare-schema.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Say what changes, in small letters: npm run db:migration -- add_closure_reason\n');
  process.exitCode = 1;
} else {
  const sql = await compareSchema();
  if (sql === '') {
    process.stdout.write('Schema and migrations agree: there is nothing to write.\n');
  } else {
    // UTC, as Prisma's own tools name them: migrations of two people sort the same everywhere.
    const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
    const folder = join(migrationsFolder, `${stamp}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'migration.sql'), sql);
    process.stdout.write(`Wrote ${folder}/migration.sql: read it before you commit it.\n`);
  }
}
