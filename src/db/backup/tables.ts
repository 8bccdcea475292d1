// Which tables a backup holds: those of the product's models and of its queue, as the database itself describes
// them. Nothing is written down twice, so that a table or a column added later cannot be forgotten.

import { z } from 'zod';
import { Prisma } from '../generated/client.ts';
import type { Session } from './place.ts';

export type Column = { name: string; type: string };
/** `name` is as it stands in a statement: schema and table, quoted. */
export type Table = { name: string; columns: Column[] };

/**
 * The queue's work and its settings; `version` says when schedules were last looked at. Left out: `instance`
 * (who runs), `warning`, `queue_stats` (figures of the past days), `bam` (the schema's own changes under way).
 */
const queueTables = ['version', 'queue', 'schedule', 'subscription', 'job', 'job_dependency'];

const modelTables: readonly string[] = Object.values(Prisma.ModelName);

const ours = `
  (n.nspname = 'pgboss' AND c.relname = ANY($1::text[]) OR n.nspname = 'public' AND c.relname = ANY($2::text[]))
  AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;

const tableRows = z.array(
  z.object({ name: z.string(), columns: z.array(z.object({ name: z.string(), type: z.string() })) }),
);
const edgeRows = z.array(z.object({ child: z.string(), parent: z.string() }));
const nameRows = z.array(z.object({ name: z.string() }));

/** All tables, each after those that its rows refer to. What the database computes itself is no column. */
export async function readTables(session: Session): Promise<Table[]> {
  const tables = await session.ask(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
       (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                        ORDER BY a.attnum)
        FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours} ORDER BY 1`,
    [queueTables, modelTables],
  );
  return parentsFirst(tableRows.parse(tables), await readReferences(session));
}

/** Names of tables beside ours, which nothing here reads or changes; those of extensions do not count. */
export async function readOtherTables(session: Session): Promise<string[]> {
  const rows = await session.ask(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname <> '_prisma_migrations' AND c.relname <> ALL($1::text[])
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     ORDER BY 1`,
    [modelTables],
  );
  return nameRows.parse(rows).map(({ name }) => name);
}

/** Which table refers to which. A partition's references count as its whole table's. */
async function readReferences(session: Session): Promise<z.infer<typeof edgeRows>> {
  const rows = await session.ask(
    `SELECT DISTINCT format('%I.%I', cn.nspname, c.relname) AS child,
                     format('%I.%I', pn.nspname, p.relname) AS parent
     FROM pg_constraint f
     JOIN pg_class c ON c.oid = coalesce((SELECT inhparent FROM pg_inherits WHERE inhrelid = f.conrelid), f.conrelid)
     JOIN pg_namespace cn ON cn.oid = c.relnamespace
     JOIN pg_class p ON p.oid = f.confrelid
     JOIN pg_namespace pn ON pn.oid = p.relnamespace
     WHERE f.contype = 'f'`,
  );
  return edgeRows.parse(rows);
}

function parentsFirst(tables: readonly Table[], references: z.infer<typeof edgeRows>): Table[] {
  const sorted: Table[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ name }) => name));
    const free = left.filter(
      ({ name }) =>
        !references.some(({ child, parent }) => child === name && parent !== name && waiting.has(parent)),
    );
    // Tables that refer to each other in a ring: their order cannot help, and the database will say so.
    const next = free.length > 0 ? free : left;
    sorted.push(...next);
    left = left.filter((table) => !next.includes(table));
  }
  return sorted;
}

/** The counters of our tables, such as the one of receipt numbers. */
export async function readSequences(session: Session): Promise<string[]> {
  const rows = await session.ask(
    `SELECT format('%I.%I', n.nspname, s.relname) AS name
     FROM pg_class s JOIN pg_namespace n ON n.oid = s.relnamespace
     JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i')
     JOIN pg_class t ON t.oid = d.refobjid AND t.relname = ANY($1::text[])
     WHERE s.relkind = 'S' AND n.nspname = 'public' ORDER BY 1`,
    [modelTables],
  );
  return nameRows.parse(rows).map(({ name }) => name);
}

/** Rows of each table, by its name, in the order of `tables`. */
export async function countRows(
  session: Session,
  tables: readonly { name: string }[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const [row] = await session.ask(`SELECT count(*)::int AS count FROM ${name}`);
    counts.set(name, z.object({ count: z.number() }).parse(row).count);
  }
  return counts;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
