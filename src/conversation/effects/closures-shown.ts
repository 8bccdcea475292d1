// A closure as staff see it: on its card, with the bookings that it hits.
import { createHash } from 'node:crypto';
import { closureOf, hitOf } from '../../booking/closures.ts';
import { moment, slotOf } from '../../booking/shown.ts';
import type { Day } from '../../core/jst.ts';
import type { Hits } from '../../messages/facts-closures.ts';
import { factsOf, type Wanted } from '../../outbox/closure-facts.ts';
import type { NamedBooking } from '../../records/booking-lists.ts';
import { dealOf, openOn } from '../../records/closure-hits.ts';
import { type ClosureRow, findClosure, standingClosures } from '../../records/closures.ts';
import { openName } from '../../records/personal-data.ts';
import { heldOn } from '../../records/slot-uses.ts';
import type { Turn } from '../turn.ts';
import { rowsAtOnce, rowsOf } from './booking-lists.ts';

export const standingOn = (day: Day, { tx, sealer }: Turn): Promise<ClosureRow[]> =>
  standingClosures(tx, sealer, { from: day, until: day });

/** The card of one on record: with what it hits now, and the button that lifts it. */
export async function showClosureOf(id: string, turn: Turn, lead: 'made' | null = null): Promise<void> {
  const { tx, sealer, words, now } = turn;
  const row = await findClosure(tx, sealer, id);
  if (row === null) return turn.reply(...words.noClosure({ why: 'gone' }));
  if (row.lifted !== null) {
    const lifted = { by: row.lifted.by, at: moment(row.lifted.at) };
    return turn.reply(...words.liftedBefore(factsOf(row, turn), lifted, moment(now)));
  }
  const bookings = await hitBy(row, turn);
  const hits = await hitsOf(row, bookings, turn);
  const mayOffer = bookings.some(({ offer }) => offer === null);
  turn.reply(...words.closureCard({ closure: factsOf(row, turn), hits, lead, mayOffer }, moment(now)));
}

/** The open bookings that it hits, or would hit. */
export async function hitBy(
  { id, day, part, counsellors }: Omit<Wanted, 'reason'> & { id?: string },
  turn: Turn,
) {
  const { tx, office, now } = turn;
  const open = await openOn(tx, day, now);
  const closures = [counsellors === null ? closureOf(day, part) : { day, counsellors }];
  // Before it is made nobody has been dealt anew.
  const places = counsellors !== null && id === undefined ? await dealOf(tx, day, counsellors) : undefined;
  const placed = (booking: NamedBooking) => ({
    ...booking,
    counsellor: places?.get(booking.id) ?? booking.counsellor,
  });
  return open.filter((booking) => hitOf(placed(booking), office, closures) !== null);
}

export async function hitsOf(
  wanted: Omit<Wanted, 'reason'>,
  bookings: readonly NamedBooking[],
  turn: Turn,
): Promise<Hits> {
  const confirmed = bookings.filter(({ state }) => state === 'confirmed').length;
  const rows = await rowsOf(bookings.slice(0, rowsAtOnce), turn);
  return { rows, confirmed, requests: bookings.length - confirmed, ...(await heldBy(wanted, turn)) };
}

/** What is held in the time that is closed. With fewer counsellors it keeps its place. */
async function heldBy({ day, part, counsellors }: Omit<Wanted, 'reason'>, turn: Turn) {
  const { tx, sealer, now, office } = turn;
  const held = counsellors === null ? await heldOn(tx, day, now) : [];
  const hit = held.filter((one) => hitOf(one, office, [closureOf(day, part)]) !== null);
  const of = (wanted: 'call' | 'wish' | 'offer') =>
    hit
      .filter(({ kind }) => kind === wanted)
      .map(({ person, ...one }) => ({ ...slotOf(one), name: person && openName(sealer, person) }));
  return { calls: of('call'), wishes: of('wish'), offers: of('offer') };
}

const markLength = 16;

/** Stands for what the card showed: a booking that came, went, moved or was decided makes another one. */
export const markOf = (bookings: readonly NamedBooking[]): string =>
  createHash('sha256')
    .update(bookings.map(({ id, state, startsAt }) => `${id} ${state} ${startsAt.toISOString()}`).join('\n'))
    .digest('base64url')
    .slice(0, markLength);
