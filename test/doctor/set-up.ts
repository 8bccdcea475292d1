// A set-up in which all is right: an account, a server, a database's answers. Tests then break one thing of it.
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import type { Group, Simulator } from 'line-simulator';
import { pngOf, SECRET, simulatorForTest, TOKEN } from 'line-simulator/testing';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { reachLine } from '../../richmenu/line-menus.ts';
import { bringUpToDate } from '../../richmenu/run-richmenu.ts';
import { wantedMenus } from '../../richmenu/wanted.ts';
import { type Office, readOffice } from '../../src/config/office.ts';
import type { DatabaseLook } from '../../src/db/look-into.ts';
import { createSealer } from '../../src/db/seal.ts';
import { type Machine, thisMachine } from '../../src/doctor/machine.ts';
import { createWebhook } from '../../src/line/webhook.ts';
import type { Records } from '../../src/records/doctor-facts.ts';
import { freshFolder, testKey } from '../helpers/database.ts';

export const officesDir = join(import.meta.dirname, '../../offices');

/** What listens on PORT. */
export type StandIn = {
  port: number;
  secret: string;
  healthy: boolean;
  /** With which LINE turns its calls away. */
  lineStatus?: number;
  /** Something else answers in its place; with `to` as a proxy does that only LINE comes through. */
  strange?: { status: number; afterMs?: number; to?: 'LINE' };
};

type Open = Extract<DatabaseLook<Records>, { kind: 'open' }>;

export type SetUp = {
  simulator: Simulator;
  staff: Group;
  server: StandIn;
  values: Record<string, string>;
  /** Written to the file that OFFICE names when the doctor comes. */
  profile: Office;
  look: Open;
  machine: Machine;
};

export async function startSetUp(): Promise<SetUp> {
  const simulator = await simulatorForTest();
  const server = await standIn();
  const staff = simulator.group('窓口', [simulator.person('鈴木')]);
  await staff.invitesBot();
  const origin = `http://127.0.0.1:${server.port}`;
  simulator.webhookUrl = `${origin}/webhook`;
  const profile = structuredClone(readOffice('hamamatsu', officesDir));
  profile.terms.url = 'https://office.example/terms/online.html';
  await makeMenus(simulator, profile);
  const look = healthyLook(staff.groupId);
  const values = {
    PORT: String(server.port),
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
    LINE_API_BASE_URL: simulator.origin,
    DATA_DIR: await freshFolder(),
    DATA_KEY: Buffer.from(testKey).toString('base64'),
    PUBLIC_URL: origin,
    NODE_ENV: 'production',
  };
  const machine: Machine = {
    ...thisMachine,
    openPage: async (url) => ({ url, status: 200 }),
    lookIntoDatabase: async () => look,
  };
  return { simulator, staff, server, values, profile, look, machine };
}

/** The variables as the doctor gets them, the profile on the disk. */
export async function valuesOf({ values, profile }: SetUp): Promise<Record<string, string>> {
  const OFFICE = join(await freshFolder(), 'office.json');
  await writeFile(OFFICE, JSON.stringify(profile));
  return { OFFICE, ...values };
}

/** As readSealedWith tells of one value that was sealed with this key. */
export function sealedWith(key: Uint8Array) {
  const sealed = createSealer([key]).seal({ of: 'person.name', row: 'hers' }, '浜松花子');
  return { keyId: Buffer.from(sealed.subarray(0, 8)).toString('hex'), values: 1 };
}

function healthyLook(chatId: string): Open {
  const records = {
    adminChats: [chatId],
    rooms: 2,
    bookingsOfMonth: 5,
    people: { all: 12, named: 9, askedToBeDeleted: 0 },
    sealedWith: [sealedWith(testKey)],
  };
  const migrations = { applied: ['20261123080000_tables'], pending: [], unknown: [], failed: [] };
  return {
    kind: 'open',
    engine: 'postgres',
    majorVersion: 15,
    clockAheadMs: 3,
    mayMigrate: true,
    migrations,
    records,
  };
}

async function makeMenus(simulator: Simulator, office: Office): Promise<void> {
  const line = reachLine({ channelAccessToken: TOKEN, apiBaseUrl: simulator.origin, timeoutMs: 5_000 });
  // Of the right size, and painted in no time.
  const png = await pngOf(2500, 1686).bytes();
  const wanted = wantedMenus(office).map((menu) => ({ ...menu, picture: () => png }));
  const { words, exitCode } = await bringUpToDate({ line, wanted }, false);
  if (exitCode !== 0) throw new Error(words);
}

/** The real door for webhooks, and the health check beside it. */
async function standIn(): Promise<StandIn> {
  const state: StandIn = { port: 0, secret: SECRET, healthy: true };
  const app = express();
  app.use((request, response, next) => {
    const { strange } = state;
    const isLine = request.get('user-agent')?.startsWith('LineBotWebhook') ?? false;
    if (strange === undefined || (strange.to === 'LINE' && !isLine)) return next();
    setTimeout(() => response.status(strange.status).end(), strange.afterMs ?? 0);
  });
  app.get('/healthz', (_request, response) => {
    const { healthy, lineStatus: status } = state;
    response.status(healthy ? 200 : 503).json({ healthy, ...(status && { lineTakesNoCalls: { status } }) });
  });
  const door = { accept: async () => {}, clock: { now: () => new Date() }, log: pino({ level: 'silent' }) };
  app.use((request, response, next) =>
    createWebhook({ channelSecret: state.secret, ...door })(request, response, next),
  );
  const server = createServer(app);
  onTestFinished(() => void server.close().closeAllConnections());
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in listens on no port');
  state.port = address.port;
  return state;
}
