// The client in src/db/generated is in git, so that a server needs no Prisma command line: is it what the schema makes?
import { globSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateClient } from './generate-client.ts';

const place = 'src/db/generated';

/** The files that differ from those the schema makes, by their paths below `root`. */
export async function staleClientFiles(root = join(import.meta.dirname, '..')): Promise<string[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'madoguchi-client-'));
  try {
    const schema = join(scratch, 'prisma', 'schema.prisma');
    await cp(join(root, 'prisma', 'schema.prisma'), schema);
    const trouble = generateClient(schema);
    if (trouble !== undefined) throw new Error(`Prisma made no client: ${trouble}`);
    const [made, kept] = await Promise.all([readAll(scratch), readAll(root)]);
    return [...new Set([...made.keys(), ...kept.keys()])].filter((file) => made.get(file) !== kept.get(file));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function readAll(root: string): Promise<Map<string, string>> {
  const files = globSync(`${place}/**/*.ts`, { cwd: root });
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => [file, await readFile(join(root, file), 'utf8')]),
    ),
  );
}
