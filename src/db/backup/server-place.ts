// The PostgreSQL server behind a URL, for backups. Servers of the product may be using it.

import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { z } from 'zod';
import type { Log } from '../../core/log.ts';
import { createBoss } from '../boss-options.ts';
import { migrate, withMigrationLock } from '../migrate.ts';
import type { Migration } from '../read-migrations.ts';
import { connectionTo, placeOf } from '../server-address.ts';
import { explainServerTrouble } from '../start-trouble.ts';
import { type Place, type Session, sessionSettings } from './place.ts';

const applicationName = 'madoguchi backup';
const counted = z.tuple([z.object({ count: z.number() })]);

/** Rejects with DatabaseStartError when it cannot be reached. */
export async function openServerPlace(url: string, log: Log): Promise<Place> {
  const client = new pg.Client({
    ...connectionTo(url, applicationName),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // The statement under way rejects with it too; unheard it would end the process.
  client.on('error', () => {});
  const session: Session = {
    async ask(sql, values = []) {
      return (await client.query(sql, [...values])).rows;
    },
  };
  try {
    await client.connect();
    for (const setting of sessionSettings) await client.query(setting);
  } catch (error) {
    await client.end();
    throw explainServerTrouble(error, url);
  }
  return {
    engine: 'postgres',
    name: nameOf(url),
    session,
    async alone(step) {
      try {
        return await withMigrationLock(url, step, applicationName);
      } catch (error) {
        throw explainServerTrouble(error, url);
      }
    },
    usedBy: () => countServers(session),
    migrate: (migrations) => migrateServer(url, log, migrations),
    close: () => client.end(),
  };
}

/** As src/db/open-server.ts and src/db/migrate.ts name their connections. */
const namesOfServers = ['madoguchi', 'madoguchi queue', 'madoguchi migration'];

async function countServers(session: Session): Promise<number> {
  const rows = await session.ask(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = ANY($1::text[])`,
    [namesOfServers],
  );
  return counted.parse(rows)[0].count;
}

async function migrateServer(url: string, log: Log, migrations: readonly Migration[]): Promise<void> {
  // One connection: the engine locks and unlocks by session.
  const pool = new pg.Pool({ ...connectionTo(url, applicationName), max: 1 });
  pool.on('error', () => {});
  const boss = createBoss({ ...connectionTo(url, applicationName), max: 2 }, { testClock: undefined, log });
  try {
    await migrate({ adapters: new PrismaPg(pool), boss, log, migrations });
  } finally {
    await boss.stop({ graceful: false });
    await pool.end();
  }
}

const nameOf = (url: string): string => {
  const place = placeOf(url);
  return place === undefined
    ? 'the PostgreSQL database'
    : `the PostgreSQL database ${place.database} at ${place.host}`;
};
