// A server of the product as a process of its own, for tests that need several of them, or its whole log.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { testKey } from '../helpers/database.ts';

export type ServerProcess = {
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

const main = join(import.meta.dirname, '../../src/main.ts');
const patienceMs = 20_000;

/** `env`: what is to be known beyond the key; resolves when it listens. */
export async function startServerProcess(env: Record<string, string>): Promise<ServerProcess> {
  const { PATH = '', TZ = 'UTC' } = process.env;
  const child = spawn(process.execPath, [main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, TZ, PORT: '0', DATA_KEY: Buffer.from(testKey).toString('base64'), ...env },
  });
  const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  const { lines, logs } = readLines(exited);
  createInterface({ input: child.stdout }).on('line', lines.add);
  createInterface({ input: child.stderr }).on('line', lines.add);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  const { port } = JSON.parse(await logs(/"msg":"Listening"/));
  return {
    origin: `http://127.0.0.1:${port}`,
    logs,
    log: () => lines.all.join('\n'),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

function readLines(exited: Promise<unknown>) {
  const all: string[] = [];
  const waiting = new Set<(line: string) => void>();
  const add = (line: string) => {
    all.push(line);
    for (const look of [...waiting]) look(line);
  };
  const logs = (pattern: RegExp): Promise<string> => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const look = (line: string) => pattern.test(line) && resolve(line);
    const tooLate = () => reject(new Error(`No line like ${pattern} in the log:\n${all.join('\n')}`));
    const timer = setTimeout(tooLate, patienceMs);
    waiting.add(look);
    for (const line of all) look(line);
    void exited.then(tooLate);
    return promise.finally(() => {
      clearTimeout(timer);
      waiting.delete(look);
    });
  };
  return { lines: { all, add }, logs };
}
