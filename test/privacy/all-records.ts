// Everything that lies in a database, as text: also what is inside bytes, base64 and escapes.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrismaClient } from '../../src/db/client.ts';

/** Every row of every table, ours and the queue's, with its table's name in front. */
export async function allRows(prisma: PrismaClient): Promise<string[]> {
  const tables = await prisma.$queryRaw<{ schema: string; table: string }[]>`
    SELECT table_schema::text AS schema, table_name::text AS table FROM information_schema.tables
    WHERE table_schema IN ('public', 'pgboss')`;
  const rows: string[] = [];
  for (const { schema, table } of tables) {
    const found = await prisma.$queryRawUnsafe<{ row: string }[]>(
      `SELECT one::text AS row FROM "${schema}"."${table}" AS one`,
    );
    rows.push(...found.map(({ row }) => `${table} ${row}`));
  }
  return rows;
}

/** Each file below a directory, byte for byte. */
export async function allFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
  return contents.flatMap(bothWays);
}

/** The text, and what its bytes, base64 and escapes stand for. */
export function decoded(text: string): string {
  const bytes = [...text.matchAll(/\\x([0-9a-f]{8,})/g)].map(([, hex]) => Buffer.from(hex ?? '', 'hex'));
  const coded = [...text.matchAll(/[A-Za-z0-9+/_-]{12,}/g)].map(([code]) => Buffer.from(code, 'base64'));
  const escaped = text.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return [text, escaped, ...[...bytes, ...coded].flatMap(bothWays)].join('\n');
}

const bothWays = (bytes: Buffer): string[] => [bytes.toString('latin1'), bytes.toString('utf8')];
