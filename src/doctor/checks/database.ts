// The database: whether it answers, is new enough, and has the tables of this version.
import type { DatabaseLook } from '../../db/look-into.ts';
import type { Records } from '../../records/doctor-facts.ts';
import { broken, type Check, type Finding, notChecked, note, right, warning } from '../check.ts';
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
    return warning(
      `The embedded database in ${dataDir} is in use by a server that does not tell this doctor how it stands.`,
      'Restart the server, so that it is of this version and reads .env anew, and run the doctor with the same .env.',
    );
  }
  if (look.kind === 'closed') {
    const [problem = '', ...rest] = look.problem.split(': ');
    const fix = rest.join(': ');
    return broken(`${problem}.`, `${fix.charAt(0).toUpperCase()}${fix.slice(1)}`);
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

/** Timers fire by the database's clock; promises and closing times are judged by ours. */
const skewMs = 30_000;

export const databaseClock: Check = {
  name: 'clock of the database',
  needs: ['database'],
  async run({ database }) {
    const look = await database();
    if (look.kind !== 'open') return notChecked('The database did not say what time it is.');
    const ahead = look.clockAheadMs;
    if (Math.abs(ahead) <= skewMs) return right('The clock of the database goes with that of this machine.');
    const direction = ahead > 0 ? 'ahead of' : 'behind';
    return broken(
      `The clock of the database is ${Math.round(Math.abs(ahead) / 1000)} s ${direction} that of this machine: reminders come at the wrong time.`,
      'Turn on time synchronisation on both machines (timedatectl set-ntp true).',
    );
  },
};

export const migrations: Check = {
  name: 'migrations',
  needs: ['database'],
  async run({ database }) {
    const look = await database();
    if (look.kind === 'new')
      return note('There are no tables yet: the first start of the server makes them.');
    if (look.kind !== 'open') return notChecked('The database could not be read for it: the server has it.');
    return readMigrations(look);
  },
};

type Open = Extract<DatabaseLook<Records>, { kind: 'open' }>;

function readMigrations({ migrations, mayMigrate }: Open): Finding {
  const { applied, pending, unknown, failed } = migrations;
  if (failed.length > 0) {
    return broken(
      `The migration ${failed.join(', ')} failed, or was ended in the middle.`,
      'Start the server again: it tries once more, and says what stands in the way. Restore the newest backup with --replace when that does not help, or on a PostgreSQL server fix what it names.',
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
