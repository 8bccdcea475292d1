// What a worker was given, for tests that wait for it.
import type { Job } from '../../src/db/queue.ts';

/** Remembers what a worker was given, and resolves when it was given `count` jobs. */
export function witness(count: number) {
  const { promise: all, resolve } = Promise.withResolvers<void>();
  const seen: Job[] = [];
  return {
    seen,
    all,
    see(jobs: readonly Job[]) {
      seen.push(...jobs);
      if (seen.length >= count) resolve();
    },
  };
}
