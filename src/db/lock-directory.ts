// One process for each embedded database: two on one directory lose each other's writes without any
// error. SQLite's lock on a file of its own is the operating system's (fcntl), so it is gone the moment
// the process is, by SIGKILL too; a file with a process id in it would outlive its owner.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { keepToOwner } from './keep-to-owner.ts';
import { refuseRoot } from './refuse-root.ts';

const sqliteBusy = 5;

/** Another process uses the directory. The message says what to do. */
export class DirectoryInUseError extends Error {
  override name = 'DirectoryInUseError';
}

/** A lock goes with its connection, and an unreferenced connection is closed by the garbage collector. */
const held = new Set<DatabaseSync>();

/**
 * Takes `directory` (made when missing) for this process alone; the answer gives it back. Never waits. Rejects with
 * DirectoryInUseError, and with DatabaseStartError for root in the directory of another user.
 */
export async function lockDirectory(directory: string, userId = process.getuid?.()): Promise<() => void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await refuseRoot(directory, userId);
  const file = join(directory, 'lock');
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (!isBusy(cause)) throw cause;
    throw new DirectoryInUseError(
      `${directory} is in use by another process. Stop that one first, give this one a DATA_DIR of its own, or set DATABASE_URL: several processes can share a PostgreSQL server.`,
    );
  }
  held.add(lock);
  // Whoever may read it may hold it too.
  await keepToOwner(file);
  return () => {
    if (held.delete(lock)) lock.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}
