// A migrated embedded database to copy from: making one takes seconds, copying a tenth of that. It is
// kept between runs under a name that changes with everything it is made from.

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { embeddedFolder } from '../../src/db/embedded-files.ts';
import { openDatabase } from '../../src/db/open.ts';
import { quietLog } from './quiet-log.ts';

const root = join(import.meta.dirname, '../..');
const keepMs = 60 * 60 * 1000;
const cache = join(root, 'node_modules/.cache/madoguchi');

/** `folder`: a DATA_DIR without its lock. `dump`: the same database as a file for PGlite's memory. */
export type EmbeddedTemplate = { folder: string; dump: string };

export async function prepareEmbeddedTemplate(): Promise<EmbeddedTemplate> {
  const home = join(cache, await fingerprint());
  const template = { folder: join(home, 'data'), dump: join(home, 'dump.tar') };
  if (await exists(home)) {
    const now = new Date();
    await utimes(home, now, now);
    return template;
  }
  await removeOld();
  const draft = join(cache, `draft-${randomUUID()}`);
  await build(draft);
  // Two runs may build at once: whoever is second keeps what is there.
  await rename(draft, home).catch(async (error) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(home))) throw error;
  });
  return template;
}

/** Templates that no run has begun with for an hour. Younger ones may be in use by another run. */
async function removeOld(): Promise<void> {
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) {
    const { mtimeMs } = await stat(join(cache, name));
    if (Date.now() - mtimeMs > keepMs) await rm(join(cache, name), { recursive: true, force: true });
  }
}

async function build(home: string): Promise<void> {
  const dataDir = join(home, 'data');
  await mkdir(dataDir, { recursive: true });
  const database = await openDatabase({
    dataDir,
    keys: [new Uint8Array(32)],
    controlClock: false,
    log: quietLog,
  });
  await database.close();
  await rm(join(dataDir, 'lock'), { force: true });
  const pglite = await PGlite.create({ dataDir: join(dataDir, embeddedFolder) });
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  await writeFile(join(home, 'dump.tar'), Buffer.from(await dump.arrayBuffer()));
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['prisma/migrations', 'src/db']) {
    const names = await readdir(join(root, folder), { recursive: true });
    const files = names.filter((name) => /\.(sql|ts)$/.test(name) && !name.startsWith('generated')).sort();
    for (const name of files) hash.update(name).update(await readFile(join(root, folder, name)));
  }
  hash.update(await readFile(join(root, 'package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}

const exists = (path: string) =>
  readdir(path).then(
    () => true,
    () => false,
  );
