// What the environment says to a backup. Only what it needs: a machine that keeps backups has no LINE channel.

import { z } from 'zod';
import { findDataKeys } from '../data-key.ts';
import { createSealer, type Sealer } from '../seal.ts';
import { hasLooseSign } from '../server-address.ts';
import { BackupError } from './backup-error.ts';

export type Values = Readonly<Record<string, string | undefined>>;

const text = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional());
const schema = z.object({ DATABASE_URL: text, DATA_DIR: text, DATA_KEY: text });

export type Settings = { url: string | undefined; dataDir: string; dataKey: string | undefined };

/** Throws BackupError when DATABASE_URL cannot be one. */
export function readSettings(values: Values): Settings {
  const { DATABASE_URL: url, DATA_DIR: dataDir = './data', DATA_KEY: dataKey } = schema.parse(values);
  if (url !== undefined) checkUrl('DATABASE_URL', url);
  return { url, dataDir, dataKey };
}

export function checkUrl(what: string, url: string): void {
  if (z.url({ protocol: /^postgres(ql)?$/ }).safeParse(url).success && !hasLooseSign(url)) return;
  throw new BackupError(
    `${what} must look like postgres://user:password@host:5432/database, with other signs than letters and digits in the password written as %2F and so on.`,
  );
}

/** Never makes a key: a new one would fit nothing. Rejects with BackupError without one, or DataKeyError. */
export async function sealerFor({ url, dataDir, dataKey }: Settings): Promise<Sealer> {
  const isGiven = dataKey !== undefined || url === undefined;
  const keys = isGiven ? await findDataKeys({ value: dataKey, dataDir }) : undefined;
  if (keys !== undefined) return createSealer(keys);
  throw new BackupError(
    'DATA_KEY is not set: set it to the key of the server whose data these are, from its .env or from the file data-key in its DATA_DIR. It is never part of a backup.',
  );
}
