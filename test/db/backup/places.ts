// Databases for the tests of backups, as the environment names them, and all that lies in one.

import { v7 as uuidv7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { openEmbeddedPlace, placeOn } from '../../../src/db/backup/embedded-place.ts';
import type { Place } from '../../../src/db/backup/place.ts';
import { type Context, openSource } from '../../../src/db/backup/run-backup.ts';
import { openServerPlace } from '../../../src/db/backup/server-place.ts';
import { type ControlledClock, isControlled } from '../../../src/db/controlled-clock.ts';
import { type Database, openDatabase } from '../../../src/db/open.ts';
import { testKey } from '../../helpers/database.ts';
import { giveBack, takeEngine } from '../../helpers/embedded-engines.ts';
import { quietLog } from '../../helpers/quiet-log.ts';

/** Made in the tests' own year, so that a name by the time can be known. */
export const context = { log: quietLog, now: () => new Date('2026-11-23T05:06:07.089Z') };

/** For databases of `embeddedInMemory`, or on a server. */
export const contextInMemory: Context = {
  ...context,
  open: (settings, log) => openInMemory(settings.dataDir) ?? openSource(settings, log),
};

const DATA_KEY = Buffer.from(testKey).toString('base64');

/** The environment of a server whose database is there. */
export type Where = { DATABASE_URL?: string; DATA_DIR?: string; DATA_KEY?: string };
export const embedded = (DATA_DIR: string): Where => ({ DATA_DIR, DATA_KEY });
export const server = (DATABASE_URL: string): Where => ({ DATABASE_URL, DATA_KEY });

/** One engine in memory for each name; `open`, `openPlace` and commands with `contextInMemory` find it. */
const inMemory = new Map<string, Awaited<ReturnType<typeof takeEngine>>>();
const memory = 'memory ';

/** Embedded, for what is not about files: many times as cheap. Until `atEnd` calls back: default at the end of the test. */
export async function embeddedInMemory(atEnd: (end: () => void) => void = onTestFinished): Promise<Where> {
  const name = `${memory}${uuidv7()}`;
  const engine = await takeEngine();
  inMemory.set(name, engine);
  atEnd(() => {
    inMemory.delete(name);
    giveBack(engine);
  });
  return embedded(name);
}

function openInMemory(dataDir: string): Promise<Place> | undefined {
  const engine = inMemory.get(dataDir);
  return engine && placeOn(engine.pglite, { dataDir, log: quietLog, close: async () => {} });
}

/** As the product opens it, with a clock that can be moved. */
export async function open({ DATABASE_URL, DATA_DIR = 'memory' }: Where, keys = [testKey]) {
  const pglite = inMemory.get(DATA_DIR)?.pglite;
  const database = await openDatabase({
    url: DATABASE_URL,
    dataDir: pglite ? 'memory' : DATA_DIR,
    pglite,
    keys,
    controlClock: true,
    log: quietLog,
  });
  const { clock } = database;
  if (!isControlled(clock)) throw new Error('openDatabase gave no controlled clock');
  return { ...database, clock } satisfies Database & { clock: ControlledClock };
}

/** For looking into it with nothing running on it. */
export const openPlace = ({ DATABASE_URL, DATA_DIR = '' }: Where): Promise<Place> =>
  DATABASE_URL === undefined
    ? (openInMemory(DATA_DIR) ?? openEmbeddedPlace(DATA_DIR, quietLog))
    : openServerPlace(DATABASE_URL, quietLog);

export type Content = Record<string, string[]>;

/** The queue's tables that tell of a running server or of past days; each database has its own. */
const notOffice = ['instance', 'warning', 'queue_stats', 'bam'];

/** `contentIn` of a database that nobody has open. */
export async function contentOf(where: Where): Promise<Content> {
  const place = await openPlace(where);
  try {
    return await contentIn(place);
  } finally {
    await place.close();
  }
}

/** Every row of every table, as text, sorted; by table. The counter is in it with its next value. */
export async function contentIn({ session }: Place): Promise<Content> {
  const ask = (sql: string) => session.ask(sql) as Promise<Record<string, string>[]>;
  const tables = await ask(`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('public', 'pgboss') AND tablename <> '_prisma_migrations'
        AND tablename NOT LIKE 'queue_stats%' AND tablename NOT IN (${notOffice.map((name) => `'${name}'`).join()})`);
  const content: Content = {};
  for (const { name = '' } of tables) {
    const rows = await ask(`SELECT one::text AS row FROM ${name} AS one ORDER BY one::text COLLATE "C"`);
    content[name] = rows.map(({ row = '' }) => row);
  }
  const next = await ask(
    `SELECT (last_value + is_called::int)::text AS next FROM public."Booking_number_seq"`,
  );
  content.next = next.map((row) => row.next ?? '');
  return content;
}
