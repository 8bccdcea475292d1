// What the checks look at, each thing asked for once: several checks look at the same answer.
import { type Environment, readEnvironment } from '../config/environment.ts';
import { type Office, readOffice } from '../config/office.ts';
import { originFor } from '../core/this-machine.ts';
import { findDataKeys } from '../db/data-key.ts';
import type { DatabaseLook } from '../db/look-into.ts';
import { type Account, createAccount } from '../line/account.ts';
import type { Records } from '../records/doctor-facts.ts';
import { askServer, type LocalServer } from './ask-server.ts';
import { askToLook } from './look-door.ts';
import type { Machine } from './machine.ts';

export type Values = Readonly<Record<string, string | undefined>>;

export type Context = {
  machine: Machine;
  values: Values;
  /** Throws EnvironmentError. */
  environment(): Environment;
  /** Throws OfficeError. */
  office(): Office;
  /** Undefined: the first start will make one. Rejects with DataKeyError. */
  keys(): Promise<Uint8Array[] | undefined>;
  database(): Promise<DatabaseLook<Records>>;
  /** The server of this set-up, on this machine. */
  server(): Promise<LocalServer>;
  account(): Account;
  /** `receivedAt`: by this machine's clock. */
  info(): Promise<{ answer: Awaited<ReturnType<Account['info']>>; receivedAt: Date }>;
  webhook: Account['webhook'];
  testWebhook: Account['testWebhook'];
};

export function createContext(values: Values, officesDir: string, machine: Machine): Context {
  const environment = once(() => readEnvironment(values));
  const account = once(() => accountOf(environment()));
  return {
    machine,
    values,
    environment,
    office: once(() => readOffice(environment().OFFICE, officesDir)),
    keys: once(() => findDataKeys({ value: environment().DATA_KEY, dataDir: environment().DATA_DIR })),
    database: once(() => lookAt(environment(), machine)),
    server: once(() => askServer(environment())),
    account,
    info: once(async () => ({ answer: await account().info(), receivedAt: machine.now() })),
    webhook: once(() => account().webhook()),
    testWebhook: once(() => account().testWebhook()),
  };
}

async function lookAt(env: Environment, machine: Machine): Promise<DatabaseLook<Records>> {
  const look = await machine.lookIntoDatabase({ url: env.DATABASE_URL, dataDir: env.DATA_DIR });
  if (look.kind !== 'inUse') return look;
  return (await askToLook(originFor(env), env.LINE_CHANNEL_SECRET)) ?? look;
}

const accountOf = (env: Environment): Account =>
  createAccount({
    channelAccessToken: env.LINE_CHANNEL_ACCESS_TOKEN,
    apiBaseUrl: env.LINE_API_BASE_URL,
    timeoutMs: env.LINE_TIMEOUT_MS,
  });

/** What throws is asked again: it throws again. */
function once<T>(ask: () => T): () => T {
  let known: { answer: T } | undefined;
  return () => {
    known ??= { answer: ask() };
    return known.answer;
  };
}
