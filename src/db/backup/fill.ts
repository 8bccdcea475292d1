// Fills a database with what was in another: the half that a restore and a move have in common.

import { readMigrations } from '../read-migrations.ts';
import { BackupError } from './backup-error.ts';
import type { Head } from './lines.ts';
import type { Place } from './place.ts';
import { readApplied, readQueueVersion } from './read-database.ts';
import { countRows, readTables } from './tables.ts';
import { writeBody } from './write-database.ts';

export type Content = { head: Head; body: AsyncIterable<string> };

/**
 * Resolves with the rows of each table. Rejects with BackupError, with nothing changed but empty tables
 * made, when the place or the content is not fit for it. `replace`: what is there may go.
 */
export async function fill(place: Place, content: Content, replace: boolean): Promise<Map<string, number>> {
  const { head, body } = content;
  const known = await readMigrations();
  const names = new Set(known.map(({ name }) => name));
  if (!head.migrations.every((name) => names.has(name))) {
    throw new BackupError(
      `The data come from a newer release (${head.version}): use that one. This one does not know their tables.`,
    );
  }
  await checkPlace(place, head, replace);
  // Rows of an older release go into its tables, and are then brought up to date with them.
  const then = known.filter(({ name }) => head.migrations.includes(name));
  await place.migrate(then);
  await checkQueue(place, head);
  const counts = await writeBody(place.session, body);
  if (then.length < known.length) await place.migrate(known);
  return counts;
}

async function checkPlace(place: Place, head: Head, replace: boolean): Promise<void> {
  if ((await place.usedBy()) > 0) {
    throw new BackupError(`A server is using ${place.name}: stop it, run this again, then start it.`);
  }
  const applied = await readApplied(place.session);
  const tables = await readTables(place.session);
  if (applied === null && tables.length > 0) {
    throw new BackupError(
      `Something else is in ${place.name} (${tables.map(({ name }) => name).join(', ')}): make a database of its own for this product.`,
    );
  }
  if (applied !== null && !applied.every((name) => head.migrations.includes(name))) {
    throw new BackupError(
      `The data are of an older release (${head.version}) than the tables of ${place.name}: give them a new, empty place. They are brought up to date there.`,
    );
  }
  if (!replace) await checkEmpty(place);
}

/** The queue's own settings are there since its first start; of it only jobs count. */
async function checkEmpty(place: Place): Promise<void> {
  const tables = (await readTables(place.session)).filter(
    ({ name }) => !name.startsWith('pgboss.') || name === 'pgboss.job',
  );
  const counts = await countRows(place.session, tables);
  const full = [...counts].filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`);
  if (full.length > 0) {
    throw new BackupError(
      `There are rows in ${place.name} (${full.join(', ')}): nothing was changed. To delete them and put the others in their place, add --replace.`,
    );
  }
}

async function checkQueue(place: Place, head: Head): Promise<void> {
  const version = await readQueueVersion(place.session);
  if (version === head.queueVersion) return;
  throw new BackupError(
    `The data come from another release (${head.version}), whose queue was laid out differently (${head.queueVersion}, here ${version}): use that release for this, then upgrade.`,
  );
}
