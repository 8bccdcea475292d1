// The addresses under which staff see a person's contact: unguessable, for ten minutes, and each look is recorded.
import { addMinutes } from '../booking/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Sealer } from '../db/seal.ts';

export const contactMinutes = 10;
export const contactPath = '/contact/';

const purpose = 'contact.link';

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

/** Whose contact it is; null for an address that is too old or was never given. The look is recorded. */
export async function openContactLink(
  tx: Tx,
  sealer: Sealer,
  token: string,
  at: Date,
): Promise<Booking | null> {
  const found = await tx.contactLink.findFirst({
    where: { tokenHash: { in: sealer.hashes(purpose, token) }, expiresAt: { gt: at } },
    include: { booking: true },
  });
  if (found === null) return null;
  const { booking, chatId, staffId } = found;
  await note(tx, 'contactSeen', booking, { chatId, staffId, at });
  return booking;
}

/** D6: nothing is kept that is of no use any more. */
export async function sweepContactLinks(tx: Tx, now: Date): Promise<void> {
  await tx.contactLink.deleteMany({ where: { expiresAt: { lte: now } } });
}

async function note(
  tx: Tx,
  event: 'contactAsked' | 'contactSeen',
  { id, state }: Booking,
  by: Omit<ContactAsked, 'booking'>,
): Promise<void> {
  await tx.bookingStep.create({
    data: { bookingId: id, event, from: state, to: state, actor: 'staff', ...by },
  });
}
