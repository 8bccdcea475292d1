// What staff read of a person's news beside the booking.
import { isPersonNotice, type PersonNotice } from '../../booking/person-notices.ts';
import { moment } from '../../booking/shown.ts';
import type { ListRow } from '../../messages/facts-staff.ts';
import type { PastNotice } from '../../records/past-notices.ts';

type Past = readonly Pick<PastNotice, 'event' | 'at' | 'isSettled'>[];

const ofComing: ReadonlySet<PersonNotice> = new Set(['absence', 'absenceWritten', 'late', 'coming']);
/** Somebody has to help, until that person got in or it is recorded that the consultation takes place: then until the next trouble. */
const ofTrouble: ReadonlySet<PersonNotice> = new Set(['trouble', 'waiting', 'inside', 'callMe']);
const goesOn: ReadonlySet<string> = new Set(['inProgress', 'byPhone']);
/** It took place, or staff have recorded since the trouble that it goes on. */
const isHelped = (isSettled: boolean, state: string): boolean =>
  state === 'done' || (isSettled && goesOn.has(state));
/** Whether anybody may be called stands on the card by itself. */
const ofCalls: ReadonlySet<PersonNotice> = new Set(['noPhone', 'mayCall', 'aboutCalls']);

/** What the person told last of coming or not, or of a trouble at the hour. */
export function newestNotice(past: Past, state: string): ListRow['notice'] {
  const said = newest(
    past,
    (kind, isSettled) =>
      ofComing.has(kind) || (ofTrouble.has(kind) && !isHelped(isSettled, state)) || kind === 'entered',
  );
  return said?.kind === 'entered' ? null : said;
}

/** The same, or else that there was a sign of life: who records what became of a consultation has to know it. */
export function noticeOnCard(past: Past, state: string): ListRow['notice'] {
  const said = newestNotice(past, state);
  if (said !== null) return said;
  const sign = newest(past, (kind) => !ofCalls.has(kind));
  // A trouble that is over was a sign of life.
  return sign !== null && ofTrouble.has(sign.kind) ? { ...sign, kind: 'contact' } : sign;
}

function newest(past: Past, isMeant: (kind: PersonNotice, isSettled: boolean) => boolean): ListRow['notice'] {
  for (const { event, at, isSettled } of past)
    if (isPersonNotice(event) && isMeant(event, isSettled)) return { kind: event, at: moment(at) };
  return null;
}
