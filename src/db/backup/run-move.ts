// `npm run move [-- --replace]`: from the embedded database in DATA_DIR to a PostgreSQL server. Its address has a password, so it
// comes from MOVE_TO or is typed in: a command line is seen in lists of processes and kept in the shell's history.

import { type Answer, answered, counted, usage } from './answer.ts';
import { BackupError } from './backup-error.ts';
import { fill } from './fill.ts';
import { fingerprints } from './lines.ts';
import { inSnapshot, type Place } from './place.ts';
import { readBody, readHead } from './read-database.ts';
import { type Context, checkKey, openEmbeddedSource } from './run-backup.ts';
import { openServerPlace } from './server-place.ts';
import { checkUrl, readSettings, sealerFor, type Values } from './settings.ts';
import { countRows, readTables } from './tables.ts';

const how =
  'Usage: npm run move [-- --replace]   (--replace deletes what is in the other database). The address of that database is asked for, or stands in MOVE_TO. It is not taken from the command line, where others can read its password: if you have just typed one there, give its user another password.';

const question =
  'The address of the PostgreSQL database (postgres://user:password@host:5432/database, not shown): ';

/** `askHidden`: for what nobody else shall see; undefined where nobody can be asked. */
export type MoveContext = Context & { askHidden(question: string): Promise<string | undefined> };

export async function runMove(
  values: Values,
  args: readonly string[],
  context: MoveContext,
): Promise<Answer> {
  const [option, ...more] = args;
  if ((option !== undefined && option !== '--replace') || more.length > 0) return usage(how);
  const replace = option !== undefined;
  return answered(async () => {
    const given = values.MOVE_TO || (await context.askHidden(question));
    if (given === undefined) throw new BackupError(nobodyToAsk);
    checkUrl('The address of the other database', given);
    const settings = readSettings({ ...values, DATABASE_URL: undefined });
    const { dataDir, dataKey } = settings;
    const sealer = await sealerFor(settings);
    const keys = fingerprints(sealer);
    const from = await openEmbeddedSource(dataDir, context.log);
    try {
      await checkKey(from, sealer);
      const to = await openServerPlace(given, context.log);
      try {
        const counts = await move(from, to, { replace, keys, now: context.now() });
        return `Everything in ${from.name} is now in ${to.name} too, counted on both sides: ${counted(counts)}\n${whatNext(dataDir, dataKey)}`;
      } finally {
        await to.close();
      }
    } finally {
      await from.close();
    }
  });
}

const nobodyToAsk =
  'Where to? Run this in a terminal, where the address of the PostgreSQL database is asked for, or set MOVE_TO to it.';

/** Rejects with BackupError when the sides do not hold the same number of rows in every table. */
async function move(
  from: Place,
  to: Place,
  { replace, keys, now }: { replace: boolean; keys: readonly string[]; now: Date },
): Promise<Map<string, number>> {
  return inSnapshot(from, async () => {
    const head = await readHead(from, keys, now);
    const before = await countRows(from.session, await readTables(from.session));
    const after = await fill(to, { head, body: readBody(from.session) }, replace);
    for (const [name, count] of before) {
      if (after.get(name) === count) continue;
      throw new BackupError(
        `${name} has ${count} rows in ${from.name} and ${after.get(name) ?? 0} in ${to.name}: go on with the old one, and report this.`,
      );
    }
    return after;
  });
}

function whatNext(dataDir: string, dataKey: string | undefined): string {
  const key = dataKey === undefined ? ` and DATA_KEY to what is in ${dataDir}/data-key` : '';
  return `Set DATABASE_URL to the new database${key}, then start the server. Never start it with the old one again: both would write to the same people. Keep ${dataDir} until you have a backup of the new one.`;
}
