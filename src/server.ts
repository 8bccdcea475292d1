// The parts of the server, put together and started in the order in which they need each other.
import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import type { Environment } from './config/environment.ts';
import type { Office } from './config/office.ts';
import { type Database, openDatabase } from './db/open.ts';
import { createDesk } from './desk.ts';
import { createAccount } from './line/account.ts';
import { createLineClient, type LineClientOptions } from './line/client.ts';
import { createOwnId } from './line/own-id.ts';
import { createLineReach } from './line/reach.ts';
import { codeForFirstStart } from './staff/enrolment.ts';
import { startWorkers } from './workers.ts';

export type ServerOptions = {
  env: Environment;
  office: Office;
  /** 32 bytes each; the first seals, all open. */
  keys: readonly Uint8Array[];
  log: Logger;
  /** Looks at the database before anything works on it; rejects to leave it alone. */
  inspect?: (prisma: Database['prisma']) => Promise<void>;
};

export type RunningServer = {
  port: number;
  /** For the first admin chat; undefined when one is enrolled already. */
  enrolmentCode: string | undefined;
  /** Takes no more webhooks, finishes what is in hand, closes the database. */
  close(): Promise<void>;
};

/** Rejects when a part cannot start, with what had been started closed again. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { env, office, keys, log } = options;
  const database = await openDatabase({
    url: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    keys,
    controlClock: env.CLOCK_CONTROL === '1',
    log,
  });
  try {
    await options.inspect?.(database.prisma);
    const desk = createDesk(database.sealer, office, env.PUBLIC_URL);
    const enrolmentCode = await codeForFirstStart(database, desk);
    const reach = createLineReach({ clock: database.clock, log });
    const line = {
      messages: createLineClient(lineOptions(env, env.LINE_TIMEOUT_MS)),
      names: createLineClient(lineOptions(env, sideCallsWithinMs)),
      account: createAccount(lineOptions(env, sideCallsWithinMs)),
      reach,
    };
    await startWorkers(database, desk, line, log);
    const account = createAccount(lineOptions(env, accountWithinMs));
    const ownId = createOwnId({ account, clock: database.clock, log });
    const server = await listen(createServer(createApp({ env, database, ownId, reach, log })), env.PORT);
    return { port: portOf(server), enrolmentCode, close: () => stop(server, database) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A name, or the state of the account, is nice to have: nobody's message waits longer for it. */
const sideCallsWithinMs = 1_000;

/** Nobody waits for it. */
const accountWithinMs = 5_000;

const lineOptions = (env: Environment, timeoutMs: number): LineClientOptions => ({
  channelAccessToken: env.LINE_CHANNEL_ACCESS_TOKEN,
  apiBaseUrl: env.LINE_API_BASE_URL,
  timeoutMs,
});

/** Rejects when the port is taken. */
function listen(server: Server, port: number): Promise<Server> {
  const { promise, resolve, reject } = Promise.withResolvers<Server>();
  server.once('error', reject);
  server.listen(port, () => {
    server.off('error', reject);
    resolve(server);
  });
  return promise;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return address.port;
}

async function stop(server: Server, database: Database): Promise<void> {
  const closed = Promise.withResolvers<void>();
  server.close(() => closed.resolve());
  server.closeIdleConnections();
  await closed.promise;
  await database.close();
}
