// Starts the product. The only reader of the process's environment and arguments.
//   node src/main.ts              the server
//   node src/main.ts demo         the server with a LINE platform of its own
//   node src/main.ts demo --play  plays one booking, prints it as a dialogue, ends
//   node src/main.ts doctor, richmenu, backup, restore, move: see commands.ts
import { accessSync, constants, existsSync } from 'node:fs';
import { setGlobalProxyFromEnv } from 'node:http';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { startServer } from './app/server.ts';
import { endOnFault, stopOnSignal } from './app/stop-on-signal.ts';
import { findCommand } from './commands.ts';
import { EnvironmentError, readEnvironment } from './config/environment.ts';
import { OfficeError, readOffice } from './config/office.ts';
import { traceOf } from './core/log.ts';
import { DataKeyError, loadDataKeys } from './db/data-key.ts';
import { DirectoryInUseError } from './db/lock-directory.ts';
import { DatabaseStartError } from './db/start-trouble.ts';
import { firstStartLine } from './records/code-lines.ts';

const officesDir = join(import.meta.dirname, '..', 'offices');

/** Mistakes of whoever set it up: a sentence says how to fix them, a stack trace would only hide it. */
const operatorErrors = [EnvironmentError, OfficeError, DataKeyError, DirectoryInUseError, DatabaseStartError];

const systemError = z.object({
  code: z.string(),
  syscall: z.string(),
  port: z.number().optional(),
  path: z.string().optional(),
});

const [mode, ...flags] = process.argv.slice(2);
start().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error) ?? startFailure(error)}\n`);
  process.exit(1);
});

async function start(): Promise<void> {
  // Whatever this process writes, be it the database, a key or a backup, is for its user alone.
  process.umask(0o077);
  readEnvFile();
  goThroughProxy(process.env.HTTPS_PROXY);
  if (mode === undefined) return serve();
  if (mode === 'demo') return demo();
  return command(mode);
}

/** Node's own error for a file that may not be read says that it is not there. */
function readEnvFile(): void {
  if (!existsSync('.env')) return;
  try {
    accessSync('.env', constants.R_OK);
  } catch (cause) {
    const sentence = `${resolve('.env')} may not be read by this user: run this as the user of the server, for example with sudo -u.`;
    throw new EnvironmentError(sentence, { cause });
  }
  process.loadEnvFile('.env');
}

/** For calls to LINE and other https. What runs on this machine or beside it is http and is asked directly. */
function goThroughProxy(proxy: string | undefined): void {
  if (proxy) setGlobalProxyFromEnv({ HTTPS_PROXY: proxy });
}

async function serve(): Promise<void> {
  const env = readEnvironment(process.env);
  const office = readOffice(env.OFFICE, officesDir);
  const log = pino({ level: env.LOG_LEVEL });
  endOnFault((error) => log.fatal(traceOf(error), 'Something was not caught: the process ends'));
  const { keys, warning } = await loadDataKeys({
    value: env.DATA_KEY,
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
  });
  if (warning) log.warn(warning);
  const server = await startServer({ env, office, keys, log });
  stopOnSignal(server.close, (error) => log.error(traceOf(error), 'Stopping failed'));
  log.info({ port: server.port, office: office.name }, 'Listening');
  if (server.enrolmentCode !== undefined) {
    // A warning, so that it is seen at every usual LOG_LEVEL: without the code nobody can begin.
    log.warn(firstStartLine(server.enrolmentCode));
  }
}

async function demo(): Promise<void> {
  // Only here: the server itself has no use for what the demo needs.
  const { runDemo } = await import('./demo/run-demo.ts');
  const running = await runDemo(process.env, officesDir, flags.includes('--play'));
  process.stdout.write(`${running.words}\n`, () => {
    // The schema engine leaves a timer of ten seconds behind: nobody has to wait for that.
    if (running.close === undefined) process.exit(0);
  });
  if (running.close === undefined) return;
  stopOnSignal(running.close, (error) => process.stderr.write(`${startFailure(error)}\n`));
}

async function command(name: string): Promise<void> {
  const load = findCommand(name);
  if (load === undefined) throw new EnvironmentError(`There is no command ${name}.`);
  const run = await load();
  const { words, exitCode } = await run(process.env, flags, officesDir);
  // A call that was given up may leave a socket open, and a database a timer: nobody has to wait for these.
  process.stdout.write(`${words}\n`, () => process.exit(exitCode));
}

function startFailure(error: unknown): string {
  const what = findCommand(mode) === undefined ? 'The server could not start' : `${mode} failed`;
  return `${what}: ${JSON.stringify(traceOf(error))}`;
}

function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (operatorErrors.some((kind) => error instanceof kind)) return error.message;
  const { data } = systemError.safeParse(error);
  if (data === undefined) return undefined;
  const { code, syscall, port, path } = data;
  if (syscall === 'listen' && code === 'EADDRINUSE')
    return `Port ${port} is taken by another process (EADDRINUSE): end that one, or set PORT to another number.`;
  if (syscall === 'listen' && code === 'EACCES')
    return `Port ${port} may not be used by this user (EACCES): set PORT to a number above 1023.`;
  if (path !== undefined && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(code))
    return `${path} cannot be written (${code}): set DATA_DIR to a directory that this user may write to.`;
  return undefined;
}
