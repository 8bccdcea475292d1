// Fills a database with what was in another: the half that a restore and a move have in common.

import { readMigrations } from '../read-migrations.ts';
import { BackupError } from './backup-error.ts';
import type { Head } from './lines.ts';
import { inTransaction, type Place, type Session } from './place.ts';
import { queueVersion } from './queue-version.ts';
import { readApplied, readQueueVersion, readUnfinished } from './read-database.ts';
import { countRows, readOtherTables, readTables } from './tables.ts';
import { writeBody } from './write-database.ts';

export type Content = { head: Head; body: AsyncIterable<string> };

/**
 * Resolves with the rows of each table. Rejects with BackupError, with nothing changed but empty tables made, when the
 * place or the content is not fit for it. `replace`: what is there may go, with its tables where they are of another
 * release than the content.
 */
export async function fill(place: Place, content: Content, replace: boolean): Promise<Map<string, number>> {
  const { head, body } = content;
  const known = await readMigrations();
  checkRelease(
    head,
    known.map(({ name }) => name),
  );
  return place.alone(async () => {
    await checkPlace(place, head, replace);
    if (replace && (await isOfAnotherRelease(place.session, head))) await dropAll(place.session);
    // Rows of an older release go into its tables, and are then brought up to date with them.
    const then = known.filter(({ name }) => head.migrations.includes(name));
    await place.migrate(then);
    const counts = await writeBody(place.session, body);
    if (then.length < known.length) await place.migrate(known);
    return counts;
  });
}

/** Whether this release knows the tables of the content, and has its queue laid out in the same way. */
function checkRelease(head: Head, known: readonly string[]): void {
  if (!head.migrations.every((name) => known.includes(name))) {
    throw new BackupError(
      `The data come from a newer release (${head.version}): use that one. This one does not know their tables.`,
    );
  }
  if (head.queueVersion === queueVersion) return;
  throw new BackupError(
    `The data come from another release (${head.version}), whose queue was laid out differently (${head.queueVersion}, here ${queueVersion}): use that release for this, then upgrade.`,
  );
}

async function checkPlace(place: Place, head: Head, replace: boolean): Promise<void> {
  const { session } = place;
  if ((await place.usedBy()) > 0) {
    throw new BackupError(`A server is using ${place.name}: stop it, run this again, then start it.`);
  }
  const others = await readOtherTables(session);
  if ((await readApplied(session)) === null && others.length > 0) {
    throw new BackupError(
      `Something else is in ${place.name} (${others.join(', ')}): make a database of its own for this product.`,
    );
  }
  if (replace) return;
  await checkEmpty(place);
  if (await isOfAnotherRelease(session, head)) {
    throw new BackupError(
      `The tables of ${place.name} are of another release than the data (${head.version}): nothing was changed. To delete these tables with all that is in them, add --replace.`,
    );
  }
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

/** Tables that no migration can turn into those of the content: newer ones, or some that were left half-made. */
async function isOfAnotherRelease(session: Session, head: Head): Promise<boolean> {
  // Without tables a row about a migration that was begun stands in nobody's way.
  if ((await readTables(session)).length === 0) return false;
  const applied = (await readApplied(session)) ?? [];
  const queue = await readQueueVersion(session);
  return (
    !applied.every((name) => head.migrations.includes(name)) ||
    (await readUnfinished(session)) > 0 ||
    (queue !== null && queue !== head.queueVersion)
  );
}

/** The database is the product's own: what the newer release made there goes too, known here or not. */
async function dropAll(session: Session): Promise<void> {
  await inTransaction(session, 'BEGIN', async () => {
    await session.ask('DROP SCHEMA IF EXISTS pgboss CASCADE');
    await session.ask('DROP SCHEMA public CASCADE');
    await session.ask('CREATE SCHEMA public');
  });
}
