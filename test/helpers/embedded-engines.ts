// Embedded engines in this worker's memory. Starting one costs more than most tests: those that are free again are
// emptied and used by the next test, in the same file or another.
import { openAsBlob } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { inject } from 'vitest';
import { makeQuick } from '../../src/db/quick-statements.ts';
import { createNames } from '../../src/db/statement-names.ts';

/** As it was before anybody used it: what its tables are, and how to bring back what was in them. */
type Engine = { pglite: PGlite; shape: string; reset: string };

const free: Engine[] = [];

/** One that holds what the migrations and the first start of the queue put in, and nothing else. */
export async function takeEngine(): Promise<Engine> {
  for (let engine = free.pop(); engine; engine = free.pop()) {
    if (await isReset(engine)) return engine;
    await engine.pglite.close().catch(() => {});
  }
  const pglite = await PGlite.create({ loadDataDir: await openAsBlob(inject('embeddedTemplate').dump) });
  // A test asks little of a statement, a worker's engine much: plans go with what the tables hold, whenever they are emptied.
  makeQuick(pglite, createNames({ from: 3, atMost: 500 }));
  return { pglite, shape: await shapeOf(pglite), reset: await keepContents(pglite) };
}

export function giveBack(engine: Engine): void {
  free.push(engine);
}

/** A test may have broken it, or have left tables behind: then nobody else gets it. */
async function isReset({ pglite, shape, reset }: Engine): Promise<boolean> {
  if (pglite.closed) return false;
  try {
    await pglite.exec('ROLLBACK');
    await pglite.exec('RESET ALL');
    await pglite.exec(reset);
    return (await shapeOf(pglite)) === shape;
  } catch {
    return false;
  }
}

const ours = `('public'::regnamespace, 'pgboss'::regnamespace)`;

/** Tables, indexes, functions and rules. The queue adds a table for the statistics of each day: these may stay. */
async function shapeOf(pglite: PGlite): Promise<string> {
  const { rows } = await pglite.query<{ shape: string }>(`
    SELECT md5(concat(
      (SELECT string_agg(concat_ws(' ', oid, relname, relnatts, relchecks, relhastriggers), ',' ORDER BY oid)
        FROM pg_class WHERE relnamespace IN ${ours} AND NOT starts_with(relname, 'queue_stats_')),
      (SELECT string_agg(concat(proname, prosrc), ',' ORDER BY oid) FROM pg_proc WHERE pronamespace IN ${ours}),
      (SELECT string_agg(pg_get_constraintdef(oid), ',' ORDER BY oid) FROM pg_constraint
        WHERE connamespace IN ${ours} AND NOT starts_with(conname, 'queue_stats_')))) AS shape`);
  return rows[0]?.shape ?? '';
}

/** Puts aside what is in the tables. The answer is the SQL that empties all of them and puts it back. */
async function keepContents(pglite: PGlite): Promise<string> {
  const { rows } = await pglite.query<{ name: string }>(`
    SELECT oid::regclass::text AS name FROM pg_class
    WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace IN ${ours}`);
  const names = rows.map(({ name }) => name);
  const kept: { name: string; copy: string }[] = [];
  for (const name of names) {
    const copy = `kept.t${kept.length}`;
    const { rows: some } = await pglite.query(`SELECT 1 FROM ${name} LIMIT 1`);
    if (some.length > 0) kept.push({ name, copy });
  }
  await pglite.exec(
    `CREATE SCHEMA kept; ${kept.map(({ name, copy }) => `CREATE TABLE ${copy} AS TABLE ${name};`).join(' ')}`,
  );
  const { rows: sequences } = await pglite.query<{ again: string }>(`
    SELECT format('SELECT setval(%L, %s, false);', seqrelid::regclass, seqstart) AS again FROM pg_sequence
    JOIN pg_class ON pg_class.oid = seqrelid WHERE relnamespace IN ${ours}`);
  // A test uses few of the tables, and emptying one costs files. A sequence counts on in a table that stayed empty too.
  return `
    DO $$ DECLARE used text; BEGIN
      SELECT string_agg(oid::regclass::text, ', ') INTO used FROM pg_class
        WHERE relkind = 'r' AND relnamespace IN ${ours} AND pg_relation_size(oid) > 0;
      EXECUTE 'TRUNCATE ' || used || ' RESTART IDENTITY CASCADE';
    END $$;
    ${sequences.map(({ again }) => again).join(' ')}
    SET session_replication_role = replica;
    ${kept.map(({ name, copy }) => `INSERT INTO ${name} TABLE ${copy};`).join(' ')}
    SET session_replication_role = DEFAULT;`;
}
