// An office with two rows, and its backup: for tests of what a backup and a restore refuse.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Answer } from '../../../src/db/backup/answer.ts';
import { headSchema } from '../../../src/db/backup/lines.ts';
import { runBackup } from '../../../src/db/backup/run-backup.ts';
import { freshDataDir, freshFolder } from '../../helpers/database.ts';
import { contentOf, context, embedded, openPlace } from './places.ts';

/** `file`: the backup, in `folder`; `head` and `body` are its lines but the last. */
export async function smallOffice() {
  const office = embedded(await freshDataDir());
  const place = await openPlace(office);
  await place.session.ask(
    `INSERT INTO "AdminChat" ("chatId", "enrolledAt") VALUES ('C1', '2026-11-20T01:02:03.004Z'), ('C2', now())`,
  );
  await place.close();
  const folder = await freshFolder();
  const file = join(folder, 'whole.jsonl');
  await runBackup(office, [file], context);
  const [first = '', ...rest] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const head = headSchema.parse(JSON.parse(first));
  return { office, content: await contentOf(office), folder, file, head, body: rest.slice(0, -1) };
}

export function refused({ words, exitCode }: Answer): string {
  expect({ words, exitCode }).toEqual({ words, exitCode: 1 });
  return words;
}
