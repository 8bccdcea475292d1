// What the words about rooms need to know.
import type { Moment } from '../booking/shown.ts';

export type Room = { id: string; name: string };

/** Who is in a room, and from when. */
export type RoomUse = { time: string; name: string | null };
/** `inUse`: at the very time. `beside`: close before or after it. */
export type RoomChoice = Room & { inUse: RoomUse | null; beside: RoomUse | null };
/** `coming`: bookings in it that are not over. */
export type RoomRow = Room & { coming: number };
export type RoomList = { page: number; count: number; rows: readonly RoomRow[]; hasMore: boolean };
/** `next`: when the first of them begins. `by`, `since`: who added or changed it last, and when. */
export type RoomCard = RoomRow & { next: Moment | null; by: string | null; since: Moment };
/** A booking with older numbers than its room, at whose hour they cannot be changed any more. */
export type RoomLeft = { receipt: string; time: string; noCall: boolean };
/** `mark`: of its numbers, as on the button. `count`: of bookings with older ones that can still be changed. */
export type RoomResend = Room & { count: number; left: readonly RoomLeft[]; mark: string };
/** `inUse`: whose time has another booking with these numbers. `at`: when it was pressed, as the button that takes it back says it. */
export type RoomResent = Room & {
  by: string | null;
  at: number;
  changed: number;
  unreachable: number;
  inUse: number;
  left: readonly RoomLeft[];
};

/** `kept`: told already, or not possible any more. `earlier`: of what was decided before it their people are told at once; `unreachable`: some of them not by LINE. */
export type ResendUndone = {
  name: string;
  by: string | null;
  undone: number;
  kept: number;
  earlier: number;
  unreachable: number;
};
