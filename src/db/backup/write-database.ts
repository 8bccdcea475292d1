// Puts the lines of a backup into a database, in one transaction: all of it or nothing.

import { BackupError } from './backup-error.ts';
import { type BodyLine, bodyLine, isRow } from './lines.ts';
import { inTransaction, type Session } from './place.ts';
import { countRows, quoted, readSequences, readTables, type Table } from './tables.ts';

/** What is put in by one statement, in rows and in characters. */
const batch = { rows: 200, length: 1_000_000 };

type Waiting = { insert: string; rows: string[]; length: number };

/**
 * Everything that was in the tables goes. Resolves with the rows of each table, counted in the database
 * after they were put in. Rejects with BackupError when that is not what came.
 */
export async function writeBody(
  session: Session,
  lines: AsyncIterable<string>,
): Promise<Map<string, number>> {
  const tables = await readTables(session);
  const all = tables.map(({ name }) => name).join(', ');
  const counts = await inTransaction(session, 'BEGIN', async () => {
    await session.ask(`TRUNCATE ${all}`);
    // Rows come as they were: nothing is made from them.
    await switchTriggers(session, 'DISABLE', tables);
    const came = await putIn(session, tables, lines);
    await switchTriggers(session, 'ENABLE', tables);
    const counts = await countRows(session, tables);
    for (const [name, count] of counts) {
      const expected = came.get(name) ?? 0;
      if (count !== expected) {
        throw new BackupError(
          `Of ${expected} rows of ${name}, ${count} arrived: nothing was kept. Please report this.`,
        );
      }
    }
    return counts;
  });
  // The embedded engine would plan for empty tables until the hour is over.
  await session.ask(`ANALYZE ${all}`);
  return counts;
}

async function switchTriggers(
  session: Session,
  how: 'DISABLE' | 'ENABLE',
  tables: readonly Table[],
): Promise<void> {
  for (const { name } of tables) await session.ask(`ALTER TABLE ${name} ${how} TRIGGER USER`);
}

/** How many rows came for each table. */
async function putIn(
  session: Session,
  tables: readonly Table[],
  lines: AsyncIterable<string>,
): Promise<Map<string, number>> {
  const came = new Map<string, number>();
  let waiting: Waiting = { insert: '', rows: [], length: 0 };
  let current = '';
  const flush = async () => {
    if (waiting.rows.length > 0) await session.ask(waiting.insert, [`[${waiting.rows.join(',')}]`]);
    waiting = { insert: waiting.insert, rows: [], length: 0 };
  };
  for await (const line of lines) {
    if (isRow(line)) {
      waiting.rows.push(line);
      waiting.length += line.length;
      came.set(current, (came.get(current) ?? 0) + 1);
      if (waiting.rows.length >= batch.rows || waiting.length >= batch.length) await flush();
      continue;
    }
    await flush();
    const part = bodyLine.parse(JSON.parse(line));
    if ('sequence' in part) await setSequence(session, part);
    else {
      current = part.table;
      waiting.insert = insertInto(tables, part.table, part.columns);
    }
  }
  await flush();
  return came;
}

/** Names out of the file reach a statement only when the database has them too. */
function insertInto(tables: readonly Table[], name: string, columns: readonly string[]): string {
  const known = tables.find((table) => table.name === name);
  const types = columns.map((column) => known?.columns.find((one) => one.name === column)?.type);
  if (known === undefined || types.includes(undefined)) throw unknownName(name);
  const values = types.map((type, place) => `(one->>${place})::${type}`);
  return `INSERT INTO ${name} (${columns.map(quoted).join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${values.join(', ')} FROM jsonb_array_elements($1::jsonb) AS one`;
}

/** Restarted, for that is undone with everything else when the transaction fails; setval is not. */
async function setSequence(session: Session, part: Extract<BodyLine, { sequence: string }>): Promise<void> {
  if (!(await readSequences(session)).includes(part.sequence)) throw unknownName(part.sequence);
  const next = BigInt(part.last) + (part.called ? 1n : 0n);
  await session.ask(`ALTER SEQUENCE ${part.sequence} RESTART WITH ${next}`);
}

const unknownName = (name: string) =>
  new BackupError(
    `The backup has a table, a column or a counter that this release does not know (${name}): nothing was changed. Restore it with the release that made it.`,
  );
