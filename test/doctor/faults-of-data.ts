// Faults in what is kept: the database, its key, the profile of the office.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { thisMachine } from '../../src/doctor/machine.ts';
import type { Fault } from './fault.ts';
import { sealedWith } from './set-up.ts';

const otherKey = new Uint8Array(32).fill(8);

export const faultsOfDatabase: Fault[] = [
  {
    fault: 'a database server that is not there',
    plant({ values, machine }) {
      values.DATABASE_URL = 'postgres://keeper:hidden-password@127.0.0.1:1/counter';
      machine.lookIntoDatabase = thisMachine.lookIntoDatabase;
    },
    found: 'database',
    fix: /ECONNREFUSED.*Nothing listens there\. Start PostgreSQL/,
  },
  {
    fault: 'an old PostgreSQL',
    plant: ({ look }) => {
      look.majorVersion = 14;
    },
    found: 'database',
    fix: /Upgrade PostgreSQL to 15/,
  },
  {
    fault: 'a database whose clock is a minute fast',
    plant: ({ look }) => {
      look.clockAheadMs = 60_000;
    },
    found: 'clock of the database',
    fix: /60 s ahead of that of this machine.*timedatectl set-ntp true/,
  },
  {
    fault: 'a database whose clock is a minute slow',
    plant: ({ look }) => {
      look.clockAheadMs = -60_000;
    },
    found: 'clock of the database',
    fix: /60 s behind that of this machine/,
  },
  {
    fault: 'an embedded database that a server has and tells nothing of',
    plant: ({ machine }) => {
      machine.lookIntoDatabase = async () => ({ kind: 'inUse' });
    },
    found: 'database',
    warns: true,
    fix: /Restart the server/,
  },
  {
    fault: 'a migration that failed',
    plant: ({ look }) => void look.migrations.failed.push('20261201000000_more'),
    found: 'migrations',
    fix: /20261201000000_more.*Restore the newest backup/,
  },
  {
    fault: 'a migration that waits',
    plant: ({ look }) => void look.migrations.pending.push('20261201000000_more'),
    found: 'migrations',
    fix: /restart the server/,
  },
  {
    fault: 'a user who may not migrate',
    plant({ look }) {
      look.migrations.pending.push('20261201000000_more');
      look.mayMigrate = false;
    },
    found: 'migrations',
    fix: /owner of the database/,
  },
  {
    fault: 'the tables of a newer version',
    plant: ({ look }) => void look.migrations.unknown.push('20991201000000_later'),
    found: 'migrations',
    fix: /Install that version again/,
  },
  {
    fault: 'another key',
    plant: ({ values }) => {
      values.DATA_KEY = Buffer.from(otherKey).toString('base64');
    },
    found: 'encryption key',
    fix: /Put back the DATA_KEY/,
  },
  {
    fault: 'an older key that was taken away too early',
    plant: ({ look }) => void look.records?.sealedWith.push(sealedWith(otherKey)),
    found: 'encryption key',
    fix: /1 of 2 sealed values.*Put the older key into DATA_KEY too/,
  },
  {
    fault: 'values that are still sealed with an older key',
    plant({ values, look }) {
      values.DATA_KEY = `${values.DATA_KEY},${Buffer.from(otherKey).toString('base64')}`;
      look.records?.sealedWith.push(sealedWith(otherKey));
    },
    found: 'encryption key',
    warns: true,
    fix: /1 of them is sealed with an older key.*npm run reseal/,
  },
  {
    fault: 'nearly so many people that the file has to be registered',
    plant({ look }) {
      if (look.records) look.records.people = { all: 900, named: 700, askedToBeDeleted: 2 };
    },
    found: 'people on record',
    warns: true,
    fix: /900 people are on record.*2 asked in the chat to be deleted.*From 1,000 people on/,
  },
  {
    fault: 'a key that is gone',
    plant: ({ values }) => {
      values.DATA_KEY = '';
    },
    found: 'encryption key',
    fix: /data-key in DATA_DIR, back/,
  },
  {
    fault: 'a file of a key that holds none',
    async plant({ values }) {
      values.DATA_KEY = '';
      await writeFile(join(values.DATA_DIR ?? '', 'data-key'), 'nothing', { mode: 0o600 });
    },
    found: 'encryption key',
    fix: /data-key does not hold a key: restore it/,
  },
  {
    fault: 'a file of the key that everybody may read',
    async plant({ values }) {
      await writeFile(join(values.DATA_DIR ?? '', 'data-key'), values.DATA_KEY ?? '', { mode: 0o644 });
      values.DATA_KEY = '';
    },
    found: 'encryption key',
    warns: true,
    fix: /chmod 600/,
  },
  {
    fault: 'another key, in a file that everybody may read',
    async plant({ values }) {
      const key = Buffer.from(otherKey).toString('base64');
      await writeFile(join(values.DATA_DIR ?? '', 'data-key'), key, { mode: 0o644 });
      values.DATA_KEY = '';
    },
    found: 'encryption key',
    fix: /it is another key/,
  },
];

