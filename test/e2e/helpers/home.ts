// Where the server of an office runs, and on what data: inside the test, or as processes that can be killed.
import { randomBytes } from 'node:crypto';
import { freshDataDir, freshServerUrl, testServer } from '../../helpers/database.ts';
import { openHome } from '../../helpers/server-inside.ts';
import type { ServerLog } from '../../helpers/server-log.ts';
import { type Exit, startProcess } from '../../helpers/server-process.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Server = ServerLog & { port: number; end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Exit> };

/** One server after the other runs there, on the same data. */
export type Home = {
  /** What the environment of every server there begins with. */
  env: Environment;
  start(env: Environment): Promise<Server>;
  /** What lies in the database, past the server: of one inside the test only. */
  ask(sql: string): Promise<Record<string, unknown>[]>;
  leave(): void;
};

export async function homeInside(): Promise<Home> {
  const home = await openHome();
  return {
    env: {},
    async start(env) {
      const server = await home.start(env);
      return {
        ...server,
        async end(signal) {
          if (signal === 'SIGKILL') throw new Error('Only a process can be killed');
          await server.close();
          return { code: 0, signal: null };
        },
      };
    },
    ask: home.ask,
    leave: home.leave,
  };
}

export async function homeOfProcesses(): Promise<Home> {
  return {
    env: testServer
      ? { DATABASE_URL: await freshServerUrl(), DATA_KEY: randomBytes(32).toString('base64') }
      : { DATA_DIR: await freshDataDir() },
    async start(env) {
      const server = startProcess(env);
      const [, port] = await server.says(/"port":(\d+).*"Listening"/);
      return { ...server, port: Number(port) };
    },
    async ask() {
      throw new Error('The data of a process is its own');
    },
    leave() {},
  };
}
