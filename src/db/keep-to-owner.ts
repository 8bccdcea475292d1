// Names and phones lie sealed in the embedded database, but much else does not: its files are for the user of the server alone.
import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../core/log.ts';

/** What group and others may do. */
const ofOthers = 0o077;

/** Takes from everybody but the owner what they may do with `path`: 0700 for a folder, 0600 for a file. */
export async function keepToOwner(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & ofOthers) === 0) return;
  try {
    await chmod(path, mode & 0o700);
  } catch (error) {
    // Another user's, or a disk without such rights: it works all the same, and the doctor says it.
    if (!(error instanceof Error && codeOf(error) === 'EPERM')) throw error;
  }
}

/** `folder` and all in it. What is written later follows the umask of the process (main.ts). */
export async function keepAllToOwner(folder: string): Promise<void> {
  await keepToOwner(folder);
  for (const name of await readdir(folder, { recursive: true })) await keepToOwner(join(folder, name));
}

/** The first of these that others may do anything with; undefined when there is none, or they are not there. */
export async function openToOthers(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && (found.mode & ofOthers) !== 0) return path;
  }
  return undefined;
}
