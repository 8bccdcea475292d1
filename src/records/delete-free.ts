// Deletes in the background, and waits for nobody: a row that somebody else has in hand stays until the next run. Who waits
// for one row while holding others is waited for, too, and the database ends one of the two.
import type { Tx } from '../db/client.ts';
import type { Ask } from './forget.ts';

/** Rows in one statement: the rest waits for the next. */
export const batchSize = 200;

/** `key` names a row; `where` has `values` as $1, $2, … Resolves with how many went, at most `batchSize`. */
export async function deleteFree(
  ask: Ask,
  table: string,
  key: string,
  where: string,
  values: readonly unknown[],
): Promise<number> {
  const gone = await ask(
    `DELETE FROM "${table}" WHERE ${key} IN (
       SELECT ${key} FROM "${table}" WHERE ${where} LIMIT ${batchSize} FOR UPDATE SKIP LOCKED) RETURNING 1 AS gone`,
    values,
  );
  return gone.length;
}

/** A transaction as the commands' connection is asked. */
export const askOf =
  (tx: Pick<Tx, '$queryRawUnsafe'>): Ask =>
  (sql, values = []) =>
    tx.$queryRawUnsafe(sql, ...values);
