// Faults of the machine under the server, and of what was set on it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freshFolder } from '../helpers/database.ts';
import type { Fault } from './fault.ts';

const server = 'postgres://keeper:hidden-password@127.0.0.1:5432/counter';

export const faultsOfVariables: Fault[] = [
  {
    fault: 'the channel access token is missing',
    plant: ({ values }) => {
      values.LINE_CHANNEL_ACCESS_TOKEN = '';
    },
    found: 'environment',
    fix: /LINE_CHANNEL_ACCESS_TOKEN is missing: issue a "Channel access token"/,
  },
  {
    fault: 'a database server, and no key',
    plant: ({ values }) => void Object.assign(values, { DATABASE_URL: server, DATA_KEY: '' }),
    found: 'environment',
    fix: /DATA_KEY is missing.*openssl rand -base64 32/,
  },
  {
    fault: 'a database of another make',
    plant: ({ values }) => {
      values.DATABASE_URL = 'mysql://127.0.0.1/counter';
    },
    found: 'environment',
    fix: /DATABASE_URL must look like postgres:/,
  },
  {
    fault: 'a key that is no key',
    plant: ({ values }) => {
      values.DATA_KEY = 'secret';
    },
    found: 'environment',
    fix: /DATA_KEY must be 32 bytes in base64/,
  },
  {
    fault: 'the clock can be moved, in production',
    plant: ({ values }) => {
      values.CLOCK_CONTROL = '1';
    },
    found: 'environment',
    fix: /CLOCK_CONTROL must not be 1/,
  },
  {
    fault: 'the clock can be moved',
    plant: ({ values }) => void Object.assign(values, { CLOCK_CONTROL: '1', NODE_ENV: '' }),
    found: 'settings for the public',
    fix: /Take CLOCK_CONTROL out of \.env/,
  },
  {
    fault: 'the clock can be moved, where NODE_ENV is misspelled',
    plant: ({ values }) => void Object.assign(values, { CLOCK_CONTROL: '1', NODE_ENV: 'prod' }),
    found: 'environment',
    fix: /CLOCK_CONTROL must not be 1/,
  },
  {
    fault: 'NODE_ENV is not set',
    plant: ({ values }) => {
      values.NODE_ENV = '';
    },
    found: 'settings for the public',
    warns: true,
    fix: /Set NODE_ENV=production/,
  },
  {
    fault: 'no public address',
    plant: ({ values }) => {
      values.PUBLIC_URL = '';
    },
    found: 'public address',
    warns: true,
    fix: /whom to call.*Set PUBLIC_URL/,
  },
  {
    fault: 'a misspelled variable',
    plant: ({ values }) => {
      values.PUBLIC_ULR = 'https://office.example';
    },
    found: 'spelling of variables',
    warns: true,
    fix: /PUBLIC_ULR.*Rename it to PUBLIC_URL/,
  },
];

export const faultsOfMachine: Fault[] = [
  {
    fault: 'an old Node.js',
    plant: ({ machine }) => {
      machine.nodeVersion = '22.11.0';
    },
    found: 'Node.js',
    fix: /npm start/,
  },
  {
    fault: 'a data directory below a file',
    async plant({ values }) {
      const file = join(await freshFolder(), 'file');
      await writeFile(file, '');
      values.DATA_DIR = join(file, 'data');
    },
    found: 'data directory',
    fix: /ENOTDIR.*Set DATA_DIR to a directory/,
  },
  {
    fault: 'a data directory of another user',
    plant: ({ machine }) => {
      machine.userId = (machine.userId ?? 0) + 1;
    },
    found: 'data directory',
    fix: /belongs to another user.*sudo -u OWNER npm run doctor/,
  },
  {
    fault: 'a disk that is nearly full',
    plant: ({ machine }) => {
      machine.freeBytes = async () => 499_999_999;
    },
    found: 'data directory',
    warns: true,
    fix: /499 MB.*Free at least 500 MB/,
  },
  {
    fault: 'no time zones',
    plant: ({ machine }) => {
      machine.japanIsAheadMs = Number.NaN;
    },
    found: 'clock',
    fix: /npm start/,
  },
  {
    fault: 'a clock that is 35 s fast',
    plant: ({ machine }) => {
      machine.now = () => new Date(Date.now() + 35_000);
    },
    found: 'clock',
    fix: /s ahead of that of LINE.*timedatectl set-ntp true/,
  },
  {
    fault: 'a clock that is 35 s slow',
    plant: ({ machine }) => {
      machine.now = () => new Date(Date.now() - 35_000);
    },
    found: 'clock',
    fix: /s behind that of LINE.*timedatectl/,
  },
];
