// The key that seals personal data: whether it is there, is kept well, and opens what has been sealed.
import { stat } from 'node:fs/promises';
import { DataKeyError, keyFileIn } from '../../db/data-key.ts';
import { createSealer, SealError, type Sealer } from '../../db/seal.ts';
import { broken, type Check, type Finding, notChecked, note, right, warning } from '../check.ts';
import type { Context } from '../context.ts';
import type { SealedValue } from '../records.ts';
import { count, sentencesOf } from '../sentences.ts';

export const dataKey: Check = {
  name: 'encryption key',
  needs: ['migrations'],
  async run(context) {
    try {
      return (await badlyKept(context)) ?? (await opens(context));
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
  const sealed = look.kind === 'open' ? look.records?.sealed : [];
  if (look.kind === 'inUse' || sealed === undefined) {
    return notChecked('Whether the key opens what is sealed is seen when the database can be read.');
  }
  if (sealed.length === 0) {
    return note('Nothing has been sealed yet, so every key fits. Keep a copy of it apart from the backups.');
  }
  if (ring === undefined) {
    return broken(
      'The key that sealed the personal data is missing.',
      'Put DATA_KEY, or the file data-key in DATA_DIR, back from your copy of it.',
    );
  }
  return readOpened(sealed, createSealer(ring));
}

function readOpened(sealed: readonly SealedValue[], sealer: Sealer): Finding {
  const shut = sealed.filter((value) => !isOpened(sealer, value));
  if (shut.length === 0)
    return right(`The key opens all ${count(sealed.length, 'sealed value')} of a sample.`);
  if (shut.length === sealed.length) {
    return broken(
      'The key opens nothing of what is sealed in the database: it is another key.',
      'Put back the DATA_KEY (or the file data-key in DATA_DIR) with which this database was used before.',
    );
  }
  return broken(
    `The key does not open ${shut.length} of ${count(sealed.length, 'sealed value')} of a sample.`,
    'Put the older key into DATA_KEY too, behind the newer one with a comma between.',
  );
}

function isOpened(sealer: Sealer, { purpose, bytes }: SealedValue): boolean {
  try {
    sealer.open(purpose, bytes);
    return true;
  } catch (error) {
    if (error instanceof SealError) return false;
    throw error;
  }
}
