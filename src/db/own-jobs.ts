// What this process knows of its own jobs without asking the database, so that it asks less. Nothing depends on it: what it
// does not know is asked for, and what it forgets the watch finds within a second (watch-due.ts).

import type { QueueName } from './queue-settings.ts';

type Put = { id: string; key: string };

export type OwnJobs = {
  /** Before they are put, so that no worker can take them earlier. */
  add(name: QueueName, jobs: readonly Put[]): void;
  /** A worker has them in hand. Call the answer when it is through: it says whether another look may find something. */
  take(name: QueueName, jobs: readonly Put[]): () => boolean;
  /**
   * A job was put here and not found, though nobody here has one of its key in hand: another process has, or it was put
   * twice, or by a transaction that was rolled back.
   */
  isMissing(name: QueueName): boolean;
  /** What is missing is not looked for any more. */
  giveUp(name: QueueName): void;
  /** These have been completed by a transaction that is committed. */
  markCompleted(ids: readonly string[]): void;
  /** Whether that one was. Says so once. */
  wasCompleted(id: string): boolean;
};

/** Ids, of all queues together. Beyond so many all are forgotten: a process may put jobs that another one takes. */
const rememberedAtMost = 5_000;

/** `waiting`: ids by key, for jobs of one key wait for each other; `inHand`: keys. */
type Known = { waiting: Map<string, Set<string>>; inHand: Set<string> };

export function createOwnJobs(): OwnJobs {
  const queues = new Map<QueueName, Known>();
  const completed = new Set<string>();
  let remembered = 0;
  const knownOf = (name: QueueName): Known => {
    const known = queues.get(name) ?? { waiting: new Map(), inHand: new Set() };
    queues.set(name, known);
    return known;
  };
  const forget = ({ waiting }: Known, key: string) => {
    remembered -= waiting.get(key)?.size ?? 0;
    waiting.delete(key);
  };
  const missingIn = ({ waiting, inHand }: Known) => [...waiting.keys()].filter((key) => !inHand.has(key));
  return {
    add(name, jobs) {
      if (remembered > rememberedAtMost)
        for (const known of queues.values()) for (const key of known.waiting.keys()) forget(known, key);
      const { waiting } = knownOf(name);
      for (const { id, key } of jobs) {
        const ids = waiting.get(key) ?? new Set();
        if (!ids.has(id)) remembered += 1;
        waiting.set(key, ids.add(id));
      }
    },
    take(name, jobs) {
      const known = knownOf(name);
      const { waiting, inHand } = known;
      // Of what another process put, or an earlier one, nobody here knows what comes after it.
      let mayBeMore = false;
      for (const { id, key } of jobs) {
        const ids = waiting.get(key);
        if (ids?.delete(id)) remembered -= 1;
        else mayBeMore = true;
        if (ids?.size === 0) waiting.delete(key);
        inHand.add(key);
      }
      return () => {
        for (const { key } of jobs) inHand.delete(key);
        return mayBeMore || jobs.some(({ key }) => waiting.has(key));
      };
    },
    isMissing: (name) => missingIn(knownOf(name)).length > 0,
    giveUp(name) {
      const known = knownOf(name);
      for (const key of missingIn(known)) forget(known, key);
    },
    markCompleted(ids) {
      if (completed.size > rememberedAtMost) completed.clear();
      for (const id of ids) completed.add(id);
    },
    wasCompleted: (id) => completed.delete(id),
  };
}
