// What staff read of a person's news beside the booking.
import { isPersonNotice, type PersonNotice } from '../../booking/person-notices.ts';
import { moment } from '../../booking/shown.ts';
import type { ListRow } from '../../messages/facts-staff.ts';

type Past = readonly { event: string; at: Date }[];

const ofComing: ReadonlySet<PersonNotice> = new Set(['absence', 'absenceWritten', 'late', 'coming']);
/** Somebody has to help, until that person got in or it is recorded that the consultation takes place. */
const ofTrouble: ReadonlySet<PersonNotice> = new Set(['trouble', 'waiting', 'inside', 'callMe']);
const goesOn: ReadonlySet<string> = new Set(['inProgress', 'done', 'byPhone']);
/** Whether anybody may be called stands on the card by itself. */
const ofCalls: ReadonlySet<PersonNotice> = new Set(['noPhone', 'mayCall', 'aboutCalls']);

/** What the person told last of coming or not, or of a trouble at the hour. */
export function newestNotice(past: Past, state: string): ListRow['notice'] {
  const isInTrouble = (kind: PersonNotice) => ofTrouble.has(kind) && !goesOn.has(state);
  const said = newest(past, (kind) => ofComing.has(kind) || isInTrouble(kind) || kind === 'entered');
  return said?.kind === 'entered' ? null : said;
}

/** The same, or else that there was a sign of life: who records what became of a consultation has to know it. */
export function noticeOnCard(past: Past, state: string): ListRow['notice'] {
  const said = newestNotice(past, state) ?? newest(past, (kind) => !ofCalls.has(kind));
  // A trouble that is over was a sign of life.
  return said !== null && ofTrouble.has(said.kind) && goesOn.has(state) ? { ...said, kind: 'contact' } : said;
}

function newest(past: Past, isMeant: (kind: PersonNotice) => boolean): ListRow['notice'] {
  for (const { event, at } of past)
    if (isPersonNotice(event) && isMeant(event)) return { kind: event, at: moment(at) };
  return null;
}
