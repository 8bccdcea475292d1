// What would have to change so that the migrations agree with schema.prisma, as SQL; empty when they
// agree. Works on a fresh database in memory: the engine's comparison fails on a PostgreSQL server.

import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { applyMigrations } from '../src/db/apply-migrations.ts';
import { adapterFor } from '../src/db/pglite-adapter.ts';
import { type Migration, schemaFile } from '../src/db/read-migrations.ts';
import { noFilters, openSchemaEngine } from '../src/db/schema-engine.ts';

export async function compareSchema(
  options: { schema?: string; migrations?: readonly Migration[] } = {},
): Promise<string> {
  const file = { path: schemaFile, content: options.schema ?? (await readFile(schemaFile, 'utf8')) };
  const pglite = await PGlite.create();
  try {
    const adapters = adapterFor(pglite);
    await applyMigrations(adapters, options.migrations);
    const engine = await openSchemaEngine(adapters, file);
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: [file], configDir: import.meta.dirname },
      to: { tag: 'schemaDatamodel', files: [file] },
      script: true,
      exitCode: true,
      filters: noFilters,
    });
    return exitCode === 0 ? '' : (stdout ?? '');
  } finally {
    await pglite.close();
  }
}
