// The machine under the server: Node, and the directory in which data is kept.
import { constants } from 'node:fs';
import { access, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { codeOf } from '../../core/log.ts';
import { embeddedFolder } from '../../db/embedded-files.ts';
import { openToOthers } from '../../db/keep-to-owner.ts';
import { broken, type Check, type Finding, right, warning } from '../check.ts';

const oldestNode = 24;

export const node: Check = {
  name: 'Node.js',
  needs: [],
  run({ machine: { nodeVersion } }) {
    if (Number(nodeVersion.split('.')[0]) >= oldestNode) return right(`Node.js ${nodeVersion} runs this.`);
    return broken(
      `Node.js ${nodeVersion} is too old: it must be ${oldestNode} or newer.`,
      'Start everything with npm (npm start, npm run doctor): npm ci has installed a fitting Node.js of its own.',
    );
  },
};

const megabyte = 1_000_000;
const freeAtLeast = 500 * megabyte;

export const dataDirectory: Check = {
  name: 'data directory',
  needs: ['environment'],
  async run({ environment, machine }) {
    const { DATABASE_URL, DATA_DIR } = environment();
    if (DATABASE_URL !== undefined) return right('DATA_DIR is not used: the data is in PostgreSQL.');
    if (await isOfAnother(resolve(DATA_DIR), machine.userId)) {
      return broken(
        `${DATA_DIR} belongs to another user than the one who runs the doctor: files that this one leaves there would stop the server.`,
        'Run server and doctor as its owner (sudo -u OWNER npm run doctor), or give it to this user with chown.',
      );
    }
    const code = await writeTrouble(resolve(DATA_DIR));
    if (code !== undefined) {
      return broken(
        `${DATA_DIR} cannot be written (${code}).`,
        'Set DATA_DIR to a directory that the user of the server may write to, or give it to that user with chown.',
      );
    }
    const readable = await openToOthers([resolve(DATA_DIR, embeddedFolder), resolve(DATA_DIR, 'lock')]);
    if (readable !== undefined) {
      return warning(
        `Other users of this machine may look into ${readable}.`,
        `Restart the server, which closes it to them, or run: chmod -R go= ${readable}`,
      );
    }
    return enoughSpace(DATA_DIR, await machine.freeBytes(await nearestThere(resolve(DATA_DIR))));
  },
};

function enoughSpace(directory: string, free: number): Finding {
  const megabytes = `${Math.floor(free / megabyte).toLocaleString('en')} MB`;
  if (free >= freeAtLeast) return right(`${directory} can be written and has ${megabytes} free.`);
  return warning(
    `${directory} has only ${megabytes} free.`,
    `Free at least ${freeAtLeast / megabyte} MB there, or move DATA_DIR to a larger disk: a full disk stops the server.`,
  );
}

/** The system's code, where the server could not write; nothing is left behind, and nothing made. */
async function writeTrouble(directory: string): Promise<string | undefined> {
  try {
    const there = await nearestThere(directory);
    if (!(await stat(there)).isDirectory()) return 'ENOTDIR';
    if (there !== directory) {
      await access(there, constants.W_OK);
      return undefined;
    }
    // Tried, not asked for: a full or read-only disk grants the right and refuses the write.
    const trial = join(directory, `.doctor-${process.pid}`);
    await writeFile(trial, 'x');
    await rm(trial);
    return undefined;
  } catch (error) {
    return (error instanceof Error ? codeOf(error) : undefined) ?? 'unknown reason';
  }
}

/** The embedded database is opened to be looked at, and writes files of its own then. */
async function isOfAnother(directory: string, userId: number | undefined): Promise<boolean> {
  if (userId === undefined || (await nearestThere(directory)) !== directory) return false;
  return (await stat(directory)).uid !== userId;
}

/** `path`, or the first above it that is there. */
async function nearestThere(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    const code = error instanceof Error ? codeOf(error) : undefined;
    if ((code !== 'ENOENT' && code !== 'ENOTDIR') || dirname(path) === path) throw error;
    return nearestThere(dirname(path));
  }
}
