// A restore that is refused, in a sentence that says what to do, and with everything left as it was.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fill } from '../../../src/db/backup/fill.ts';
import { type Head, proofOf } from '../../../src/db/backup/lines.ts';
import { runBackup } from '../../../src/db/backup/run-backup.ts';
import { runRestore } from '../../../src/db/backup/run-restore.ts';
import { writeBackupFile } from '../../../src/db/backup/write-file.ts';
import { lockDirectory } from '../../../src/db/lock-directory.ts';
import { createSealer } from '../../../src/db/seal.ts';
import { testKey } from '../../helpers/database.ts';
import {
  type Content,
  contentIn,
  contentOf,
  context,
  contextInMemory,
  embedded,
  embeddedInMemory,
  openPlace,
  type Where,
} from './places.ts';
import { refused, smallOffice } from './small-office.ts';

let office: Where;
let content: Content;
let folder: string;
let file: string;
let head: Head;
let body: string[];

beforeAll(async () => {
  ({ office, content, folder, file, head, body } = await smallOffice());
});

let written = 0;
/** A file with its proof, as this office's server might have written it. */
async function fileWith(change: Partial<Head>, lines: readonly string[] = body): Promise<string> {
  const name = join(folder, `made-${written++}.jsonl`);
  const all = async function* () {
    yield* lines;
  };
  const prove = (sha256: string) => proofOf(createSealer([testKey]), sha256);
  await writeBackupFile(name, { head: { ...head, ...change }, body: all(), prove });
  return name;
}

const otherKey = Buffer.alloc(32, 9).toString('base64');
const nowhere = embedded('/nowhere/at/all');

describe('a restore is refused before anything is opened', () => {
  const restore = async (name: string) => refused(await runRestore(nowhere, [name], context));
  const changed = async (change: (text: string) => string) => {
    const name = join(folder, `changed-${written++}.jsonl`);
    await writeFile(name, change(await readFile(file, 'utf8')));
    return name;
  };

  test.each([
    ['there is no file', async () => join(folder, 'never.jsonl'), 'never.jsonl is not there.'],
    ['it is a folder', async () => folder, `is a folder`],
    ['it is empty', () => changed(() => ''), 'is empty: it is no backup.'],
    ['it is something else', () => changed(() => '{"a":1}\n'), 'is no backup of this product.'],
    [
      'its end is missing',
      () => changed((text) => text.slice(0, -1).replace(/\n[^\n]*$/, '\n')),
      'is cut short',
    ],
    ['it stops within a line', () => changed((text) => text.slice(0, -9)), 'is cut short'],
    ['one character is another', () => changed((text) => text.replace('C2', 'C3')), 'was damaged or altered'],
    ['a row is missing', () => changed((text) => text.replace(/\["C2".*\n/, '')), 'was damaged or altered'],
    [
      'its head is another',
      () => changed((text) => text.replace('2026-11-23', '2026-11-24')),
      'was damaged or',
    ],
    ['it is of a newer release', () => fileWith({ format: 2, version: '9.9.9' }), 'newer release (9.9.9)'],
  ])('when %s', async (_name, make, words) => {
    expect(await restore(await make())).toContain(words);
  });

  test('when the key is another', async () => {
    const words = refused(await runRestore({ ...nowhere, DATA_KEY: otherKey }, [file], context));
    expect(words).toContain('DATA_KEY is not the one');
  });

  test('when there is no key', async () => {
    const words = refused(await runRestore({ DATA_DIR: folder }, [file], context));
    expect(words).toContain('DATA_KEY is not set');
  });
});

describe('a restore leaves a database as it was', () => {
  let target: Where;
  const restore = async (name: string, ...more: string[]) =>
    refused(await runRestore(target, [name, ...more], contextInMemory));

  let end: () => void;
  beforeAll(async () => {
    target = await embeddedInMemory((leave) => {
      end = leave;
    });
    const place = await openPlace(target);
    await place.session.ask(`INSERT INTO "AdminChat" ("chatId", "enrolledAt") VALUES ('C9', now())`);
    await place.session.ask(`SELECT setval('"Booking_number_seq"', 40)`);
    await place.close();
  });
  afterAll(() => end());

  test('that a server has open', async () => {
    const unlock = await lockDirectory(office.DATA_DIR ?? '');
    const words = refused(await runRestore(office, [file, '--replace'], context));
    unlock();
    expect(words).toContain('is in use: stop the server');
  });

  test('in which there are rows, unless they may be replaced', async () => {
    const words = await restore(file);
    expect(words).toContain('public."AdminChat" 1');
    expect(words).toContain('add --replace');
  });

  test('when its tables or its queue are of another release, or it fails half-way', async () => {
    const place = await openPlace(target);
    const before = await contentIn(place);
    const put = (change: Partial<Head>, lines = body) =>
      fill(place, { head: { ...head, ...change }, body: Readable.from(lines) }, true);
    const later = [...head.migrations, '29991231000000_later'];
    await expect(put({ migrations: later })).rejects.toThrow('newer release');
    await expect(put({ queueVersion: head.queueVersion + 1 })).rejects.toThrow('laid out differently');
    const table = '{"table":"public.\\"Later\\"","columns":["id"]}';
    await expect(put({}, [...body, table])).rejects.toThrow('does not know (public."Later")');
    const counter = '{"sequence":"public.later","last":"1","called":true}';
    await expect(put({}, [...body, counter])).rejects.toThrow('does not know (public.later)');
    const rowsTwice = body.filter((line) => !line.includes('"sequence"'));
    await expect(put({}, [...body, ...rowsTwice])).rejects.toThrow(/duplicate/);
    expect(await contentIn(place)).toEqual(before);
    await place.close();
  });

  test('and replaces it when nothing is in the way; the key may be one of several', async () => {
    const both = { ...target, DATA_KEY: `${otherKey},${office.DATA_KEY}` };
    expect((await runRestore(both, [file, '--replace'], contextInMemory)).exitCode).toBe(0);
    expect(await contentOf(both)).toEqual(content);
    // What is sealed there may be under either key from now on: one of them is not enough any more.
    const later = join(folder, 'both.jsonl');
    await runBackup(both, [later], contextInMemory);
    expect(await restore(later)).toContain('DATA_KEY is not the one');
  });
});
