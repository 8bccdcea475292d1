// Writes a backup file: beside its place first, then moved there whole, so that no half file is ever taken
// for a backup. Readable by its owner only.

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupError } from './backup-error.ts';
import { type End, type Head, isRow } from './lines.ts';

/** `prove` makes the last line's proof of the SHA-256 of all before. Resolves with the number of rows. */
export async function writeBackupFile(
  file: string,
  { head, body, prove }: { head: Head; body: AsyncIterable<string>; prove: (sha256: string) => string },
): Promise<number> {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  let rows = 0;
  const all = async function* (): AsyncGenerator<string> {
    const hash = createHash('sha256');
    const counted = (line: string): string => {
      hash.update(`${line}\n`);
      return `${line}\n`;
    };
    yield counted(JSON.stringify(head));
    for await (const line of body) {
      if (isRow(line)) rows += 1;
      yield counted(line);
    }
    yield `${JSON.stringify({ end: true, rows, proof: prove(hash.digest('hex')) } satisfies End)}\n`;
  };
  try {
    await pipeline(all, createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return rows;
}

/**
 * FILE as it was given, or a file in it named by the time when it is a folder. Rejects with BackupError when
 * it exists: a backup is never written over.
 */
export async function freeFileFor(given: string, now: Date): Promise<string> {
  const isFolder = await stat(given).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const time = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const file = isFolder ? join(given, `madoguchi-${time}Z.jsonl`) : given;
  if (!(await isThere(file))) return file;
  throw new BackupError(`${file} exists already and was left alone: name another file, or a folder.`);
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
