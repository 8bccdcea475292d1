// The drills on a PostgreSQL server: it restarts, it ends everybody's connection, and the process freezes.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { OwnPostgres } from './own-postgres.ts';
import { playTrouble } from './play-trouble.ts';
import type { Scene } from './scene.ts';
import type { Verdict } from './verdict.ts';

const rounds = 5;

const play = async (
  drill: string,
  postgres: OwnPostgres,
  trouble: (scene: Scene, url: string) => Promise<void>,
  times = rounds,
): Promise<Verdict> => {
  const url = await newDatabase(postgres);
  return playTrouble({ drill, env: { DATABASE_URL: url }, trouble: (scene) => trouble(scene, url), times });
};

export const restarts = (postgres: OwnPostgres, how: 'fast' | 'immediate'): Promise<Verdict> =>
  play(`PostgreSQL restarts, ${how}, ${rounds} times`, postgres, async () => {
    await postgres.stop(how);
    await postgres.start();
  });

export const longerAway = (postgres: OwnPostgres): Promise<Verdict> =>
  play(
    'PostgreSQL is away for 12 s, once',
    postgres,
    async () => {
      await postgres.stop('fast');
      await sleep(12_000);
      await postgres.start();
    },
    1,
  );

export const terminated = (postgres: OwnPostgres): Promise<Verdict> =>
  play(`all backends are ended, ${rounds} times`, postgres, (_, url) =>
    ask(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    ),
  );

/** Under load, with another process on the same database that may take over what the frozen one held. */
export const frozen = (postgres: OwnPostgres): Promise<Verdict> =>
  play(
    'a process is frozen for 15 s beside another one',
    postgres,
    async (scene) => {
      const [first] = scene.servers;
      await scene.start();
      await sleep(1_000);
      first?.send('SIGSTOP');
      await sleep(15_000);
      first?.send('SIGCONT');
    },
    1,
  );

/** The only process is frozen: LINE waits for its webhooks in vain. */
export const frozenAlone = (postgres: OwnPostgres): Promise<Verdict> =>
  play(
    'the only process is frozen for 15 s',
    postgres,
    async ({ servers, simulator }) => {
      Object.assign(simulator.switches, { redeliveries: 20, redeliverAfterMs: 1_000 });
      servers[0]?.send('SIGSTOP');
      await sleep(15_000);
      servers[0]?.send('SIGCONT');
    },
    1,
  );

async function newDatabase({ url }: OwnPostgres): Promise<string> {
  const name = `drill_${randomUUID().slice(0, 8)}`;
  await ask(url, `CREATE DATABASE ${name}`);
  return url.replace(/[^/]+$/, name);
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
