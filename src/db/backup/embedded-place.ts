// The embedded database of a DATA_DIR, for backups. Nobody else may have it open.

import type { PGlite } from '@electric-sql/pglite';
import { fromPglite } from 'pg-boss';
import type { Log } from '../../core/log.ts';
import { createBoss } from '../boss-options.ts';
import { openEmbeddedFiles } from '../embedded-files.ts';
import { DirectoryInUseError, lockDirectory } from '../lock-directory.ts';
import { migrate } from '../migrate.ts';
import { adapterFor } from '../pglite-adapter.ts';
import type { Migration } from '../read-migrations.ts';
import { BackupError } from './backup-error.ts';
import { type Place, sessionSettings } from './place.ts';

/** Made when missing. Rejects with BackupError while a server has it. */
export async function openEmbeddedPlace(dataDir: string, log: Log): Promise<Place> {
  const unlock = await lockOrRefuse(dataDir);
  let pglite: PGlite | undefined;
  try {
    pglite = await openEmbeddedFiles(dataDir);
    const close = async () => {
      await pglite?.close();
      unlock();
    };
    return await placeOn(pglite, { dataDir, log, close });
  } catch (error) {
    await pglite?.close();
    unlock();
    throw error;
  }
}

async function lockOrRefuse(dataDir: string): Promise<() => void> {
  try {
    return await lockDirectory(dataDir);
  } catch (error) {
    if (!(error instanceof DirectoryInUseError)) throw error;
    throw new BackupError(
      `The embedded database in ${dataDir} is in use: stop the server, run this again, then start the server. (A PostgreSQL server can be backed up while it is in use.)`,
    );
  }
}

type Surroundings = { dataDir: string; log: Log; close: () => Promise<void> };

/** On an engine that runs already, in `dataDir`. */
export async function placeOn(pglite: PGlite, { dataDir, log, close }: Surroundings): Promise<Place> {
  for (const setting of sessionSettings) await pglite.exec(setting);
  return {
    engine: 'embedded',
    name: `the embedded database in ${dataDir}`,
    session: {
      async ask(sql, values = []) {
        return (await pglite.query(sql, [...values])).rows;
      },
    },
    // The directory's lock keeps everybody out.
    alone: (step) => step(),
    usedBy: async () => 0,
    async migrate(migrations: readonly Migration[]) {
      const boss = createBoss({ db: fromPglite(pglite), backend: 'pglite' }, { testClock: undefined, log });
      try {
        await migrate({ adapters: adapterFor(pglite), boss, log, migrations });
      } finally {
        await boss.stop({ graceful: false });
      }
    },
    close,
  };
}
