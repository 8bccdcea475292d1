// The server inside the test's own process: everything is as in a process of its own but the process. Starting one takes a
// tenth of the time, and nothing of the test's environment is read.
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { databaseOptions, startServer } from '../../src/app/server.ts';
import { readEnvironment } from '../../src/config/environment.ts';
import { readOffice } from '../../src/config/office.ts';
import { type OpenOptions, openDatabase } from '../../src/db/open.ts';
import { firstStartLine } from '../../src/records/code-lines.ts';
import { freshServerUrl, testKey, testServer } from './database.ts';
import { giveBack, takeEngine } from './embedded-engines.ts';
import { listenTo, type ServerLog } from './server-log.ts';

const DATA_KEY = Buffer.from(testKey).toString('base64');
const offices = join(import.meta.dirname, '../../offices');

export type ServerInside = ServerLog & { port: number; close(): Promise<void> };

/** What outlives a server: one can be started on it after the other. */
export type Home = {
  start(env: Readonly<Record<string, string | undefined>>): Promise<ServerInside>;
  /** What lies in its database, past the server. */
  ask(sql: string): Promise<Record<string, unknown>[]>;
  /** After the server has been closed. */
  leave(): void;
};

/** On the engine of the run. */
export async function openHome(): Promise<Home> {
  const engine = testServer ? undefined : await takeEngine();
  const url = testServer ? await freshServerUrl() : undefined;
  return {
    start: (env) => startInside({ DATABASE_URL: url, DATA_KEY, ...env }, engine?.pglite),
    async ask(sql) {
      if (engine) return (await engine.pglite.query<Record<string, unknown>>(sql)).rows;
      const client = new pg.Client(url);
      await client.connect();
      try {
        return (await client.query(sql)).rows;
      } finally {
        await client.end();
      }
    },
    leave() {
      if (engine) giveBack(engine);
    },
  };
}

async function startInside(
  values: Readonly<Record<string, string | undefined>>,
  pglite: OpenOptions['pglite'],
): Promise<ServerInside> {
  const env = readEnvironment(values);
  const ended = Promise.withResolvers<void>();
  const { log, says, heard } = listenTo(ended.promise);
  const logger = pino({ level: env.LOG_LEVEL }, { write: heard });
  const keys = [testKey];
  const where = databaseOptions(env, keys, logger);
  const database = await openDatabase(pglite ? { ...where, dataDir: 'memory', pglite } : where);
  const office = readOffice(env.OFFICE, offices);
  const server = await startServer({ env, office, keys, log: logger, database });
  if (server.enrolmentCode !== undefined) logger.warn(firstStartLine(server.enrolmentCode));
  return {
    port: server.port,
    log,
    says,
    async close() {
      await server.close();
      ended.resolve();
    },
  };
}
