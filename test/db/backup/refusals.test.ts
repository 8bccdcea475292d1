// A backup and a move that are refused, in a sentence that says what to do, and with everything left as it was.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runBackup } from '../../../src/db/backup/run-backup.ts';
import { runMove } from '../../../src/db/backup/run-move.ts';
import { runRestore } from '../../../src/db/backup/run-restore.ts';
import { lockDirectory } from '../../../src/db/lock-directory.ts';
import { createSealer } from '../../../src/db/seal.ts';
import { describeOnServer, emptyServerUrl, freshFolder, freshServerUrl } from '../../helpers/database.ts';
import {
  context,
  contextInMemory,
  embedded,
  embeddedInMemory,
  open,
  openPlace,
  server,
  type Where,
} from './places.ts';
import { refused, smallOffice } from './small-office.ts';

let office: Where;
let folder: string;
let file: string;

beforeAll(async () => {
  ({ office, folder, file } = await smallOffice());
});

const otherKey = Buffer.alloc(32, 9).toString('base64');

/** Nobody at the terminal; and somebody who types this there. */
const alone = { ...context, askHidden: async () => undefined };
const typing = (answer: string) => ({ ...context, askHidden: async () => answer });

test('a move whose target nobody tells changes nothing and says how to tell it', async () => {
  expect(refused(await runMove(office, [], alone))).toContain('set MOVE_TO to it');
});

describe('a command that cannot be understood ends with 2 and says how it is used', () => {
  test.each([
    ['backup', [], () => runBackup(office, [], context)],
    ['backup', ['a', 'b'], () => runBackup(office, ['a', 'b'], context)],
    ['restore', [], () => runRestore(office, ['--replace'], context)],
    ['restore', ['--force'], () => runRestore(office, [file, '--force'], context)],
    ['move', ['--force'], () => runMove(office, ['--force'], alone)],
    ['move', ['postgres://…'], () => runMove(office, ['postgres://u:secret@db.example/office'], alone)],
  ])('%s %j', async (name, _args, run) => {
    const { words, exitCode } = await run();
    expect(exitCode).toBe(2);
    expect(words).toMatch(new RegExp(`Usage: npm run ${name} (\\[)?-- `));
    expect(words).not.toContain('secret');
  });
});

