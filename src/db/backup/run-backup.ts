// `npm run backup -- FILE`: all that the product keeps, into one file.

import type { Log } from '../../core/log.ts';
import { holdsTables } from '../embedded-files.ts';
import type { Sealer } from '../seal.ts';
import { readSealedWith } from '../sealed-with.ts';
import { type Answer, answered, usage } from './answer.ts';
import { BackupError } from './backup-error.ts';
import { openEmbeddedPlace } from './embedded-place.ts';
import { fingerprints, proofOf } from './lines.ts';
import { inSnapshot, type Place } from './place.ts';
import { readBody, readHead } from './read-database.ts';
import { openServerPlace } from './server-place.ts';
import { readSettings, type Settings, sealerFor, type Values } from './settings.ts';
import { readOtherTables } from './tables.ts';
import { freeFileFor, writeBackupFile } from './write-file.ts';

/** `signal`: somebody wants it to stop. `open`: how the database is opened, where it is not as the settings say. */
export type Context = { log: Log; now: () => Date; signal?: AbortSignal; open?: typeof openSource };

const how = 'Usage: npm run backup -- FILE   (FILE may be a folder: the file is then named by the time)';

export async function runBackup(values: Values, args: readonly string[], context: Context): Promise<Answer> {
  const [given, ...more] = args;
  if (given === undefined || given.startsWith('-') || more.length > 0) return usage(how);
  return answered(async () => {
    const settings = readSettings(values);
    const sealer = await sealerFor(settings);
    const file = await freeFileFor(given, context.now());
    const place = await (context.open ?? openSource)(settings, context.log);
    try {
      const rows = await backUp(place, sealer, file, context);
      const others = await readOtherTables(place.session);
      const left = others.length === 0 ? '' : ` Not of this product, and left out: ${others.join(', ')}.`;
      return `${rows} rows of ${place.name} are in ${file}.${left} DATA_KEY is not in it: keep a copy of the key elsewhere, for without it names, numbers and what waits to be done cannot be read.`;
    } finally {
      await place.close();
    }
  });
}

/** Resolves with the number of rows. */
function backUp(place: Place, sealer: Sealer, file: string, { now, signal }: Context): Promise<number> {
  return inSnapshot(place, async () => {
    const head = await readHead(place, fingerprints(sealer), now());
    await checkKey(place, sealer);
    const prove = (sha256: string) => proofOf(sealer, sha256);
    return writeBackupFile(file, { head, body: readBody(place.session), prove, signal });
  });
}

/** Sealed by another key, the backup could be restored with neither. */
export async function checkKey({ session, name }: Place, sealer: Sealer): Promise<void> {
  const sealedWith = await readSealedWith((sql) => session.ask(sql));
  if (sealedWith.length === 0 || sealedWith.some(({ keyId }) => sealer.holds(keyId))) return;
  throw new BackupError(
    `DATA_KEY is not the key of ${name}: it opens nothing of what is sealed there. Set it to the key with which the server runs, from its .env or from the file data-key in its DATA_DIR.`,
  );
}

/** Rejects with BackupError when there is no database. */
export async function openSource({ url, dataDir }: Settings, log: Log): Promise<Place> {
  if (url !== undefined) return openServerPlace(url, log);
  return openEmbeddedSource(dataDir, log);
}

/** Rejects with BackupError when there is no database: opening must not make one. */
export async function openEmbeddedSource(dataDir: string, log: Log): Promise<Place> {
  if (await holdsTables(dataDir)) return openEmbeddedPlace(dataDir, log);
  throw new BackupError(
    `There is no embedded database in ${dataDir}: set DATA_DIR to where it is, or DATABASE_URL.`,
  );
}
