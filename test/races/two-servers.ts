// Two servers on one PostgreSQL database, in real time, with one LINE platform whose webhooks go to them
// by turns, and the admin chats of two groups.

import { type Group, type Member, type Person, type Simulator, startSimulator } from 'line-simulator';
import pg from 'pg';
import { expect } from 'vitest';
import { freshServerUrl } from '../helpers/database.ts';
import { type ListeningServer, startListening } from '../helpers/listening-server.ts';
import { type Balancer, startBalancer } from './balancer.ts';

const channel = { channelSecret: 'secret-of-the-test', channelAccessToken: 'token-of-the-test' };

export type AdminDesk = { group: Group; clerk: Member; name: string };

export type TwoServers = {
  simulator: Simulator;
  /** Of the database. */
  url: string;
  balancer: Balancer;
  servers: ListeningServer[];
  /** The records, past all servers, by one connection that is made anew when it was ended. */
  records: pg.Pool;
  /** One more server on the same database; not yet one of the balancer's. */
  start(): Promise<ListeningServer>;
  /** A group with one clerk, enrolled. */
  enrol(name: string): Promise<AdminDesk>;
  /** Resolves when no event and no message is under way any more. */
  atRest(): Promise<void>;
  close(): Promise<void>;
};

export async function startTwoServers(count = 2): Promise<TwoServers> {
  const simulator = await startSimulator({ ...channel, switches: { oneWebhookAtATime: false } });
  const balancer = await startBalancer();
  simulator.webhookUrl = balancer.url;
  const url = await freshServerUrl();
  const records = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0 });
  records.on('error', () => {});
  const started: ListeningServer[] = [];
  const start = async () => {
    const server = await startListening({
      DATABASE_URL: url,
      LINE_API_BASE_URL: simulator.origin,
      LINE_CHANNEL_SECRET: channel.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: channel.channelAccessToken,
    });
    started.push(server);
    return server;
  };
  const servers = await Promise.all(Array.from({ length: count }, start));
  balancer.origins = servers.map(({ origin }) => origin);
  return {
    simulator,
    url,
    balancer,
    servers,
    records,
    start,
    enrol: (name) => enrol(simulator, servers, name),
    atRest: () => atRest(records),
    async close() {
      await Promise.all(started.map((server) => server.kill()));
      await simulator.close();
      await balancer.close();
      await records.end();
    },
  };
}

/** The desks of this office so far: the first is enrolled by a code out of a log, each later one by 招待. */
const desks = new WeakMap<Simulator, AdminDesk>();

async function enrol(simulator: Simulator, servers: ListeningServer[], name: string): Promise<AdminDesk> {
  const person: Person = simulator.person(name);
  const group = simulator.group(`職員 ${name}`, [person]);
  await group.invitesBot();
  await group.receives();
  const desk = { group, clerk: person.in(group), name };
  for (const code of await codesFor(desks.get(simulator), servers)) {
    await desk.clerk.says(code);
    const { text } = await desk.clerk.receives();
    if (!text.includes('職員用のトークになりました')) continue;
    desks.set(simulator, desk);
    return desk;
  }
  throw new Error(`No code makes ${group.name} an admin chat`);
}

/** Every start makes a code, and that of the last one works: which of these was the last nobody knows. */
async function codesFor(first: AdminDesk | undefined, servers: ListeningServer[]): Promise<string[]> {
  if (first === undefined) {
    const lines = await Promise.all(servers.map((server) => server.logs(/No admin chat is enrolled/)));
    return lines.map(codeIn);
  }
  await first.clerk.says('招待');
  return [codeIn((await first.clerk.receives('招待コード')).text)];
}

const codeIn = (text: string): string => /\d{4}-\d{4}/.exec(text)?.[0] ?? '';

async function atRest(records: pg.Pool): Promise<void> {
  const underWay = async () => {
    const { rows } = await records.query(
      `SELECT count(*)::int AS jobs FROM pgboss.job WHERE name IN ('inbox', 'outbox') AND state < 'completed'`,
    );
    return rows;
  };
  await expect.poll(underWay, { timeout: 15_000 }).toEqual([{ jobs: 0 }]);
}
