// How Prisma reaches the embedded engine. pglite-prisma-adapter 0.7 does not wait for a script to end
// and loses its errors, so a broken migration would count as applied: scripts go through here instead.

import { messages, type PGlite } from '@electric-sql/pglite';
import { DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { makePolite } from './let-others-in.ts';

/** `guard` is called before each transaction and may refuse it. */
export function adapterFor(pglite: PGlite, guard?: () => void): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(pglite);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      adapter.executeScript = (script) => runScript(pglite, script);
      makePolite(adapter, guard);
      return adapter;
    },
  };
}

async function runScript(pglite: PGlite, script: string): Promise<void> {
  try {
    await pglite.exec(script);
  } catch (error) {
    // A script that fails inside its own transaction leaves the only connection in it.
    await pglite.exec('ROLLBACK');
    if (!(error instanceof messages.DatabaseError)) throw error;
    throw new DriverAdapterError({
      kind: 'postgres',
      code: error.code ?? 'N/A',
      severity: error.severity ?? 'N/A',
      message: error.message,
      detail: error.detail,
      column: error.column,
      hint: error.hint,
    });
  }
}
