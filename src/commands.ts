// Commands beside the server: each does its work, says what came of it, and ends. Loaded only when asked for.
import { pino } from 'pino';

type Values = Readonly<Record<string, string | undefined>>;

/** `words` are for stdout. Rejects with a mistake of whoever set it up, as the server does. */
export type Command = (
  values: Values,
  args: readonly string[],
  officesDir: string,
) => Promise<{ words: string; exitCode: number }>;

/** What records are moved with. Logs go to stderr: what a command says is on stdout. */
const context = () => ({
  log: pino({ level: 'warn' }, pino.destination(2)),
  now: () => new Date(),
  signal: askedToStop(),
});

/** A second one ends the process at once, as without this. */
function askedToStop(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

/** What a long command says on its way. */
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  doctor: async () => (await import('./doctor/run-doctor.ts')).runDoctor,
  async richmenu() {
    const { runRichMenu } = await import('../richmenu/run-richmenu.ts');
    return (values, args, officesDir) => runRichMenu(values, args, officesDir, tell);
  },
  async backup() {
    const { runBackup } = await import('./db/backup/run-backup.ts');
    return (values, args) => runBackup(values, args, context());
  },
  async restore() {
    const { runRestore } = await import('./db/backup/run-restore.ts');
    return (values, args) => runRestore(values, args, context());
  },
  async forget() {
    const { runForget } = await import('./maintenance/run-forget.ts');
    return (values, args) => runForget(values, args, context());
  },
  async reseal() {
    const { runReseal } = await import('./maintenance/run-reseal.ts');
    return (values, args) => runReseal(values, args, context(), tell);
  },
  async move() {
    const { runMove } = await import('./db/backup/run-move.ts');
    const { askHidden } = await import('./db/backup/ask-hidden.ts');
    return (values, args) => runMove(values, args, { ...context(), askHidden });
  },
};

/** Undefined where there is no command of that name. */
export const findCommand = (name: string | undefined): (() => Promise<Command>) | undefined =>
  name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
