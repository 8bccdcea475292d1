// The migrations as they lie in prisma/migrations, oldest first: folders `<timestamp>_<name>` with one
// `migration.sql` each, the layout of Prisma's own tools.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Migration = { name: string; sql: string };

export const migrationsFolder = join(import.meta.dirname, '../../prisma/migrations');
export const schemaFile = join(import.meta.dirname, '../../prisma/schema.prisma');

export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })),
  );
}
