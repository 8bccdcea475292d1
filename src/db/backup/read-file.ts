// Reads a backup file: once to know that it is whole and unchanged, then once more for what is in it.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Sealer } from '../seal.ts';
import { BackupError } from './backup-error.ts';
import { endSchema, fingerprints, format, type Head, headSchema, isRow, proves } from './lines.ts';

/**
 * The head of a file that is a backup, made with these keys, whole and unchanged. Else rejects with
 * BackupError, or as the file system does when it cannot be read.
 */
export async function checkBackupFile(file: string, sealer: Sealer): Promise<Head> {
  if ((await stat(file)).isDirectory()) throw new BackupError(`${file} is a folder: name a file in it.`);
  const hash = createHash('sha256');
  let head: Head | undefined;
  let rows = 0;
  let last: string | undefined;
  for await (const line of linesOf(file)) {
    head ??= readHeadLine(file, line, sealer);
    if (last !== undefined) {
      hash.update(`${last}\n`);
      if (isRow(last)) rows += 1;
    }
    last = line;
  }
  if (head === undefined) throw new BackupError(`${file} is empty: it is no backup.`);
  const end = endSchema.safeParse(parsed(last ?? ''));
  if (!end.success) {
    throw new BackupError(`${file} is cut short: its end is missing. Use another backup.`);
  }
  if (end.data.rows !== rows || !proves(sealer, hash.digest('hex'), end.data.proof)) {
    throw new BackupError(`${file} was damaged or altered since it was made. Use another backup.`);
  }
  return head;
}

/** What lies between the head and the end of a file that was checked. */
export async function* bodyOf(file: string): AsyncGenerator<string> {
  let isHead = true;
  let before: string | undefined;
  for await (const line of linesOf(file)) {
    if (before !== undefined) yield before;
    before = isHead ? undefined : line;
    isHead = false;
  }
}

function readHeadLine(file: string, line: string, sealer: Sealer): Head {
  const head = headSchema.safeParse(parsed(line));
  if (!head.success) throw new BackupError(`${file} is no backup of this product.`);
  const { version, keys, madeAt } = head.data;
  if (head.data.format > format) {
    throw new BackupError(
      `${file} was made by a newer release (${version}): restore it with that one. This one cannot read it.`,
    );
  }
  const ours = new Set(fingerprints(sealer));
  if (!keys.every((key) => ours.has(key))) {
    throw new BackupError(
      `DATA_KEY is not the one with which ${file} was made on ${madeAt}, so nobody's data could be read. Set DATA_KEY to the key of that server, from its .env or from the file data-key in its DATA_DIR.`,
    );
  }
  return head.data;
}

/** Split at \n only: readline also splits at characters that may stand inside a text. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(file)) {
    let bytes: Buffer = chunk;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10)) {
      yield Buffer.concat([...rest, bytes.subarray(0, at)]).toString();
      rest = [];
      bytes = bytes.subarray(at + 1);
    }
    if (bytes.length > 0) rest.push(bytes);
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString();
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
