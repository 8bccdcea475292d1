// The drill on the embedded database: somebody else fills its disk, which is a small one of its own, mounted for this.
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { playTrouble } from './play-trouble.ts';
import type { Verdict } from './verdict.ts';

const run = promisify(execFile);
const sizeMb = 192;
const fullForMs = 10_000;

/** Undefined where nothing may be mounted. */
export async function fullDisk(): Promise<Verdict | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder]);
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
  // However this process ends, it leaves no disk behind.
  const unmountAtTheEnd = () => void execFileSync('umount', ['-l', folder]);
  process.once('exit', unmountAtTheEnd);
  try {
    const filler = join(folder, 'filler');
    return await playTrouble({
      drill: `the disk of the embedded database is full for ${fullForMs / 1000} s, twice`,
      env: { DATA_DIR: join(folder, 'data') },
      times: 2,
      async trouble() {
        await fill(filler);
        await sleep(fullForMs);
        await rm(filler);
      },
    });
  } finally {
    process.off('exit', unmountAtTheEnd);
    await run('umount', ['-l', folder]);
    await rm(folder, { recursive: true });
  }
}

/** To the last byte. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const size of [1024 * 1024, 4096]) {
      const piece = Buffer.alloc(size);
      for (let isFull = false; !isFull; ) {
        isFull = await file.write(piece).then(
          ({ bytesWritten }) => bytesWritten < size,
          () => true,
        );
      }
    }
  } finally {
    await file.close();
  }
}
