// The database: whether it answers, is new enough, and has the tables of this version.
import type { DatabaseLook } from '../../db/look-into.ts';
import { broken, type Check, type Finding, notChecked, note, right } from '../check.ts';
import type { Records } from '../records.ts';
import { count } from '../sentences.ts';

const oldestPostgres = 15;

export const database: Check = {
  name: 'database',
  needs: ['environment', 'data directory'],
  run: async ({ database, environment }) => readLook(await database(), environment().DATA_DIR),
};

function readLook(look: DatabaseLook<Records>, dataDir: string): Finding {
  if (look.kind === 'new')
    return note(`No database is in ${dataDir} yet: the first start of the server makes it.`);
  if (look.kind === 'inUse') {
    return note(
      `The embedded database in ${dataDir} is in use by the running server, so it opens; to have its contents checked too, stop the server first.`,
    );
  }
  if (look.kind === 'closed') {
    const [problem = '', ...rest] = look.problem.split(': ');
    const mend = rest.join(': ');
    return broken(`${problem}.`, `${mend.charAt(0).toUpperCase()}${mend.slice(1)}`);
  }
  const { engine, majorVersion } = look;
  if (majorVersion < oldestPostgres) {
    return broken(
      `PostgreSQL ${majorVersion} is too old: it must be ${oldestPostgres} or newer.`,
      `Upgrade PostgreSQL to ${oldestPostgres} or newer, or let DATABASE_URL name another server.`,
    );
  }
  return right(
    engine === 'embedded'
      ? `The embedded database opens (PostgreSQL ${majorVersion}).`
      : `PostgreSQL ${majorVersion} answers.`,
  );
}

export const migrations: Check = {
  name: 'migrations',
  needs: ['database'],
  async run({ database }) {
    const look = await database();
    if (look.kind === 'new')
      return note('There are no tables yet: the first start of the server makes them.');
    if (look.kind !== 'open')
      return notChecked('The running server has the database, and brought it up to date.');
    return readMigrations(look);
  },
};

type Open = Extract<DatabaseLook<Records>, { kind: 'open' }>;

function readMigrations({ migrations, mayMigrate }: Open): Finding {
  const { applied, pending, unknown, failed } = migrations;
  if (failed.length > 0) {
    return broken(
      `The migration ${failed.join(', ')} failed half-way.`,
      'Restore the newest backup, or mend what stood in its way and delete its row from the table _prisma_migrations, then start the server again.',
    );
  }
  if (unknown.length > 0) {
    return broken(
      `The database was brought up to date by a newer version of this product (${unknown.join(', ')}).`,
      'Install that version again, or restore the backup that was made before the upgrade.',
    );
  }
  if (pending.length > 0 && !mayMigrate) {
    return broken(
      'Tables must be made, and the user of DATABASE_URL may not make any.',
      'Make this user the owner of the database (ALTER DATABASE … OWNER TO …), then start the server.',
    );
  }
  if (applied.length === 0) return note('There are no tables yet: the first start of the server makes them.');
  if (pending.length > 0) {
    return broken(
      `${count(pending.length, 'migration')} not applied yet (${pending.join(', ')}).`,
      'Make a backup, then restart the server: it applies them when it starts.',
    );
  }
  return right(`All ${count(applied.length, 'migration')} applied.`);
}