describe('a backup', () => {
  test('into a folder is named by the time, for its owner only, with nothing half-written beside it', async () => {
    const shelf = await freshFolder();
    const { words } = await runBackup(office, [shelf], context);
    const name = 'madoguchi-2026-11-23T05-06-07Z.jsonl';
    expect(words).toContain(join(shelf, name));
    expect(await readdir(shelf)).toEqual([name]);
    expect((await stat(join(shelf, name))).mode & 0o777).toBe(0o600);
  });

  test('is not written over another', async () => {
    const before = await readFile(file, 'utf8');
    expect(refused(await runBackup(office, [file], context))).toContain(`${file} exists already`);
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  test('is refused while a server has the embedded database', async () => {
    const unlock = await lockDirectory(office.DATA_DIR ?? '');
    const words = refused(await runBackup(office, [join(folder, 'busy.jsonl')], context));
    unlock();
    expect(words).toContain(`${office.DATA_DIR} is in use: stop the server, run this again, then start`);
  });

  test('of no database makes none', async () => {
    const empty = await freshFolder();
    const words = refused(await runBackup(embedded(empty), [join(folder, 'none.jsonl')], context));
    expect(words).toContain(`no embedded database in ${empty}`);
    expect(await readdir(empty)).toEqual([]);
  });

  test('without a key is refused, and no key is made for it', async () => {
    const { DATA_DIR = '' } = office;
    const words = refused(await runBackup({ DATA_DIR }, [join(folder, 'keyless.jsonl')], context));
    expect(words).toContain('DATA_KEY is not set');
    expect(await readdir(DATA_DIR)).not.toContain('data-key');
  });

  test('with another key than the one that sealed the data is refused: neither could open it again', async () => {
    const where = await embeddedInMemory();
    const place = await openPlace(where);
    const others = createSealer([Buffer.from(otherKey, 'base64')]);
    const sealed = Buffer.from(others.seal({ of: 'staff.name', row: 'U1' }, '鈴木'));
    await place.session.ask(
      `INSERT INTO "StaffMember" (id, "lineUserId", name, "seenAt") VALUES (gen_random_uuid(), 'U1', '\\x${sealed.toString('hex')}', now())`,
    );
    await place.close();
    const none = join(folder, 'other-key.jsonl');
    expect(refused(await runBackup(where, [none], contextInMemory))).toMatch(
      /it opens nothing of what is sealed there/,
    );
    expect(await readdir(folder)).not.toContain('other-key.jsonl');
  });

  test('that somebody stops leaves nothing behind', async () => {
    const shelf = await freshFolder();
    const signal = AbortSignal.abort();
    const words = refused(await runBackup(office, [shelf], { ...context, signal }));
    expect(words).toContain('stopped before it was done');
    expect(await readdir(shelf)).toEqual([]);
  });

  test('into a folder that is not there leaves nothing behind', async () => {
    const words = refused(await runBackup(office, [join(folder, 'missing', 'a.jsonl')], context));
    expect(words).toMatch(/There is no folder .*missing: make it first/);
  });
});

describe('a move is refused', () => {
  test.each([
    ['to what is no address', 'localhost', 'The address of the other database must look like postgres://'],
    ['without its key', 'postgres://127.0.0.1:1/nowhere', 'DATA_KEY is not set'],
    ['to where nothing listens', 'postgres://postgres:secret@127.0.0.1:1/nowhere', 'ECONNREFUSED'],
  ])('%s', async (name, url, said) => {
    const { DATA_DIR = '' } = office;
    const words = refused(await runMove(name === 'without its key' ? { DATA_DIR } : office, [], typing(url)));
    expect(words).toContain(said);
    expect(words).not.toContain('secret');
  });
});

describeOnServer('on a server', () => {
  test('a move and a restore are refused while a server of the product uses the database', async () => {
    const url = await freshServerUrl();
    const running = await open(server(url));
    const moved = await runMove({ ...office, MOVE_TO: url }, ['--replace'], alone);
    const restored = await runRestore(server(url), [file, '--replace'], context);
    await running.close();
    for (const answer of [moved, restored]) expect(refused(answer)).toContain('A server is using');
    expect((await runMove({ ...office, MOVE_TO: url }, ['--replace'], alone)).exitCode).toBe(0);
  });

  test('a move and a restore are refused into somebody else’s database, and into one with rows', async () => {
    const url = await emptyServerUrl();
    const place = await openPlace(server(url));
    await place.session.ask('CREATE TABLE recipes (name text)');
    expect(refused(await runRestore(server(url), [file, '--replace'], context))).toContain('recipes');
    expect(await place.session.ask(`SELECT to_regclass('"Booking"') AS found`)).toEqual([{ found: null }]);
    await place.session.ask('DROP TABLE recipes');
    await place.close();
    const { DATA_DIR = '', DATA_KEY = '' } = office;
    await writeFile(join(DATA_DIR, 'data-key'), DATA_KEY);
    const { words, exitCode } = await runMove({ DATA_DIR, MOVE_TO: url }, [], alone);
    expect(exitCode).toBe(0);
    expect(words).toContain(`DATA_KEY to what is in ${DATA_DIR}/data-key`);
    expect(words).not.toContain(DATA_KEY);
    expect(refused(await runMove({ ...office, MOVE_TO: url }, [], alone))).toContain('public."AdminChat" 2');
  });

  test('a backup of a database that is not ours is refused', async () => {
    const words = refused(
      await runBackup(server(await emptyServerUrl()), [join(folder, 'no.jsonl')], context),
    );
    expect(words).toContain('nothing of the product');
  });
});
