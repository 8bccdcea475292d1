// What the words need to know of a booking that is moved, or is wished to be.
import type { Slot } from '../booking/shown.ts';
import type { Day } from '../core/jst.ts';
import type { Brief, Room, Whose } from './facts-staff.ts';

type Moving = Brief & Pick<Whose, 'name'>;
/** `next`: the card of the days behind these. */
export type MoveDays = Moving & { days: readonly Day[]; next: number | null };
export type MoveTimes = Moving & { day: string; times: readonly string[]; hasMore: boolean };
/** `isFree`: its own meeting is, at the new time; otherwise `rooms` are. `isRenumbered`: the room has other numbers by now. */
export type MoveCheck = Whose & {
  to: Slot;
  room: string | null;
  isFree: boolean;
  isRenumbered?: boolean;
  isClose: boolean;
  rooms: readonly Room[];
};
