// How a command of this folder ends: words for whoever ran it, and a code for scripts.

import { z } from 'zod';
import { DataKeyError } from '../data-key.ts';
import { DatabaseStartError } from '../start-trouble.ts';
import { BackupError } from './backup-error.ts';

/** `exitCode`: 0 done, 1 not done, 2 the command was not understood. */
export type Answer = { words: string; exitCode: number };

const systemError = z.object({ code: z.string(), path: z.string().default('The file') });

/** What PostgreSQL refuses, by SQLSTATE. */
const refusals: Partial<Record<string, string>> = {
  '0A000': 'a table that is not of this product refers to one of its tables. Drop what refers to them.',
  '22P05':
    'its encoding has no room for all letters. Make it anew: createdb --encoding=UTF8 --template=template0.',
  '42501': 'its user may not do this. Make this user the owner of the database.',
  '53100': 'its disk is full.',
  '55P03': 'somebody else holds its tables. End other programs that have it open, and run this again.',
};

const fileSentences: Partial<Record<string, string>> = {
  ENOENT: 'is not there.',
  ENOTDIR: 'is not there: a part of its path is no folder.',
  EISDIR: 'is a folder: name a file.',
  EACCES: 'may not be read or written by this user.',
  EPERM: 'may not be read or written by this user.',
  EROFS: 'cannot be written: the disk is read-only.',
  ENOSPC: 'cannot be written: the disk is full.',
  ERR_STRING_TOO_LONG: 'is no backup of this product.',
};

/** Rejects with what nobody foresaw. */
export async function answered(command: () => Promise<string>): Promise<Answer> {
  try {
    return { words: await command(), exitCode: 0 };
  } catch (error) {
    const words = sentenceFor(error);
    if (words === undefined) throw error;
    return { words, exitCode: 1 };
  }
}

export const usage = (words: string): Answer => ({ words, exitCode: 2 });

function sentenceFor(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ([BackupError, DataKeyError, DatabaseStartError].some((kind) => error instanceof kind)) {
    return error.message;
  }
  const { data } = systemError.safeParse(error);
  if (data === undefined) return undefined;
  const refusal = refusals[data.code];
  if (refusal !== undefined) return `The database refused it (${data.code}): ${refusal}`;
  const sentence = fileSentences[data.code];
  return sentence && `${data.path} ${sentence}`;
}

/** `128 rows in 17 tables`, with the tables that hold any. */
export function counted(counts: ReadonlyMap<string, number>): string {
  const full = [...counts].filter(([, count]) => count > 0);
  const rows = full.reduce((sum, [, count]) => sum + count, 0);
  const lines = full.map(([name, count]) => `\n  ${name.padEnd(24)} ${count}`);
  return `${rows} ${rows === 1 ? 'row' : 'rows'} in ${counts.size} tables${lines.join('')}`;
}
