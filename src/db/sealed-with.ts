// Which keys everything that is kept has been sealed with: read off the values, none of them opened.
import { z } from 'zod';

/** `keyId` as `Sealer.holds` takes it. */
export type SealedWith = { keyId: string; values: number };

const columns = z.array(z.object({ table: z.string(), column: z.string() }));
const counts = z.array(z.object({ keyId: z.string(), values: z.number() }));

/** The first bytes of a sealed value name its key (seal.ts). */
const idBytes = 8;

/** Jobs that are still to be done are sealed too. */
const ofJobs = `SELECT substring(decode(data->>'sealed', 'base64') from 1 for ${idBytes}) AS id
  FROM pgboss.job WHERE state < 'completed' AND data ? 'sealed'`;

/** One statement, without values; rows come as objects. */
type Ask = (sql: string) => Promise<unknown>;

/**
 * By key. What is sealed is asked of the catalogue: every `bytea` of ours is. `atMost`: values of each column and of
 * the queue, where a sample will do; without it all are counted.
 */
export async function readSealedWith(ask: Ask, atMost?: number): Promise<SealedWith[]> {
  const found = columns.parse(
    await ask(
      `SELECT format('%I.%I', table_schema, table_name) AS "table", format('%I', column_name) AS "column"
       FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'bytea'`,
    ),
  );
  const ofTables = found.map(
    ({ table, column }) =>
      `SELECT substring(${column} from 1 for ${idBytes}) AS id FROM ${table} WHERE ${column} IS NOT NULL`,
  );
  const limit = atMost === undefined ? '' : `LIMIT ${atMost}`;
  const each = [...ofTables, ofJobs].map((select) => `(${select} ${limit})`);
  return counts.parse(
    await ask(
      `SELECT encode(id, 'hex') AS "keyId", count(*)::int AS values
       FROM (${each.join(' UNION ALL ')}) AS sealed GROUP BY id ORDER BY 2 DESC`,
    ),
  );
}
