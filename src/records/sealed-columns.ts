// Where sealed values lie, what each is bound to, and which hash beside it finds its row. The queue's jobs are not columns
// of ours: reseal.ts knows them.
import { nameKey } from './name-key.ts';

export type SealedColumn = {
  table: string;
  /** Unique in the table, and the row to which the value is bound (Purpose.row). */
  row: string;
  column: string;
  /** Purposes under which it may have been sealed; one of them opens it. */
  of: readonly string[];
  /** The hash beside it: of the opened text, normalised as where it is looked for. `onlyWhereThereIsOne`: older rows stay without. */
  hash?: { column: string; normalise(text: string): string; onlyWhereThereIsOne?: true };
};

const asItIs = (text: string): string => text;

export const sealedColumns: readonly SealedColumn[] = [
  {
    table: 'Person',
    row: 'id',
    column: 'name',
    of: ['person.name'],
    hash: { column: 'nameHash', normalise: nameKey },
  },
  {
    table: 'Person',
    row: 'id',
    column: 'jobNumber',
    of: ['person.jobNumber'],
    hash: { column: 'jobNumberHash', normalise: asItIs },
  },
  {
    table: 'Person',
    row: 'id',
    column: 'phone',
    of: ['person.phone'],
    hash: { column: 'phoneHash', normalise: asItIs },
  },
  { table: 'Draft', row: 'chatId', column: 'sealed', of: ['draft.details'] },
  { table: 'NumbersDraft', row: 'bookingId', column: 'sealed', of: ['draft.zoom'] },
  {
    table: 'Booking',
    row: 'id',
    column: 'zoomMeetingId',
    of: ['zoom.meetingId'],
    hash: { column: 'zoomHash', normalise: asItIs, onlyWhereThereIsOne: true },
  },
  { table: 'Booking', row: 'id', column: 'zoomPasscode', of: ['zoom.passcode'] },
  {
    table: 'Undo',
    row: 'bookingId',
    column: 'zoomMeetingId',
    of: ['zoom.meetingId'],
    hash: { column: 'zoomHash', normalise: asItIs, onlyWhereThereIsOne: true },
  },
  { table: 'Undo', row: 'bookingId', column: 'zoomPasscode', of: ['zoom.passcode'] },
  { table: 'Closure', row: 'id', column: 'reason', of: ['closure.reason'] },
  { table: 'ZoomRoom', row: 'id', column: 'meetingId', of: ['zoom.meetingId'] },
  { table: 'ZoomRoom', row: 'id', column: 'passcode', of: ['zoom.passcode'] },
  { table: 'StaffMember', row: 'lineUserId', column: 'name', of: ['staff.name'] },
  { table: 'AdminChat', row: 'chatId', column: 'name', of: ['adminChat.name'] },
];
