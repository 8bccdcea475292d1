// The addresses under which staff see a person's contact: unguessable, for ten minutes, and each look is recorded.

import { addMinutes } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking, ContactLink } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';
import { isAdminChat } from './admin-chats.ts';
import { writeHistory } from './booking-steps.ts';
import { getBooking, lastStep, open } from './bookings.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';
import { isToken } from './page-links.ts';

export const contactMinutes = 10;
/** Whom to call is of use while there is something to call about. */
export const contactDays = 30;
export const contactPath = '/contact/';

const purpose = 'contact.link';
/** Each is a row of the history: who has the address cannot fill it. */
const looksAtMost = 20;

export type ContactAsked = { booking: Booking; chatId: string; staffId: string | null; at: Date };

/** The path of the page. Who asked for it is in the booking's history. */
export async function makeContactLink(
  tx: Tx,
  sealer: Sealer,
  token: string,
  { booking, chatId, staffId, at }: ContactAsked,
): Promise<string> {
  await tx.contactLink.create({
    data: {
      tokenHash: sealer.hash(purpose, token),
      bookingId: booking.id,
      chatId,
      staffId,
      expiresAt: addMinutes(at, contactMinutes),
    },
  });
  await note(tx, 'contactAsked', booking, { chatId, staffId, at });
  return `${contactPath}${token}`;
}

/** The request or consultation has been over for more than `contactDays`, whichever way it ended. */
export async function isLongOver(tx: Tx, booking: Booking, at: Date): Promise<boolean> {
  const isOpen = ([...open, 'inProgress'] as string[]).includes(booking.state);
  const ended = isOpen ? undefined : (await lastStep(tx, booking.id))?.at;
  return (ended ?? booking.endsAt) < addMinutes(at, -contactDays * 24 * 60);
}

/**
 * The row of a token that is still good; null for one that is too old, was never given, or whose chat decides nothing
 * any more: who was ended has the address still. The database is not asked about what cannot be a token.
 */
export async function findContactLink(
  tx: Tx,
  sealer: Sealer,
  token: string,
  at: Date,
): Promise<ContactLink | null> {
  if (!isToken(token)) return null;
  const link = await tx.contactLink.findFirst({
    where: { tokenHash: { in: sealer.hashes(purpose, token) }, expiresAt: { gt: at } },
  });
  return link !== null && (await isAdminChat(tx, link.chatId, madeAt(link))) ? link : null;
}

const madeAt = ({ expiresAt }: ContactLink): Date => addMinutes(expiresAt, -contactMinutes);

/** Whose contact it is; null when it has been over for long, or was looked at too often. The look is recorded. */
export async function openContactLink(tx: Tx, link: ContactLink, at: Date): Promise<Booking | null> {
  const { bookingId, chatId, staffId } = link;
  const booking = await getBooking(tx, bookingId);
  const looks = await tx.bookingStep.count({
    where: { bookingId, event: 'contactSeen', at: { gte: madeAt(link) } },
  });
  if (looks >= looksAtMost || (await isLongOver(tx, booking, at))) return null;
  await note(tx, 'contactSeen', booking, { chatId, staffId, at });
  return booking;
}

/** D6: nothing is kept that is of no use any more. */
export const sweepContactLinks = (ask: Ask, now: Date): Promise<number> =>
  deleteUnlocked(ask, 'ContactLink', '"tokenHash"', '"expiresAt" <= $1', [now]);

async function note(
  tx: Tx,
  event: 'contactAsked' | 'contactSeen',
  { id, state }: Booking,
  by: Omit<ContactAsked, 'booking'>,
): Promise<void> {
  await writeHistory(tx, id, event, state, state, { actor: 'staff', ...by });
}
