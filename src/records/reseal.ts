// Seals and hashes with the first key what was sealed otherwise: a batch at a time, each value only if it still is as it was
// read. So a server may go on meanwhile, and whoever ends it in the middle runs it again.
import { z } from 'zod';
import type { Session } from '../db/backup/place.ts';
import { jobPurpose } from '../db/run-jobs.ts';
import { SealError, type Sealer } from '../db/seal.ts';
import { type SealedColumn, sealedColumns } from './sealed-columns.ts';

/** `unopened`: no key that was given opens them. */
export type Resealed = { anew: number; unopened: number };

export type ResealOptions = {
  session: Session;
  sealer: Sealer;
  /** Asked between batches. */
  isAskedToStop(): boolean;
  /** After each batch: how many have been sealed anew so far. */
  onProgress(anew: number): void;
};

const batchSize = 100;

type Found = { row: string; old: string };
type Anew = Found & { anew: string; hash: string | null };
/** Where to look, and how to write. `after`: rows up to this one have been looked at. */
type Place = {
  find(after: string): { sql: string; values: unknown[] };
  seal(found: Found): Anew | undefined;
  write: string;
};

const foundRows = z.array(z.object({ row: z.string(), old: z.string() }));
const writtenRows = z.array(z.object({ row: z.string() }));

/** One pass over everything. */
export async function reseal(options: ResealOptions): Promise<Resealed> {
  const { sealer } = options;
  const current = currentId(sealer);
  const places = [
    ...sealedColumns.map((column) => columnPlace(column, sealer, current)),
    jobs(sealer, current),
  ];
  const sum: Resealed = { anew: 0, unopened: 0 };
  for (const place of places) {
    if (options.isAskedToStop()) break;
    await resealPlace(place, options, sum);
  }
  return sum;
}

async function resealPlace(place: Place, options: ResealOptions, sum: Resealed): Promise<void> {
  const { session, isAskedToStop, onProgress } = options;
  let after = '';
  for (;;) {
    const { sql, values } = place.find(after);
    const found = foundRows.parse(await session.ask(sql, values));
    const last = found.at(-1);
    if (last === undefined) return;
    after = last.row;
    const anew = found.map(place.seal).filter((one) => one !== undefined);
    sum.unopened += found.length - anew.length;
    if (anew.length > 0)
      sum.anew += writtenRows.parse(await session.ask(place.write, [JSON.stringify(anew)])).length;
    onProgress(sum.anew);
    if (isAskedToStop()) return;
  }
}

/** The eight bytes with which a value of today begins, hex. */
const currentId = (sealer: Sealer): string =>
  Buffer.from(sealer.seal({ of: 'reseal', row: '' }, '').subarray(0, 8)).toString('hex');

const given = `jsonb_to_recordset($1::jsonb) AS n("row" text, "old" text, "anew" text, "hash" text)`;

/** A row without a hash is under no rule that looks at it, and stays so. */
const ifSet = (column: string): string => `CASE WHEN t."${column}" IS NULL THEN NULL ELSE n."hash" END`;

function columnPlace({ table, row, column, of, hash }: SealedColumn, sealer: Sealer, current: string): Place {
  return {
    find: (after) => ({
      sql: `SELECT "${row}"::text AS "row", encode("${column}", 'base64') AS "old" FROM "${table}"
        WHERE "${column}" IS NOT NULL AND substring("${column}" FROM 1 FOR 8) <> decode($1, 'hex')
          AND "${row}"::text COLLATE "C" > $2 ORDER BY "${row}"::text COLLATE "C" LIMIT ${batchSize}`,
      values: [current, after],
    }),
    seal(found) {
      const bytes = Buffer.from(found.old, 'base64');
      for (const purpose of of.map((one) => ({ of: one, row: found.row }))) {
        const text = opened(() => sealer.open(purpose, bytes));
        if (text === undefined) continue;
        const anew = Buffer.from(sealer.seal(purpose, text)).toString('base64');
        return { ...found, anew, hash: hash ? sealer.hash(purpose.of, hash.normalise(text)) : null };
      }
      return undefined;
    },
    write: `UPDATE "${table}" AS t SET "${column}" = decode(n."anew", 'base64')
        ${hash ? `, "${hash.column}" = ${hash.onlyWhereThereIsOne ? ifSet(hash.column) : 'n."hash"'}` : ''}
      FROM ${given} WHERE t."${row}"::text = n."row" AND t."${column}" = decode(n."old", 'base64')
      RETURNING n."row"`,
  };
}

/** What waits to be done. A job that is in a worker's hands is written too: the worker has read it already. */
function jobs(sealer: Sealer, current: string): Place {
  return {
    find: (after) => ({
      sql: `SELECT name || ' ' || id AS "row", data->>'sealed' AS "old" FROM pgboss.job
        WHERE state < 'completed' AND data ? 'sealed'
          AND substring(decode(data->>'sealed', 'base64') FROM 1 FOR 8) <> decode($1, 'hex')
          AND (name || ' ' || id) COLLATE "C" > $2 ORDER BY (name || ' ' || id) COLLATE "C" LIMIT ${batchSize}`,
      values: [current, after],
    }),
    seal(found) {
      const [name = '', id = ''] = found.row.split(' ');
      const purpose = jobPurpose(name, id);
      const value = opened(() => sealer.openJson(purpose, found.old));
      return value === undefined
        ? undefined
        : { ...found, anew: sealer.sealJson(purpose, value), hash: null };
    },
    write: `UPDATE pgboss.job AS j SET data = jsonb_set(j.data, '{sealed}', to_jsonb(n."anew"))
      FROM ${given} WHERE j.name = split_part(n."row", ' ', 1) AND j.id = split_part(n."row", ' ', 2)::uuid
        AND j.data->>'sealed' = n."old" AND j.state < 'completed'
      RETURNING n."row"`,
  };
}

const openUntil = z.tuple([z.object({ until: z.string().nullable() })]);

/** Until when the last of the codes and addresses of pages counts that are known by a hash, in UTC; null: none does. */
export async function hashesGoodUntil(session: Session): Promise<string | null> {
  const rows = await session.ask(
    `SELECT to_char(max("expiresAt"), 'YYYY-MM-DD HH24:MI "UTC"') AS until FROM (
       SELECT "expiresAt" FROM "EnrolmentCode" WHERE "usedAt" IS NULL AND "expiresAt" > now()
       UNION ALL SELECT "expiresAt" FROM "ContactLink" WHERE "expiresAt" > now()
       UNION ALL SELECT "expiresAt" FROM "PageLink" WHERE "expiresAt" > now()) AS one`,
  );
  const [{ until }] = openUntil.parse(rows);
  return until;
}

function opened<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}
