// Writes a backup file: beside its place first, then moved there whole, so that no half file is ever taken
// for a backup. Readable by its owner only.

import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { codeOf } from '../../core/log.ts';
import { BackupError } from './backup-error.ts';
import { type End, type Head, isRow } from './lines.ts';

type Whole = {
  head: Head;
  body: AsyncIterable<string>;
  /** Makes the last line's proof of the SHA-256 of all before. */
  prove: (sha256: string) => string;
  /** Ends it, with nothing left behind. */
  signal?: AbortSignal | undefined;
};

/** Resolves with the number of rows. Rejects with BackupError when the file cannot be written, or as `body` does. */
export async function writeBackupFile(file: string, { head, body, prove, signal }: Whole): Promise<number> {
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.part`);
  const seen: { rows: number; readingFailed?: unknown } = { rows: 0 };
  const all = async function* (): AsyncGenerator<string> {
    const hash = createHash('sha256');
    const counted = (line: string): string => {
      hash.update(`${line}\n`);
      return `${line}\n`;
    };
    yield counted(JSON.stringify(head));
    try {
      for await (const line of body) {
        if (isRow(line)) seen.rows += 1;
        yield counted(line);
      }
    } catch (error) {
      seen.readingFailed = error;
      throw error;
    }
    const proof = prove(hash.digest('hex'));
    yield `${JSON.stringify({ end: true, rows: seen.rows, proof } satisfies End)}\n`;
  };
  try {
    const stream = createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true });
    await pipeline(all, stream, signal === undefined ? {} : { signal });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    if (signal?.aborted) throw new BackupError('It was stopped before it was done: there is no backup.');
    throw error === seen.readingFailed ? error : writingTrouble(error, file);
  }
  return seen.rows;
}

const writingSentences: Partial<Record<string, string>> = {
  EACCES: 'this user may not write there.',
  EPERM: 'this user may not write there.',
  EROFS: 'the disk is read-only.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'the disk is full for this user.',
};

function writingTrouble(error: unknown, file: string): unknown {
  const sentence = writingSentences[(error instanceof Error && codeOf(error)) || ''];
  return sentence === undefined ? error : new BackupError(`${file} could not be written: ${sentence}`);
}

/**
 * FILE as it was given, or a file in it named by the time when it is a folder. Rejects with BackupError when
 * it exists: a backup is never written over.
 */
export async function freeFileFor(given: string, now: Date): Promise<string> {
  const isNamed = !given.endsWith('/') && !(await isFolder(given));
  const folder = isNamed ? dirname(given) : given;
  if (!(await isFolder(folder))) {
    throw new BackupError(`There is no folder ${folder}: make it first, and let this user write in it.`);
  }
  const time = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const file = isNamed ? given : join(folder, `madoguchi-${time}Z.jsonl`);
  if (!(await isThere(file))) return file;
  throw new BackupError(`${file} exists already and was left alone: name another file, or a folder.`);
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
