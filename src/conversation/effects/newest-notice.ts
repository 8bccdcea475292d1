// What staff read of a person's news beside the booking.
import { isPersonNotice, type PersonNotice } from '../../booking/person-notices.ts';
import { moment } from '../../booking/shown.ts';
import type { ListRow } from '../../messages/facts-staff.ts';

type Past = readonly { event: string; at: Date }[];

const ofComing: ReadonlySet<PersonNotice> = new Set(['absence', 'absenceWritten', 'late', 'coming']);
/** Whether anybody may be called stands on the card by itself. */
const ofCalls: ReadonlySet<PersonNotice> = new Set(['noPhone', 'mayCall', 'aboutCalls']);

/** What the person told last of coming or not. */
export const newestNotice = (past: Past): ListRow['notice'] => newest(past, (kind) => ofComing.has(kind));

/** The same, or else that there was a sign of life: who records what became of a consultation has to know it. */
export const noticeOnCard = (past: Past): ListRow['notice'] =>
  newestNotice(past) ?? newest(past, (kind) => !ofCalls.has(kind));

function newest(past: Past, isMeant: (kind: PersonNotice) => boolean): ListRow['notice'] {
  for (const { event, at } of past)
    if (isPersonNotice(event) && isMeant(event)) return { kind: event, at: moment(at) };
  return null;
}
