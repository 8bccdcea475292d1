// A server process that listens already, on an engine of the test's choice, with the key of all tests.
import { toldAtAnyHour } from '../e2e/helpers/profile.ts';
import { testKey } from './database.ts';
import { startProcess } from './server-process.ts';

export type ListeningServer = {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** Resolves with the first line of the log that has it. */
  logs(pattern: RegExp): Promise<string>;
  /** All that it has written so far, to both outputs. */
  log(): string;
  kill(): Promise<void>;
  /** Resolves with its exit code. */
  stop(): Promise<number | null>;
};

/** `env`: what is to be known beyond port and key. */
export async function startListening(env: Record<string, string>): Promise<ListeningServer> {
  const dataKey = Buffer.from(testKey).toString('base64');
  const server = startProcess({
    ...{ PORT: '0', DATA_KEY: dataKey, OFFICE: await toldAtAnyHour() },
    ...env,
  });
  const logs = async (pattern: RegExp): Promise<string> => {
    const [line] = await server.says(new RegExp(`^.*(?:${pattern.source}).*(?=\n)`, 'm'));
    return line;
  };
  const { port } = JSON.parse(await logs(/"msg":"Listening"/));
  return {
    origin: `http://127.0.0.1:${port}`,
    logs,
    log: server.log,
    kill: async () => void (await server.end('SIGKILL')),
    stop: async () => (await server.end('SIGTERM')).code,
  };
}
