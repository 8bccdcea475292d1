import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from 'vitest';
import { DirectoryInUseError, lockDirectory } from '../../src/db/lock-directory.ts';
import { freshFolder } from '../helpers/database.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A process of its own that takes the lock and keeps it. */
async function lockElsewhere(
  directory: string,
): Promise<{ child: ChildProcess; said: string; errors: string }> {
  const module = join(import.meta.dirname, '../../src/db/lock-directory.ts');
  const script = `
    const { lockDirectory } = await import(${JSON.stringify(module)});
    try { await lockDirectory(${JSON.stringify(directory)}); console.log('locked'); } catch (error) { console.log(error.message); }
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  children.push(child);
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [said] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, said: String(said), errors };
}

describe('a directory that is in use', () => {
  test('is refused to a second process, with what to do', async () => {
    const directory = await freshFolder();
    const unlock = await lockDirectory(directory);
    const { said } = await lockElsewhere(directory);
    expect(said).toContain(`${directory} is in use by another process. Stop that one first`);
    expect(said).toContain('DATABASE_URL');
    unlock();
  });

  test('is refused in the same process too', async () => {
    const directory = await freshFolder();
    const unlock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(DirectoryInUseError);
    unlock();
  });

  test('is free at once when its owner was killed with SIGKILL', async () => {
    const directory = await freshFolder();
    const { child, said, errors } = await lockElsewhere(directory);
    expect(said).toBe('locked');
    expect(errors).toBe('');
    await expect(lockDirectory(directory)).rejects.toThrow(DirectoryInUseError);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const unlock = await lockDirectory(directory);
    unlock();
  });

  test('is free again once it was given back', async () => {
    const directory = join(await freshFolder(), 'not-there-yet');
    const unlock = await lockDirectory(directory);
    unlock();
    unlock();
    expect((await lockElsewhere(directory)).said).toBe('locked');
  });
});

test('root is kept out of the directory of another user, whose server could not read what it leaves behind', async () => {
  const directory = await freshFolder();
  const { uid } = await stat(directory);
  // As root, and as if it were; the files of this test are its own.
  if (uid !== 0)
    await expect(lockDirectory(directory, 0)).rejects.toThrow(/belongs to another user .*sudo -u/);
  (await lockDirectory(directory, uid))();
});
