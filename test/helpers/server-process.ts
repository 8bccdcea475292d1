// The server as an operator runs it: a process with an environment, a log and an exit code.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { listenTo } from './server-log.ts';

const main = join(import.meta.dirname, '../../src/main.ts');

/** Node keeps there what it has compiled: every start but the first takes half a second less. */
const compiled = join(import.meta.dirname, '../../node_modules/.cache/node-compile');

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

export type ServerProcess = {
  /** All that it wrote so far, stdout and stderr. */
  log(): string;
  /** Resolves with the first match in the log; rejects, showing the log, when the process ends without it. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal that need not end it, such as SIGSTOP. */
  send(signal: NodeJS.Signals): void;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Exit>;
  readonly exited: Promise<Exit>;
};

/** Nothing of this process's environment but what finds Node and the time zone of the run. */
export function startProcess(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string = process.cwd(),
  args: readonly string[] = [],
): ServerProcess {
  const inherited = { PATH: process.env.PATH, TZ: process.env.TZ, NODE_COMPILE_CACHE: compiled };
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...inherited, ...env },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killAtTheEnd = () => child.kill('SIGKILL');
  process.once('exit', killAtTheEnd);
  child.once('close', () => process.off('exit', killAtTheEnd));
  const exited = exitOf(child);
  const { log, heard, says } = listenTo(exited);
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  return {
    log,
    exited,
    says,
    send: (signal) => void child.kill(signal),
    end(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

/** Once its output was read to the end, too. */
function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}
