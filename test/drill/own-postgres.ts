// A PostgreSQL server of the drill's own, in a temporary folder: one that may be stopped at any moment.
import { execFile, execFileSync } from 'node:child_process';
import { chown, glob, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type OwnPostgres = {
  url: string;
  /** `fast`: everybody is disconnected, then it shuts down. `immediate`: as if it had crashed. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  /** Resolves when it takes connections again. */
  start(): Promise<void>;
  close(): Promise<void>;
};

/** Undefined where PostgreSQL is not installed. */
export async function startOwnPostgres(): Promise<OwnPostgres | undefined> {
  const bin = await findBinaries();
  if (bin === undefined) return undefined;
  const user = await otherThanRoot();
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-drill-'));
  if (user) await chown(folder, user.uid, user.gid);
  const tool = (name: string, ...args: string[]) => run(join(bin, name), args, { cwd: folder, ...user });
  const data = join(folder, 'data');
  const port = await freePort();
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  const pgCtl = (...args: string[]) => tool('pg_ctl', '-D', data, '-w', ...args);
  const start = async () => void (await pgCtl('-l', join(folder, 'log'), '-o', options, 'start'));
  const stop = async (how: string) => void (await pgCtl('-m', how, 'stop'));
  try {
    await tool('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--no-sync');
    await start();
  } catch (error) {
    await rm(folder, { recursive: true });
    throw error;
  }
  // However this process ends, it leaves no server behind.
  const endAtTheEnd = () =>
    void execFileSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], user);
  process.once('exit', endAtTheEnd);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async close() {
      process.off('exit', endAtTheEnd);
      await stop('immediate').catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The newest. */
async function findBinaries(): Promise<string | undefined> {
  const places: string[] = [];
  for (const pattern of ['/usr/lib/postgresql/*/bin/initdb', '/usr/pgsql-*/bin/initdb', '/usr/bin/initdb'])
    for await (const file of glob(pattern)) places.push(dirname(file));
  return places.toSorted((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0])).at(-1);
}

/** PostgreSQL refuses to run as root. */
async function otherThanRoot(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = async (user: string, which: '-u' | '-g') => Number((await run('id', [which, user])).stdout);
  const user = await idOf('postgres', '-u').then(
    () => 'postgres',
    () => 'nobody',
  );
  return { uid: await idOf(user, '-u'), gid: await idOf(user, '-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const listening = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  const address = server.address();
  const closed = Promise.withResolvers<void>();
  server.close(() => closed.resolve());
  await closed.promise;
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
