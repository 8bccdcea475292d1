// Fresh databases on the PostgreSQL server that TEST_DATABASE_URL names, copied from a migrated one.

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../src/db/open.ts';
import { quietLog } from './quiet-log.ts';

/** `prefix` begins the names of this run's databases, so that the end of the run finds all of them. */
export type ServerTemplate = { url: string; prefix: string; template: string };

/** `url` names a server and the beginning of our databases' names; the database itself need not exist. */
export async function prepareServerTemplate(url: string): Promise<ServerTemplate> {
  const prefix = `${new URL(url).pathname.slice(1) || 'madoguchi_test'}_${randomBytes(4).toString('hex')}`;
  const template = `${prefix}_template`;
  await onServer(url, (client) => client.query(`CREATE DATABASE "${template}"`));
  const database = await openDatabase({
    url: urlOf(url, template),
    dataDir: 'memory',
    keys: [new Uint8Array(32)],
    controlClock: false,
    log: quietLog,
  });
  await database.close();
  return { url, prefix, template };
}

export async function createFromTemplate({ url, prefix, template }: ServerTemplate): Promise<string> {
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await onServer(url, (client) => client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));
  return urlOf(url, name);
}

/** With nothing in it, as an operator makes it. */
export async function createEmpty({ url, prefix }: ServerTemplate): Promise<string> {
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await onServer(url, (client) => client.query(`CREATE DATABASE "${name}"`));
  return urlOf(url, name);
}

export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(url, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
}

/** Drops every database of the run, those of tests that failed half-way too. */
export async function dropAll({ url, prefix }: ServerTemplate): Promise<void> {
  const names = await onServer(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [`${prefix}_`],
    );
    return rows.map((row) => row.datname);
  });
  for (const name of names) await dropDatabase(urlOf(url, name));
}

/** As if the server had gone: connections end, and new ones are refused. */
export async function refuseConnections(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(url, async (client) => {
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  });
}

export async function allowConnections(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer(url, (client) => client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`));
}

function urlOf(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** `postgres` is the database that every server has. */
async function onServer<T>(url: string, step: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(url, 'postgres') });
  await client.connect();
  try {
    return await step(client);
  } finally {
    await client.end();
  }
}
