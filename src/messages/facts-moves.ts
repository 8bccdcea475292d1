// What the words need to know of a booking that is moved, or is wished to be.
import type { Slot } from '../booking/shown.ts';
import type { Day } from '../core/jst.ts';
import type { Room } from './facts-rooms.ts';
import type { Brief, Whose } from './facts-staff.ts';

type Moving = Brief & Pick<Whose, 'name'>;
/** `next`: the card of the days behind these. `late`: those that are too late for the chat, so that a reason is asked for. */
export type MoveDays = Moving & {
  days: readonly Day[];
  next: number | null;
  today: Day;
  late: readonly Day[];
};
export type MoveReason = Moving & { to: Slot };
export type MoveTimes = Moving & { day: string; times: readonly string[]; hasMore: boolean };
/**
 * `reason`: why, a code, where it is too late for the chat. `isFree`: its own meeting is, at the new time; otherwise `rooms` are.
 * `isRenumbered`: the room has other numbers by now.
 */
export type MoveCheck = Whose & {
  to: Slot;
  reason?: string | null;
  room: string | null;
  isFree: boolean;
  isRenumbered?: boolean;
  isClose: boolean;
  rooms: readonly Room[];
};
