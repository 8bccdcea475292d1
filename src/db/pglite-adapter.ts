// How Prisma reaches the embedded engine. pglite-prisma-adapter 0.7 does not wait for a script to end
// and loses its errors, so a broken migration would count as applied: scripts go through here instead. It loses the errors of a
// COMMIT too, and what was rolled back would count as done.

import { messages, type PGlite } from '@electric-sql/pglite';
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlMigrationAwareDriverAdapterFactory,
  type Transaction,
} from '@prisma/driver-adapter-utils';
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
      adapter.startTransaction = (isolationLevel) => startTransaction(pglite, isolationLevel);
      makePolite(adapter, guard);
      return adapter;
    },
  };
}

/** As the adapter does; it commits once the engine has said so. */
async function startTransaction(
  pglite: PGlite,
  isolationLevel: IsolationLevel | undefined,
): Promise<Transaction> {
  let ended: Promise<unknown> = Promise.resolve();
  const engine: Pick<PGlite, 'exec' | 'transaction'> = {
    exec: (text) => pglite.exec(text),
    transaction(work) {
      const end = pglite.transaction(work);
      ended = end;
      return end;
    },
  };
  // All that the adapter asks of the engine for a transaction.
  const adapter = await new PrismaPGlite(engine as PGlite).connect();
  const transaction = await adapter.startTransaction(isolationLevel);
  const commit = transaction.commit.bind(transaction);
  transaction.commit = async () => {
    await commit();
    await ended.catch((error) => {
      throw forPrisma(error);
    });
  };
  return transaction;
}

async function runScript(pglite: PGlite, script: string): Promise<void> {
  try {
    await pglite.exec(script);
  } catch (error) {
    // A script that fails inside its own transaction leaves the only connection in it.
    await pglite.exec('ROLLBACK');
    throw forPrisma(error);
  }
}

/** What the engine refuses; all else as it is. */
function forPrisma(error: unknown): unknown {
  if (!(error instanceof messages.DatabaseError)) return error;
  return new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'N/A',
    severity: error.severity ?? 'N/A',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}
