// Room on the disk under the embedded database. Without any, the engine does not fail: it never comes back from the
// statement that needs the next 16 MB of its journal. So nothing is begun when there is not enough left for that.

import { statfsSync } from 'node:fs';
import type { Log } from '../core/log.ts';

/** Trouble that passes (passing-trouble.ts): whatever was to be written is tried again. */
export class DiskFullError extends Error {
  override name = 'DiskFullError';
  readonly code = 'ENOSPC';
}

/** A piece of the journal, and what is written in the meantime. */
const neededMb = 20;
const askEveryMs = 250;

export const diskFullSentence = (directory: string): string =>
  `The disk of ${directory} has less than ${neededMb} MB left, and the embedded database needs that much to write anything. Make room there.`;

/** Measured now. */
export function hasRoom(directory: string): boolean {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize >= neededMb * 1024 * 1024;
}

/** To be called before anything is written: throws DiskFullError while there is no room, and says so in the log once. */
export function createRoomGuard(directory: string, log: Log): () => void {
  let askedAt = Number.NEGATIVE_INFINITY;
  let isFull = false;
  return () => {
    const now = performance.now();
    if (now - askedAt >= askEveryMs) {
      askedAt = now;
      const wasFull = isFull;
      isFull = !hasRoom(directory);
      if (isFull && !wasFull) log.error({ directory }, diskFullSentence(directory));
      if (!isFull && wasFull) log.warn({ directory }, 'There is room on the disk again: the work goes on');
    }
    if (isFull) throw new DiskFullError('the disk is full');
  };
}
