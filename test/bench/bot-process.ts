// A bot as a process of its own: the server, or one that it is measured beside. It says its port in the server's words.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a fresh server always has to say. */
const atEveryStart = /^No admin chat is enrolled yet|^The embedded database survives/;
const stopPatienceMs = 20_000;

export type BotProcess = {
  port: number;
  /** What it had to complain of so far. */
  complaints(): readonly string[];
  /** Of all its threads so far, ms; Linux only. */
  cpuMs(): Promise<number>;
  /** MB; Linux only. */
  memory(): Promise<{ now: number; most: number }>;
  stop(): Promise<void>;
};

/** `env` is all that it knows beside `PATH`. */
export async function startBot(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<BotProcess> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [...nodeFlags(), script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH, PORT: '0', ...env },
  });
  // However this process ends, it leaves no other behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const said: string[] = [];
  const port = await listening(child, said);
  const proc = (file: string) => readFile(`/proc/${child.pid}/${file}`, 'utf8');
  return {
    port,
    complaints: () => said,
    cpuMs: async () => ticksIn(await proc('stat')) * msOfATick,
    async memory() {
      const status = await proc('status');
      return { now: megabytes(status, 'VmRSS'), most: megabytes(status, 'VmHWM') };
    },
    stop: () => stop(child),
  };
}

/** Such as `--cpu-prof`: for whoever looks where the time goes. */
const nodeFlags = (): string[] => process.env.BENCH_NODE_FLAGS?.split(' ') ?? [];

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: user and system time, in hundredths of a second. */
const msOfATick = 10;
function ticksIn(stat: string): number {
  // The second field is the program's name in brackets, which may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

const megabytes = (status: string, field: string): number =>
  Math.round(Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024);

/** The port. Reads on for as long as the process lives: a full pipe would stop it. */
function listening(child: ChildProcess, complaints: string[]): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  if (child.stdout === null) throw new Error('The process has no output');
  createInterface({ input: child.stdout }).on('line', (text) => {
    const { level, msg, port } = JSON.parse(text) as { level: number; msg: string; port?: number };
    if (msg === 'Listening' && port) resolve(port);
    else if (level >= 40 && !atEveryStart.test(msg)) complaints.push(msg);
  });
  child.once('exit', () => reject(new Error('The process ended before it listened')));
  return promise;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const late = new AbortController();
  const patience = sleep(stopPatienceMs, undefined, { signal: late.signal }).then(
    () => child.kill('SIGKILL'),
    () => {},
  );
  await exited;
  late.abort();
  await patience;
}
