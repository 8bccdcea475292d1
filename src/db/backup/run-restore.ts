// `npm run restore -- FILE [--replace]`: what is in a backup, into the database of the environment, on
// either engine.

import type { Log } from '../../core/log.ts';
import { type Answer, answered, counted, usage } from './answer.ts';
import { openEmbeddedPlace } from './embedded-place.ts';
import { fill } from './fill.ts';
import type { Place } from './place.ts';
import { bodyOf, checkBackupFile } from './read-file.ts';
import type { Context } from './run-backup.ts';
import { openServerPlace } from './server-place.ts';
import { readSettings, type Settings, sealerFor, type Values } from './settings.ts';
import { splitArguments } from './split-arguments.ts';

const how = 'Usage: npm run restore -- FILE [--replace]   (--replace deletes what is in the database)';

export async function runRestore(values: Values, args: readonly string[], context: Context): Promise<Answer> {
  const asked = splitArguments(args);
  if (asked === undefined) return usage(how);
  const { given: file, replace } = asked;
  return answered(async () => {
    const settings = readSettings(values);
    // The file first: nothing is opened, let alone changed, for one that is of no use.
    const head = await checkBackupFile(file, await sealerFor(settings));
    const place = await (context.open ?? openTarget)(settings, context.log);
    try {
      const counts = await fill(place, { head, body: bodyOf(file) }, replace);
      return `${file}, made on ${head.madeAt}, is now in ${place.name}: ${counted(counts)}\nStart the server with the same DATA_KEY. What was waiting when the backup was made goes out then.`;
    } finally {
      await place.close();
    }
  });
}

const openTarget = ({ url, dataDir }: Settings, log: Log): Promise<Place> =>
  url === undefined ? openEmbeddedPlace(dataDir, log) : openServerPlace(url, log);
