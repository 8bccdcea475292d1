// Decisions of staff that their person has not been told yet. One row a booking, with the booking as it was before the last of them.
// Whoever deletes the row tells it, or takes it back: never both, however many try.
import type { Tx } from '../db/client.ts';
import type { Booking, Undo } from '../db/generated/client.ts';
import { holdForUndo, releaseUndo, remainderOf } from './slot-uses.ts';

/** What changes with a decision, and comes back when it is taken back. */
export type UndoneColumns = Pick<
  Undo,
  | 'state'
  | 'counsellor'
  | 'startsAt'
  | 'endsAt'
  | 'zoomMeetingId'
  | 'zoomPasscode'
  | 'roomId'
  | 'zoomHash'
  | 'overrideReason'
>;

const columnsOf = (of: UndoneColumns): UndoneColumns => ({
  state: of.state,
  counsellor: of.counsellor,
  startsAt: of.startsAt,
  endsAt: of.endsAt,
  zoomMeetingId: of.zoomMeetingId,
  zoomPasscode: of.zoomPasscode,
  roomId: of.roomId,
  zoomHash: of.zoomHash,
  overrideReason: of.overrideReason,
});

export const findUndo = (tx: Tx, bookingId: string): Promise<Undo | null> =>
  tx.undo.findUnique({ where: { bookingId } });

/** `told`: the step that its person is told of, at `tellAt`. */
export type Decision = { event: string; reason: string | null; tellAt: Date };

/**
 * After the step. `before`: the booking as it was; what it had of the calendar is kept free until then. `earlier`: a decision that nobody
 * was told of, and that is told with this one. Who takes this one back leaves that one as it is.
 */
export async function keepUndo(
  tx: Tx,
  before: Booking,
  after: Booking,
  decision: Decision,
  earlier: Undo | undefined,
): Promise<void> {
  const known = columnsOf(before);
  const event =
    earlier === undefined ? decision.event : (whichIsTold(earlier.event, decision.event) ?? decision.event);
  const told = { ...decision, event, earlier: earlier?.event ?? null };
  await tx.undo.create({ data: { bookingId: before.id, ...told, ...known } });
  const stillHeld = holds.has(after.state) ? remainderOf(known, after) : known;
  if (holds.has(known.state) && stillHeld !== undefined)
    await holdForUndo(tx, before.id, stillHeld, decision.tellAt);
}

const holds: ReadonlySet<string> = new Set(['requested', 'proposed', 'confirmed', 'inProgress']);

/** Nothing is left to say beside these. */
const saysAll: ReadonlySet<string> = new Set(['cancel', 'decline', 'reschedule']);
/** A confirmation, or a new time, says the rest with it. */
const saysTheRest: ReadonlySet<string> = new Set(['confirm', 'reschedule']);

/** Other times are news of their own, whatever came before. */
const saysItself: ReadonlySet<string> = new Set(['propose', 'recall']);

/** What is told of two decisions within a minute; undefined: neither says the other, so the earlier one has to be told first. */
export function whichIsTold(earlier: string, later: string): string | undefined {
  // Each decision says what became of what was taken among the requests again.
  if (later === 'cancel' || later === 'decline' || earlier === 'readmit') return later;
  if (saysItself.has(later)) return undefined;
  if (saysTheRest.has(earlier)) return earlier;
  return saysAll.has(later) || earlier === later ? later : undefined;
}

/** Exactly one caller gets it. With it goes the hold of the slot. */
export async function takeUndo(tx: Tx, bookingId: string): Promise<Undo | undefined> {
  const undo = await findUndo(tx, bookingId);
  if (undo === null) return undefined;
  const { count } = await tx.undo.deleteMany({ where: { bookingId, tellAt: undo.tellAt } });
  if (count === 0) return undefined;
  await releaseUndo(tx, bookingId);
  return undo;
}

/** Of one person: which bookings have a decision that was not told. */
export async function untoldOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.undo.findMany({ where: { booking: { personId } }, select: { bookingId: true } });
  return rows.map(({ bookingId }) => bookingId);
}

/** The columns of the booking as they were. */
export const columnsBefore = (undo: Undo): Omit<UndoneColumns, 'state'> => {
  const { state: _, ...columns } = columnsOf(undo);
  return columns;
};
