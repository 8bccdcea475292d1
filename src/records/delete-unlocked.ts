// Deletes in the background: a row that is locked stays until the next run. A sweep that waited for a row while it holds others
// could deadlock with a turn or timer.
import type { Ask } from './forget.ts';

/** Rows in one statement: the rest waits for the next. */
export const batchSize = 200;

/** `key` names a row; `where` has `values` as $1, $2, … Resolves with how many went, at most `batchSize`. */
export async function deleteUnlocked(
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
