// The key that seals personal data: whether it is there, opens what has been sealed, and is kept well.
import { stat } from 'node:fs/promises';
import { DataKeyError, keyFileIn } from '../../db/data-key.ts';
import { createSealer, type Sealer } from '../../db/seal.ts';
import type { SealedWith } from '../../db/sealed-with.ts';
import { broken, type Check, type Finding, notChecked, note, right, warning } from '../check.ts';
import type { Context } from '../context.ts';
import { count, sentencesOf } from '../sentences.ts';

export const dataKey: Check = {
  name: 'encryption key',
  needs: ['migrations'],
  async run(context) {
    try {
      const found = await opens(context);
      // A key that opens nothing is worse than one that others may read.
      return found.status === 'broken' ? found : ((await badlyKept(context)) ?? found);
    } catch (error) {
      if (!(error instanceof DataKeyError)) throw error;
      return broken(sentencesOf(error.message), 'Put the key back from your copy of it.');
    }
  },
};

/** Only the key that a start has made lies in a file of ours. */
async function badlyKept({ environment, keys }: Context): Promise<Finding | undefined> {
  const { DATA_KEY, DATA_DIR } = environment();
  if (DATA_KEY !== undefined || (await keys()) === undefined) return undefined;
  const file = keyFileIn(DATA_DIR);
  const { mode } = await stat(file);
  if ((mode & 0o077) === 0) return undefined;
  return warning(`Other users of this machine may read the key in ${file}.`, `Run: chmod 600 ${file}`);
}

async function opens({ database, keys }: Context): Promise<Finding> {
  const ring = await keys();
  const look = await database();
  const sealedWith = look.kind === 'open' ? look.records?.sealedWith : [];
  if (look.kind === 'inUse' || sealedWith === undefined) {
    return notChecked('Whether the key opens what is sealed is seen when the database can be read.');
  }
  if (sealedWith.length === 0) {
    return note('Nothing has been sealed yet, so every key fits. Keep a copy of it apart from the backups.');
  }
  if (ring === undefined) {
    return broken(
      'The key that sealed the personal data is missing.',
      'Put DATA_KEY, or the file data-key in DATA_DIR, back from your copy of it.',
    );
  }
  return readOpened(sealedWith, createSealer(ring));
}

function readCurrent(sealedWith: readonly SealedWith[], sealer: Sealer, all: string): Finding {
  const older = sum(sealedWith.filter(({ keyId }) => !sealer.isCurrent(keyId)));
  const hasOlderKeys = sealer.hashes('doctor', '').length > 1;
  if (older > 0) {
    return warning(
      `The key opens all of ${all}; ${older.toLocaleString('en')} of them ${older === 1 ? 'is' : 'are'} sealed with an older key, or not bound to their row.`,
      'Run: npm run reseal (with the embedded database, while the server is stopped).',
    );
  }
  if (hasOlderKeys)
    return note(`The first key opens all of ${all}: the older ones can be taken out of DATA_KEY.`);
  return right(`The key opens all of ${all}.`);
}

const sum = (values: readonly SealedWith[]): number => values.reduce((all, one) => all + one.values, 0);

function readOpened(sealedWith: readonly SealedWith[], sealer: Sealer): Finding {
  const all = count(sum(sealedWith), 'sealed value');
  const shut = sealedWith.filter(({ keyId }) => !sealer.holds(keyId));
  if (shut.length === 0) return readCurrent(sealedWith, sealer, all);
  if (shut.length === sealedWith.length) {
    return broken(
      'The key opens nothing of what is sealed in the database: it is another key.',
      'Put back the DATA_KEY (or the file data-key in DATA_DIR) with which this database was used before.',
    );
  }
  return broken(
    `The key does not open ${sum(shut).toLocaleString('en')} of ${all}.`,
    'Put the older key into DATA_KEY too, behind the newer one with a comma between.',
  );
}
