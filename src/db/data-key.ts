// DATA_KEY: what encrypts personal data at rest.

import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepToOwner } from './keep-to-owner.ts';
import { refuseRoot } from './refuse-root.ts';

const keyLength = 32;
const base64Of32Bytes = /^[A-Za-z0-9+/]{43}=$/;

/** DATA_KEY cannot be used; the message says what to do and never shows it. */
export class DataKeyError extends Error {
  override name = 'DataKeyError';
}

/** `value`: DATA_KEY. */
export type DataKeyPlaces = { value: string | undefined; databaseUrl: string | undefined; dataDir: string };

export type DataKeys = { keys: Uint8Array[]; warning: string | null };

/** Reads `32 bytes, base64`, or several with commas between: the first seals, all open. Throws DataKeyError. */
export function parseDataKey(value: string): Uint8Array[] {
  return value.split(',').map((part, index, all) => {
    const text = part.trim();
    if (!base64Of32Bytes.test(text)) {
      const which = all.length > 1 ? `part ${index + 1} of DATA_KEY` : 'DATA_KEY';
      throw new DataKeyError(`${which} is not 32 bytes in base64: make one with \`openssl rand -base64 32\``);
    }
    return new Uint8Array(Buffer.from(text, 'base64'));
  });
}

/**
 * The keys to start with. Without `value` and without a server, a key is made once and kept in `dataDir`,
 * readable by its owner only. Rejects with DataKeyError when a server is used without DATA_KEY.
 */
export async function loadDataKeys(options: DataKeyPlaces): Promise<DataKeys> {
  if (options.value) return { keys: parseDataKey(options.value), warning: null };
  if (options.databaseUrl) {
    throw new DataKeyError(
      'DATA_KEY is not set, and DATABASE_URL is: set DATA_KEY to the output of `openssl rand -base64 32`',
    );
  }
  const file = keyFileIn(options.dataDir);
  const key = (await readKeyFile(file)) ?? (await makeKeyFile(file));
  await keepToOwner(file);
  return {
    keys: [key],
    warning: `DATA_KEY is not set: personal data is encrypted with the key in ${file}. Keep a copy of it elsewhere; without it a backup cannot be read, and with it anybody can.`,
  };
}

/** The keys as they are, and none is made: undefined when the first start will make one. Rejects with DataKeyError. */
export async function findDataKeys({
  value,
  dataDir,
}: Omit<DataKeyPlaces, 'databaseUrl'>): Promise<Uint8Array[] | undefined> {
  if (value) return parseDataKey(value);
  const key = await readKeyFile(keyFileIn(dataDir));
  return key === null ? undefined : [key];
}

/** Where the key is kept when DATA_KEY does not give one. */
export const keyFileIn = (dataDir: string): string => join(dataDir, 'data-key');

async function readKeyFile(file: string): Promise<Uint8Array | null> {
  try {
    const [key] = parseDataKey((await readFile(file, 'utf8')).trim());
    return key ?? null;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    if (error instanceof DataKeyError) throw new DataKeyError(`${file} does not hold a key: restore it`);
    throw error;
  }
}

/** Written aside and linked into place: nobody ever reads half a key, and of two makers one wins. */
async function makeKeyFile(file: string): Promise<Uint8Array> {
  const key = randomBytes(keyLength);
  const draft = `${file}.${randomUUID()}`;
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  await refuseRoot(join(file, '..'));
  await writeFile(draft, `${key.toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
    return new Uint8Array(key);
  } catch (error) {
    const theirs = isCode(error, 'EEXIST') ? await readKeyFile(file) : null;
    if (theirs === null) throw error;
    return theirs;
  } finally {
    await unlink(draft);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
