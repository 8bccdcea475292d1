// `npm run backup -- FILE`: all that the product keeps, into one file.

import type { Log } from '../../log.ts';
import type { Sealer } from '../seal.ts';
import { type Answer, answered, usage } from './answer.ts';
import { BackupError } from './backup-error.ts';
import { holdsDatabase, openEmbeddedPlace } from './embedded-place.ts';
import { fingerprints, proofOf } from './lines.ts';
import { inSnapshot, type Place } from './place.ts';
import { readBody, readHead } from './read-database.ts';
import { openServerPlace } from './server-place.ts';
import { readSettings, type Settings, sealerFor, type Values } from './settings.ts';
import { freeFileFor, writeBackupFile } from './write-file.ts';

export type Context = { log: Log; now: () => Date };

const how = 'Usage: npm run backup -- FILE   (FILE may be a folder: the file is then named by the time)';

export async function runBackup(values: Values, args: readonly string[], context: Context): Promise<Answer> {
  const [given, ...more] = args;
  if (given === undefined || given.startsWith('-') || more.length > 0) return usage(how);
  return answered(async () => {
    const settings = readSettings(values);
    const sealer = await sealerFor(settings);
    const file = await freeFileFor(given, context.now());
    const place = await openSource(settings, context.log);
    try {
      const rows = await backUp(place, sealer, file, context.now());
      return `${rows} rows of ${place.name} are in ${file}. DATA_KEY is not in it: keep a copy of the key elsewhere, for without it the backup cannot be read.`;
    } finally {
      await place.close();
    }
  });
}

/** Resolves with the number of rows. */
function backUp(place: Place, sealer: Sealer, file: string, now: Date): Promise<number> {
  return inSnapshot(place, async () => {
    const head = await readHead(place, fingerprints(sealer), now);
    const prove = (sha256: string) => proofOf(sealer, sha256);
    return writeBackupFile(file, { head, body: readBody(place.session), prove });
  });
}

/** Rejects with BackupError when there is no database. */
async function openSource({ url, dataDir }: Settings, log: Log): Promise<Place> {
  if (url !== undefined) return openServerPlace(url, log);
  return openEmbeddedSource(dataDir, log);
}

/** Rejects with BackupError when there is no database: opening must not make one. */
export async function openEmbeddedSource(dataDir: string, log: Log): Promise<Place> {
  if (await holdsDatabase(dataDir)) return openEmbeddedPlace(dataDir, log);
  throw new BackupError(
    `There is no embedded database in ${dataDir}: set DATA_DIR to where it is, or DATABASE_URL.`,
  );
}
