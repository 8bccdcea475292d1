// Which keys everything that is kept has been sealed with: read off the values, none of them opened.
import { z } from 'zod';
import type { Tx } from './client.ts';

/** `keyId` as `Sealer.holds` takes it. */
export type SealedWith = { keyId: string; values: number };

const columns = z.array(z.object({ table: z.string(), column: z.string() }));
const counts = z.array(z.object({ keyId: z.string(), values: z.number() }));

/** The first bytes of a sealed value name its key (seal.ts). */
const idBytes = 8;

/** Jobs that are still to be done are sealed too. */
const ofJobs = `SELECT substring(decode(data->>'sealed', 'base64') from 1 for ${idBytes}) AS id
  FROM pgboss.job WHERE state < 'completed' AND data ? 'sealed'`;

/** Of all rows, by key. What is sealed is asked of the catalogue: every `bytea` of ours is. */
export async function readSealedWith(tx: Tx): Promise<SealedWith[]> {
  const found = columns.parse(
    await tx.$queryRaw`
      SELECT format('%I', table_name) AS "table", format('%I', column_name) AS "column"
      FROM information_schema.columns WHERE table_schema = current_schema() AND data_type = 'bytea'`,
  );
  const ofTables = found.map(
    ({ table, column }) =>
      `SELECT substring(${column} from 1 for ${idBytes}) AS id FROM ${table} WHERE ${column} IS NOT NULL`,
  );
  return counts.parse(
    await tx.$queryRawUnsafe(
      `SELECT encode(id, 'hex') AS "keyId", count(*)::int AS values
       FROM (${[...ofTables, ofJobs].join(' UNION ALL ')}) AS sealed GROUP BY id ORDER BY 2 DESC`,
    ),
  );
}
