import { isPersonNotice } from '../../booking/person-notices.ts';
import { moment } from '../../booking/shown.ts';
import type { ListRow } from '../../messages/facts-staff.ts';

/** What the person told last of coming or not. */
export function newestNotice(past: readonly { event: string; at: Date }[]): ListRow['notice'] {
  const told = past.find(({ event }) => ['absence', 'absenceWritten', 'late', 'coming'].includes(event));
  return told !== undefined && isPersonNotice(told.event) ? { kind: told.event, at: moment(told.at) } : null;
}
