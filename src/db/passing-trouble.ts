// Whether what a database call rejected with goes away by itself: then the work is tried again, and nobody hears of it.

import { z } from 'zod';
import { traceOf } from '../core/log.ts';

/**
 * `away`: nothing could be done by anybody: no connection, no space, no memory, a server that starts, stops or only reads.
 * `crossed`: this transaction ran into another one, or into a time limit; the others may do well meanwhile.
 */
export type PassingTrouble = 'away' | 'crossed';

/** SQLSTATE by its beginning; the first that fits counts. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const states: readonly [RegExp, PassingTrouble][] = [
  // No connection; no resources; shut down, crashed or starting; trouble of the system below; a standby that cannot write.
  [/^(08|53|58|57P0)/, 'away'],
  [/^25006$/, 'away'],
  // Rolled back for another's sake; not in the needed state, a lock for instance; cancelled; ended as idle or too long.
  [/^(40|55|57)/, 'crossed'],
  [/^25P0[34]$/, 'crossed'],
  // A statement's name that the session does not know, or knows already: it is asked without next (prepared-statements.ts).
  [/^(26000|42P05)$/, 'crossed'],
];

/** Prisma's codes, the names that its driver adapter has for what it recognised, and the operating system's. */
const codes: Readonly<Record<PassingTrouble, ReadonlySet<string>>> = {
  away: new Set([
    ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037'],
    ...['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'],
    ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
    ...[
      'EHOSTUNREACH',
      'EHOSTDOWN',
      'ENETUNREACH',
      'ENETDOWN',
      'ENOSPC',
      'EDQUOT',
      'EMFILE',
      'ENFILE',
      'EIO',
    ],
  ]),
  crossed: new Set(['P2028', 'P2034', 'P1018', 'TransactionWriteConflict', 'TransactionAlreadyClosed']),
};

/** pg, its pool, pg-boss and PGlite give these no code. pg-boss adds to the end. */
const withoutCode =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout|Cannot use a pool after|Database not opened|PGlite is clos)/;

/** Where the one below may be: Prisma puts the adapter's error into `meta`, the adapter the server's code into `cause`. */
const layer = z.object({
  code: z.string().optional().catch(undefined),
  originalCode: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  meta: z.unknown().optional(),
  driverAdapterError: z.unknown().optional(),
  cause: z.unknown().optional(),
  errors: z.array(z.unknown()).optional().catch(undefined),
});

/** More layers than there are; an error that holds itself comes to an end. */
const deepest = 6;

/** Undefined for anything else: a mistake of ours, a broken rule, a row that nobody can read. */
export function passingTrouble(error: unknown): PassingTrouble | undefined {
  const found = layersOf(error).map(ofLayer);
  return found.find((one) => one !== undefined);
}

/** The server's own code, for the log: five signs, nothing of anybody's. */
export function sqlStateOf(error: unknown): string | undefined {
  return layersOf(error)
    .flatMap(({ originalCode, code }) => [originalCode, code])
    .find((code) => code !== undefined && isState(code));
}

/** What the log may say of an error, with the server's own code. */
export const troubleOf = (error: unknown) => ({ ...traceOf(error), state: sqlStateOf(error) });

type Layer = z.infer<typeof layer>;

function layersOf(error: unknown, depth = 0): Layer[] {
  const parsed = depth < deepest ? layer.safeParse(error) : undefined;
  if (!parsed?.success) return [];
  const { meta, driverAdapterError, cause, errors = [] } = parsed.data;
  const below = [driverAdapterError, cause, meta, ...errors.slice(0, 3)];
  return [parsed.data, ...below.flatMap((one) => layersOf(one, depth + 1))];
}

/** Prisma's own codes have five signs too. */
const isState = (code: string): boolean =>
  /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code) && !/^E[A-Z]+$/.test(code);

function ofLayer({ code, originalCode, kind, message }: Layer): PassingTrouble | undefined {
  for (const known of [originalCode, code, kind]) {
    if (known === undefined) continue;
    const byState = isState(known) ? states.find(([state]) => state.test(known))?.[1] : undefined;
    if (byState !== undefined) return byState;
    if (codes.away.has(known)) return 'away';
    if (codes.crossed.has(known)) return 'crossed';
  }
  return code === undefined && message !== undefined && withoutCode.test(message) ? 'away' : undefined;
}
