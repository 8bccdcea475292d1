// What keeps the database from opening, in a sentence that whoever set it up can act on. Never the URL's
// user or password, and of the server's own words only their code: they may quote what is stored.

import { z } from 'zod';
import { placeOf } from './server-address.ts';

/** The database cannot be used; the message says what to do. */
export class DatabaseStartError extends Error {
  override name = 'DatabaseStartError';
}

const coded = z.object({ code: z.string() });

/** By SQLSTATE or by the operating system's code. */
const sentences: Partial<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there. Start PostgreSQL, or fix host and port in DATABASE_URL.',
  ENOTFOUND: 'there is no such host. Fix the host in DATABASE_URL.',
  EAI_AGAIN: 'the host name could not be looked up. Fix the host in DATABASE_URL, or the network.',
  EHOSTUNREACH: 'the host cannot be reached. Fix the host in DATABASE_URL, or the network.',
  ENETUNREACH: 'the host cannot be reached. Fix the host in DATABASE_URL, or the network.',
  ETIMEDOUT: 'it did not answer in time. Fix host and port in DATABASE_URL, or the network.',
  ECONNRESET: 'it broke off the connection. Look into the log of PostgreSQL.',
  '28P01': 'it refuses the password. Fix user and password in DATABASE_URL.',
  '28000': 'it refuses the user. Fix user and password in DATABASE_URL, or pg_hba.conf.',
  '22P05':
    'its encoding has no room for all letters. Make it anew with --encoding=UTF8 --template=template0.',
  '3D000': 'the database does not exist. Make it with createdb, or fix its name in DATABASE_URL.',
  '42501':
    'the user of DATABASE_URL may not create what is needed. Make this user the owner of the database.',
  '53300': 'it has no connection left. End other programs, or raise max_connections of PostgreSQL.',
  '55P03': 'another process has been bringing it up to date for too long. Start again when it has ended.',
  '57P03': 'it is starting or stopping. Try again in a moment.',
};

/** pg gives these no code. */
const withoutCode: readonly [RegExp, string][] = [
  [/^timeout expired$|connection timeout/i, sentences.ETIMEDOUT ?? ''],
  [/^SASL/, 'it asks for a password. Put one into DATABASE_URL.'],
  [/does not support SSL/, 'it does not speak TLS. Take sslmode out of DATABASE_URL.'],
];

/** A DatabaseStartError where the cause is known; else the error as it was. `url` is DATABASE_URL. */
export function explainServerTrouble(error: unknown, url: string): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseStartError) return error;
  const code = coded.safeParse(error).data?.code ?? '';
  const sentence = sentences[code] ?? withoutCode.find(([words]) => words.test(error.message))?.[1];
  if (sentence === undefined) return error;
  const known = code === '' ? '' : ` (${code})`;
  return new DatabaseStartError(`The database server ${whereIs(url)} cannot be used${known}: ${sentence}`);
}

function whereIs(url: string): string {
  const place = placeOf(url);
  return place === undefined ? 'of DATABASE_URL' : `at ${place.host}, database "${place.database}",`;
}

/** For what the embedded engine threw, whose own words are those of a machine. `foreign`: a file of another user. */
export function explainEmbeddedTrouble(
  error: unknown,
  dataDir: string,
  foreign: string | undefined,
): unknown {
  if (foreign === undefined) return error;
  return new DatabaseStartError(
    `The embedded database in ${dataDir} does not open: ${foreign} belongs to another user, whom a command started as root may have left. Give everything there to the user of the server (chown -R).`,
    { cause: error },
  );
}

export const lacksRights = (cause: unknown): DatabaseStartError =>
  new DatabaseStartError(`The database cannot be used (42501): ${sentences['42501']}`, { cause });

/** For what the schema engine threw: its words name the migration and PostgreSQL's code. */
export function explainMigrationTrouble(error: unknown): DatabaseStartError {
  const words = error instanceof Error ? error.message : '';
  const name = /\b\d{14}_\w+/.exec(words)?.[0] ?? 'of its tables';
  const code = /error code: ([0-9A-Z]{5})\b/.exec(words)?.[1];
  return new DatabaseStartError(
    `The database could not be brought up to date: the migration ${name} failed${code ? ` (PostgreSQL error ${code})` : ''}. Nothing of it was kept, and the next start tries it again. If it fails again, restore the newest backup (npm run restore -- FILE --replace), or on a PostgreSQL server fix what stands in its way.`,
    { cause: error },
  );
}
