// Personal data: how long each thing is kept, and how many people are on record.

import type { Records } from '../../records/doctor-facts.ts';
import { type Check, type Finding, notChecked, note, right, warning } from '../check.ts';
import { count } from '../sentences.ts';

export const retention: Check = {
  name: 'retention',
  needs: ['office profile'],
  run({ office }) {
    const { retention: set, privacyNotice } = office();
    const days = [
      `drafts ${count(set.draftHours, 'hour')}`,
      `Zoom numbers ${count(set.zoomNumbersDays, 'day')} after the consultation`,
      `people without a booking ${count(set.personWithoutBookingDays, 'day')}`,
      `whose a finished booking was ${count(set.finishedBookingDays, 'day')}`,
      `its history, ended admin chats and former staff ${count(set.historyDays, 'day')}`,
      `undelivered messages ${count(set.undeliveredDays, 'day')}`,
      `unused codes ${count(set.codeDays, 'day')}`,
    ];
    return right(
      `Kept by the profile, and told in notice ${privacyNotice.version}: ${days.join(', ')}. Backups are kept as long as their files.`,
    );
  },
};

/** Act on the Protection of Personal Information, Articles 74 and 75: files of fewer people are exempt. */
const registerFrom = 1_000;
/** In time for the office to prepare it. */
const warnFrom = 900;

export const people: Check = {
  name: 'people on record',
  needs: ['migrations'],
  async run({ database }) {
    const look = await database();
    const records = look.kind === 'open' ? look.records : undefined;
    return records === undefined
      ? notChecked('How many people are on record is seen when the database can be read.')
      : readPeople(records.people);
  },
};

function readPeople({ all, named, askedToBeDeleted }: Records['people']): Finding {
  const asked =
    askedToBeDeleted === 0
      ? ''
      : ` ${askedToBeDeleted} asked in the chat to be deleted and ${askedToBeDeleted === 1 ? 'is' : 'are'} still there.`;
  const says = `${all.toLocaleString('en')} people are on record, ${named.toLocaleString('en')} of them with name and phone.${asked}`;
  if (all >= warnFrom) {
    return warning(
      `${says} From ${registerFrom.toLocaleString('en')} people on the office has to register and publish the file (Act on the Protection of Personal Information, Articles 74 and 75).`,
      'Tell the officer for personal data of the office, or keep people for fewer days (retention in the profile).',
    );
  }
  return askedToBeDeleted === 0 ? right(says) : note(says);
}
