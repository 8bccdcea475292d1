// Another server's transaction, held open until somebody waits for it: so two that run side by side meet at a known place.
import { expect } from 'vitest';
import type { Tx } from '../../src/db/client.ts';
import { counter } from '../conversation/with-rooms.ts';

export type Meanwhile = { commit(): Promise<void> };

/** Does this in a transaction of its own; `commit` waits until another one waits for it. */
export async function meanwhile(act: (tx: Tx) => Promise<unknown>): Promise<Meanwhile> {
  const { prisma } = counter;
  const done = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const other = prisma.$transaction(
    async (tx) => {
      await act(tx);
      begun.resolve();
      await done.promise;
    },
    { timeout: 20_000 },
  );
  await Promise.race([begun.promise, other]);
  return {
    async commit() {
      const waiting = () =>
        prisma.$queryRaw`SELECT 1 AS waits FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await expect.poll(waiting, { timeout: 10_000 }).not.toEqual([]);
      done.resolve();
      await other;
    },
  };
}
