// Opens the embedded engine's files in a DATA_DIR, and says why where they do not open. A first start may be ended at any
// moment: the files are made aside and moved into place whole.
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { codeOf } from '../core/log.ts';
import { keepAllToOwner, keepToOwner } from './keep-to-owner.ts';
import { explainEmbeddedTrouble } from './start-trouble.ts';

/** Where the engine's files lie inside DATA_DIR. */
export const embeddedFolder = 'postgres';
/** Where they are made. */
const draftFolder = 'postgres.new';

/**
 * V8 optimises WebAssembly while it runs, and takes 450 MB to do so with one huge function of PostgreSQL's, half a second
 * after each start. Without it an answer costs 4 % more CPU (npm run bench:answers). For the whole process, from now on.
 */
function keepWebAssemblySmall(): void {
  for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
}

/**
 * Made when missing, for their owner alone. Whoever calls has locked `dataDir`. Rejects with DatabaseStartError where
 * the cause is known.
 */
export async function openEmbeddedFiles(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, embeddedFolder);
  keepWebAssemblySmall();
  try {
    if (!(await holdsTables(dataDir))) await make(dataDir, folder);
    await keepToOwner(folder);
    // Ended while it began to write this, the engine would refuse it for ever; that nobody else is there, our own lock says.
    await rm(join(folder, 'postmaster.pid'), { force: true });
    const pglite = await PGlite.create({ dataDir: folder });
    // Afterwards: the engine writes some of them anew whenever it starts.
    await keepAllToOwner(folder);
    return pglite;
  } catch (error) {
    throw explainEmbeddedTrouble(error, dataDir, await fileOfAnother(folder, process.getuid?.()));
  }
}

/** Half-made files of a first start that was ended hold nothing yet: they are made anew. */
async function make(dataDir: string, folder: string): Promise<void> {
  const draft = join(dataDir, draftFolder);
  for (const old of [draft, folder]) await rm(old, { recursive: true, force: true });
  const pglite = await PGlite.create({ dataDir: draft });
  await pglite.close();
  await rename(draft, folder);
}

/** PostgreSQL numbers what it brings itself below this, and all that anybody makes from here on. */
const firstOfOurs = 16_384;

/**
 * Whether anybody has ever made a table there: each has a file of its own, named by its number. Only then is there anything
 * to lose, and only then anything to read.
 */
export async function holdsTables(dataDir: string): Promise<boolean> {
  const base = join(dataDir, embeddedFolder, 'base');
  for (const name of await namesIn(base, true)) {
    // Such as 5/16384: a table of the database that PostgreSQL numbers 5.
    const [, number] = /[\\/](\d+)$/.exec(name) ?? [];
    if (number !== undefined && Number(number) >= firstOfOurs) return true;
  }
  return false;
}

/** None where there is no such folder. */
async function namesIn(folder: string, recursive = false): Promise<string[]> {
  try {
    return await readdir(folder, { recursive });
  } catch (error) {
    if (error instanceof Error && ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return [];
    throw error;
  }
}

/** The first file there that this user does not own; undefined where users have no numbers. */
async function fileOfAnother(folder: string, userId: number | undefined): Promise<string | undefined> {
  if (userId === undefined) return undefined;
  for (const name of await namesIn(folder, true)) {
    const file = join(folder, name);
    if ((await stat(file)).uid !== userId) return file;
  }
  return undefined;
}
