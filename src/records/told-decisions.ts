// What became of telling a person what staff decided: LINE has taken it, or it is a call. Nothing is claimed before.

import type { Tx } from '../db/client.ts';
import { writeHistory } from './booking-steps.ts';
import { findBooking, lastStep, newestFirst } from './bookings.ts';
import { waitForStaff } from './waiting-for-staff.ts';
import { told } from './waiting-news.ts';

/** In the booking's history, and for the next answer in the chat where it was decided. */
const event = told;

/** LINE has taken that message: a row of history, with its kind. */
export async function noteAccepted(tx: Tx, bookingId: string, about: string, at: Date): Promise<void> {
  const booking = await findBooking(tx, bookingId);
  if (booking === null) return;
  const { state } = booking;
  await writeHistory(tx, bookingId, event, state, state, { actor: 'system', reason: about, at });
  const chatId = (await lastStep(tx, bookingId))?.chatId;
  if (chatId) await waitForStaff(tx, { chatId, about: event, booking: bookingId }, at);
}

/** `byPhone`: staff have told it. `lost`: it did not arrive, and nobody has told it yet. */
export type DecisionTold = { how: 'sent' | 'byPhone' | 'lost'; at: Date };

/** Of what was decided then, told as one of these `kinds` of message; null: nobody knows yet. */
export async function toldSince(
  tx: Tx,
  { bookingId, since, kinds }: { bookingId: string; since: Date; kinds: ReadonlySet<string> },
): Promise<DecisionTold | null> {
  const call = await tx.call.findFirst({
    where: { bookingId, about: { in: [...kinds] }, createdAt: { gte: since } },
    orderBy: { createdAt: 'desc' },
  });
  if (call?.state === 'open') return { how: 'lost', at: call.createdAt };
  const step = await tx.bookingStep.findFirst({
    where: { bookingId, event, at: { gte: since } },
    orderBy: newestFirst,
    select: { at: true },
  });
  if (step !== null) return { how: 'sent', at: step.at };
  return call?.state === 'told' ? { how: 'byPhone', at: call.closedAt ?? call.createdAt } : null;
}
