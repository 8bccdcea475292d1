// Opens the embedded engine's files in a DATA_DIR, and says why where they do not open.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { explainEmbeddedTrouble } from './start-trouble.ts';

/** Where the engine's files lie inside DATA_DIR. */
export const embeddedFolder = 'postgres';

/** Made when missing. Whoever calls has locked `dataDir`. Rejects with DatabaseStartError where the cause is known. */
export async function openEmbeddedFiles(dataDir: string): Promise<PGlite> {
  const folder = join(dataDir, embeddedFolder);
  try {
    return await PGlite.create({ dataDir: folder });
  } catch (error) {
    throw explainEmbeddedTrouble(error, dataDir, await fileOfAnother(folder, process.getuid?.()));
  }
}

/** The first file there that this user does not own; undefined where users have no numbers. */
async function fileOfAnother(folder: string, userId: number | undefined): Promise<string | undefined> {
  if (userId === undefined) return undefined;
  for (const name of await readdir(folder, { recursive: true })) {
    const file = join(folder, name);
    if ((await stat(file)).uid !== userId) return file;
  }
  return undefined;
}
