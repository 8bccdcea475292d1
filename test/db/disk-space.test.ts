// A disk without room, on a small one that is mounted for it.
import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createRoomGuard, hasRoom } from '../../src/db/disk-space.ts';
import { openDatabase } from '../../src/db/open.ts';
import { passingTrouble } from '../../src/db/passing-trouble.ts';
import { freshFolder, testKey } from '../helpers/database.ts';
import { quietLog, recordingLog } from '../helpers/quiet-log.ts';

const mayMount = process.getuid?.() === 0 && process.platform === 'linux';

async function smallDisk(megabytes: number): Promise<string> {
  const folder = await freshFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

describe.skipIf(!mayMount)('a disk that is full (skipped where nothing may be mounted)', () => {
  test('refuses the work as trouble that passes, says so once, and takes it again when there is room', async () => {
    const folder = await smallDisk(40);
    const { log, lines } = recordingLog();
    const guard = createRoomGuard(folder, log);
    guard();
    await writeFile(join(folder, 'filler'), Buffer.alloc(30 * 1024 * 1024));
    const refusal = () => {
      try {
        return guard();
      } catch (error) {
        return passingTrouble(error);
      }
    };
    await expect.poll(refusal).toBe('away');
    expect([refusal(), refusal()]).toEqual(['away', 'away']);
    await rm(join(folder, 'filler'));
    await expect.poll(refusal).toBeUndefined();
    expect(lines.map(({ level }) => level)).toEqual(['error', 'warn']);
    expect(lines[0]?.message).toContain('Make room there');
  });

  test('keeps the embedded database from starting, with a sentence', async () => {
    const dataDir = await smallDisk(8);
    expect(hasRoom(dataDir)).toBe(false);
    await expect(
      openDatabase({ dataDir, keys: [testKey], controlClock: false, log: quietLog }),
    ).rejects.toThrow(/less than 20 MB left/);
  });
});
