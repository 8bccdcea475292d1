// The parts of the server, put together and started in the order in which they need each other.
import type { Logger } from 'pino';
import type { Environment } from '../config/environment.ts';
import type { Office } from '../config/office.ts';
import { type Database, type OpenOptions, openDatabase } from '../db/open.ts';
import { createAccount } from '../line/account.ts';
import { createChatFacts } from '../line/chat-facts.ts';
import { createLineClient, type LineClientOptions } from '../line/client.ts';
import { createOwnId } from '../line/own-id.ts';
import { createQuotaWatch } from '../line/quota-watch.ts';
import { createLineReach } from '../line/reach.ts';
import { untilStopped } from '../line/stop-calls.ts';
import { forecast } from '../outbox/quota-forecast.ts';
import { createBookingPage } from '../pages/booking-page.ts';
import { codeForFirstStart } from '../records/enrolment.ts';
import { createApp } from './app.ts';
import { type HttpDoor, openHttpDoor } from './http-door.ts';
import { createTurnServices } from './turn-services.ts';
import { startWorkers } from './workers.ts';

export type ServerOptions = {
  env: Environment;
  office: Office;
  /** 32 bytes each; the first seals, all open. */
  keys: readonly Uint8Array[];
  log: Logger;
  /** Opened already, as for tests; it is closed with the server. Default: the one that `env` says. */
  database?: Database;
  /** Looks at the database before anything works on it; rejects to leave it alone. */
  inspect?: (prisma: Database['prisma']) => Promise<void>;
};

export type RunningServer = {
  port: number;
  /** For the first admin chat; undefined when one is enrolled already. */
  enrolmentCode: string | undefined;
  /** Takes no more webhooks, finishes what is in hand, closes the database: in less than 10 s all in all. */
  close(): Promise<void>;
};

/** Rejects when a part cannot start, with what had been started closed again. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { env, office, keys, log } = options;
  const database = options.database ?? (await openDatabase(databaseOptions(env, keys, log)));
  try {
    await options.inspect?.(database.prisma);
    const services = createTurnServices(database.sealer, office, env.PUBLIC_URL);
    const enrolmentCode = await codeForFirstStart(database, services);
    const stopping = new AbortController();
    const client = (timeoutMs: number) =>
      untilStopped(createLineClient(lineOptions(env, timeoutMs)), stopping.signal);
    const reach = createLineReach({ clock: database.clock, log });
    const { clock } = database;
    const sideAccount = createAccount(lineOptions(env, sideCallsWithinMs));
    const quota = createQuotaWatch({
      account: sideAccount,
      reserve: office.messages.reserve,
      ahead: async () => (await forecast(database.prisma, clock.now(), office)).needed,
      clock,
      log,
    });
    const line = {
      messages: client(env.LINE_TIMEOUT_MS),
      names: client(sideCallsWithinMs),
      account: sideAccount,
      chatFacts: createChatFacts(lineOptions(env, sideCallsWithinMs)),
      reach,
      quota,
    };
    await startWorkers(database, services, line, log);
    const account = createAccount(lineOptions(env, accountWithinMs));
    const ownId = createOwnId({ account, clock: database.clock, log });
    const app = createApp({
      ...{ env, database, words: services.words, ownId, reach, quota, log },
      counsellors: services.office.consultation.counsellorNames,
      pages: [createBookingPage(database, services)],
    });
    const door = await openHttpDoor(app, { host: env.HOST, port: env.PORT });
    return { port: door.port, enrolmentCode, close: () => stop(door, database, stopping) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export const databaseOptions = (env: Environment, keys: readonly Uint8Array[], log: Logger): OpenOptions => ({
  url: env.DATABASE_URL,
  dataDir: env.DATA_DIR,
  keys,
  controlClock: env.CLOCK_CONTROL === '1',
  log,
});

/** A name, or the state of the account, is nice to have: nobody's message waits longer for it. */
const sideCallsWithinMs = 1_000;

/** Nobody waits for it. */
const accountWithinMs = 5_000;

const lineOptions = (env: Environment, timeoutMs: number): LineClientOptions => ({
  channelAccessToken: env.LINE_CHANNEL_ACCESS_TOKEN,
  apiBaseUrl: env.LINE_API_BASE_URL,
  timeoutMs,
});

/** Requests in hand, and calls to LINE in hand, have so long to end. A good answer of LINE takes less than a second. */
const inHandMs = 3_000;

async function stop(door: HttpDoor, database: Database, stopping: AbortController): Promise<void> {
  const letGo = setTimeout(() => stopping.abort(), inHandMs);
  try {
    await door.close(inHandMs);
    await database.close();
  } finally {
    clearTimeout(letGo);
  }
}
