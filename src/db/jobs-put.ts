// What this process knows of its own jobs without asking the database, so that it asks less. Nothing depends on it: what it
// does not know is asked for, and what it forgets the watch finds within a second (watch-due.ts).

import type { QueueName } from './queue-settings.ts';

type Row = { id: string; singletonKey?: string | null };

export type JobsPut = {
  /** Before they are put, so that no worker can take them earlier. */
  add(name: QueueName, rows: readonly Row[]): void;
  /** A worker has them in hand. Ask the answer when it is through: whether another look may find something. */
  take(name: QueueName, rows: readonly Row[]): () => boolean;
  /** These have been completed by a transaction that is committed. */
  finish(ids: readonly string[]): void;
  /** Whether that one was. Says so once. */
  isFinished(id: string): boolean;
};

/** A job that was put twice, or by a transaction that was rolled back, is never taken: so its id stays. Then all are forgotten. */
const rememberedAtMost = 5_000;

export function createJobsPut(): JobsPut {
  /** By queue and key: jobs of one key wait for each other. */
  const waiting = new Map<string, Set<string>>();
  const finished = new Set<string>();
  const place = (name: QueueName, { singletonKey }: Row) => `${name} ${singletonKey}`;
  return {
    add(name, rows) {
      if (waiting.size > rememberedAtMost) waiting.clear();
      for (const row of rows) {
        const ids = waiting.get(place(name, row)) ?? new Set();
        waiting.set(place(name, row), ids.add(row.id));
      }
    },
    take(name, rows) {
      // Of what another process put, or an earlier one, nobody here knows what comes after it.
      const isUnknown = rows.filter((row) => !waiting.get(place(name, row))?.delete(row.id)).length > 0;
      for (const row of rows) if (waiting.get(place(name, row))?.size === 0) waiting.delete(place(name, row));
      return () => rows.filter((row) => waiting.delete(place(name, row))).length > 0 || isUnknown;
    },
    finish(ids) {
      if (finished.size > rememberedAtMost) finished.clear();
      for (const id of ids) finished.add(id);
    },
    isFinished: (id) => finished.delete(id),
  };
}
