// A process that hangs inside the embedded engine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshDataDir } from '../helpers/database.ts';

test('a process whose thread never comes back is ended with a line in its log, and not before', async () => {
  const script = join(import.meta.dirname, 'fixtures/hang.ts');
  const child = spawn(process.execPath, [script, await freshDataDir(), '2']);
  let log = '';
  const watched = Promise.withResolvers<void>();
  child.stdout.on('data', (chunk: Buffer) => {
    log += chunk.toString();
    if (log.includes('watched')) watched.resolve();
  });
  await watched.promise;
  child.stdin.write('now\n');
  const [code, signal] = await once(child, 'close');
  expect([code, signal]).toEqual([null, 'SIGKILL']);
  expect(JSON.parse(log.split('\n')[1] ?? '')).toMatchObject({
    level: 60,
    msg: expect.stringContaining('The embedded database has not answered for 2 s'),
  });
});
