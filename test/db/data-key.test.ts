import { randomBytes } from 'node:crypto';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DataKeyError, loadDataKeys, parseDataKey } from '../../src/db/data-key.ts';
import { freshFolder } from '../helpers/database.ts';

const one = randomBytes(32);
const two = randomBytes(32);

describe('DATA_KEY', () => {
  test('is 32 bytes in base64', () => {
    expect(parseDataKey(one.toString('base64'))).toEqual([new Uint8Array(one)]);
  });

  test('may list several, the current one first', () => {
    expect(parseDataKey(`${one.toString('base64')}, ${two.toString('base64')}`)).toEqual([
      new Uint8Array(one),
      new Uint8Array(two),
    ]);
  });

  test.each([
    ['too short', randomBytes(16).toString('base64')],
    ['too long', randomBytes(33).toString('base64')],
    ['hexadecimal', one.toString('hex')],
    ['not base64', `${'!'.repeat(43)}=`],
    ['a comma at the end', `${one.toString('base64')},`],
  ])('is refused when it is %s, without being shown', (_name, value) => {
    const failure = (() => {
      try {
        parseDataKey(value);
      } catch (error) {
        return error;
      }
    })();
    expect(failure).toBeInstanceOf(DataKeyError);
    expect(String(failure)).toContain('openssl rand -base64 32');
    expect(String(failure)).not.toContain(value.slice(0, 10));
  });

  test('is taken as it is when it is set', async () => {
    const dataDir = await freshFolder();
    const value = one.toString('base64');
    expect(await loadDataKeys({ value, databaseUrl: 'postgres://server/db', dataDir })).toEqual({
      keys: [new Uint8Array(one)],
      warning: null,
    });
    expect(await readdir(dataDir)).toEqual([]);
  });

  test('must be set when a server is used', async () => {
    const dataDir = await freshFolder();
    await expect(
      loadDataKeys({ value: undefined, databaseUrl: 'postgres://server/db', dataDir }),
    ).rejects.toThrow('DATA_KEY is not set, and DATABASE_URL is');
  });
});

describe('without DATA_KEY and without a server', () => {
  const load = (dataDir: string) => loadDataKeys({ value: undefined, databaseUrl: undefined, dataDir });

  test('a key is made once, for its owner only, with a warning that names the file', async () => {
    const dataDir = join(await freshFolder(), 'not-there-yet');
    const first = await load(dataDir);
    const file = join(dataDir, 'data-key');
    expect(first.keys[0]).toHaveLength(32);
    expect(first.warning).toContain(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await load(dataDir)).keys).toEqual(first.keys);
    expect(await readdir(dataDir)).toEqual(['data-key']);
  });

  test('of several that make it at once, all get the same', async () => {
    const dataDir = await freshFolder();
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => load(dataDir)));
    for (const other of others) expect(other.keys).toEqual(first?.keys);
    expect(await readFile(join(dataDir, 'data-key'), 'utf8')).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
  });

  test('a spoiled file is reported and never replaced: the data would be lost', async () => {
    const dataDir = await freshFolder();
    const file = join(dataDir, 'data-key');
    await writeFile(file, 'spoiled');
    await chmod(file, 0o600);
    await expect(load(dataDir)).rejects.toThrow(`${file} does not hold a key`);
    expect(await readFile(file, 'utf8')).toBe('spoiled');
  });
});