export const faultsOfOffice: Fault[] = [
  {
    fault: 'an office that is not there',
    plant: ({ values }) => {
      values.OFFICE = 'nowhere';
    },
    found: 'office profile',
    fix: /nowhere\.json could not be read.*let OFFICE name another/,
  },
  {
    fault: 'terms without https',
    plant: ({ profile }) => {
      profile.terms.url = 'http://office.example/terms.html';
    },
    found: 'office profile',
    fix: /terms\.url.*Fix the profile/,
  },
  {
    fault: 'a consultation that does not fit',
    plant: ({ profile }) => void profile.consultation.grid.push('11:30'),
    found: 'office profile',
    fix: /consultation\.grid\.4: 11:30 leaves no 45 minutes.*Fix the profile/,
  },
  {
    fault: 'consultations when nobody answers the phone',
    plant: ({ profile }) => void profile.consultation.windows.push({ from: '18:00', until: '19:00' }),
    found: 'office hours',
    warns: true,
    fix: /consultation\.windows 18:00–19:00 is not inside hours 09:00–17:00/,
  },
  {
    fault: 'days of a year whose holidays nobody knows',
    plant: ({ machine }) => {
      machine.now = () => new Date('2050-12-15T03:00:00Z');
    },
    found: 'holidays',
    also: ['clock'],
    fix: /2051-01-15.*holiday_jp@latest/,
  },
  {
    fault: 'terms that are gone',
    plant: ({ machine }) => {
      machine.openPage = async (url) => ({ url, status: 404 });
    },
    found: 'terms of use',
    fix: /404.*terms\.url/,
  },
  {
    fault: 'terms that are not shown to programs',
    plant: ({ machine }) => {
      machine.openPage = async (url) => ({ url, status: 403 });
    },
    found: 'terms of use',
    warns: true,
    fix: /403.*Open the address on a phone/,
  },
  {
    fault: 'terms that are a top page',
    plant: ({ profile }) => {
      profile.terms.url = 'https://jsite.mhlw.go.jp/shizuoka-hellowork/';
    },
    found: 'terms of use',
    warns: true,
    fix: /top page.*full text of the terms/,
  },
  {
    fault: 'terms that lead on to a top page',
    plant: ({ machine }) => {
      machine.openPage = async () => ({ url: 'https://office.example/', status: 200 });
    },
    found: 'terms of use',
    warns: true,
    fix: /leads on to the top page/,
  },
  {
    fault: 'terms that do not open from here',
    plant: ({ machine }) => {
      machine.openPage = () =>
        Promise.reject(new TypeError('no', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }));
    },
    found: 'terms of use',
    warns: true,
    fix: /ENOTFOUND.*Open the address on a phone/,
  },
];
