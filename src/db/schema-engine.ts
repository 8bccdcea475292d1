// Prisma's schema engine as WebAssembly, in this process: it compares schemas and applies migrations
// over the same connections that the client uses. Prisma's own command line would download a binary.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';

export type SchemaEngine = engineModule.SchemaEngine;

/** Nothing in the database is managed by anybody else. */
export const noFilters = { externalTables: [], externalEnums: [] };

const modulePath = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');

// TypeScript knows WebAssembly only from the browser's library, which has no place in a server.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, Record<string, unknown>>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let loading: Promise<void> | undefined;

/** The engine on the database behind `adapters`. `datamodel` (a schema's text) is needed for `diff` only. */
export async function openSchemaEngine(
  adapters: SqlMigrationAwareDriverAdapterFactory,
  datamodel?: { path: string; content: string },
): Promise<SchemaEngine> {
  loading ??= load();
  await loading;
  return engineModule.SchemaEngine.new(
    { datamodels: datamodel ? [[datamodel.path, datamodel.content]] : undefined },
    // The engine's own log: it repeats every statement, and errors come as rejections anyway.
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapters),
  );
}

/** The package expects a bundler to wire the WebAssembly to its JavaScript half; this does it by hand. */
async function load(): Promise<void> {
  const bytes = await readFile(join(dirname(modulePath), 'schema_engine_bg.wasm'));
  const glue: Record<string, unknown> = { ...engineModule };
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  const wire = glue.__wbg_set_wasm;
  const start = instance.exports.__wbindgen_start;
  if (typeof wire !== 'function' || typeof start !== 'function') {
    throw new Error(
      '@prisma/schema-engine-wasm is laid out differently from what src/db/schema-engine.ts knows',
    );
  }
  wire(instance.exports);
  start();
}
