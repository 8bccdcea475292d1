// What staff did with a call, and who: rows are only ever added.
import type { Tx } from '../db/client.ts';
import type { Booking, StaffMember } from '../db/generated/client.ts';
import { writeHistory } from './booking-steps.ts';
import { newestFirst } from './bookings.ts';

/** `away`: nobody answered the telephone. */
export const callActs = ['told', 'resent', 'away'] as const;
export type CallAct = (typeof callActs)[number];

/** In which admin chat, and who of the staff; null where LINE told no name. */
export type CallAuthor = { chatId: string; staffId: string | null; at: Date };

/**
 * What somebody did with it before; `open`: nobody has done anything. `at`: null where it is not known any more. `dueAt`: when
 * it comes back, of one where nobody answered.
 */
export type PastAct = {
  how: CallAct | 'open' | 'outdated' | 'linked';
  at: Date | null;
  staff: StaffMember | null;
  dueAt: Date | null;
};

export async function writeCallStep(
  tx: Tx,
  callId: string,
  event: CallAct | Look,
  { chatId, staffId, at }: CallAuthor,
): Promise<void> {
  await tx.callStep.create({ data: { callId, event, chatId, staffId, at } });
}

type Look = 'asked' | 'seen';

/** The page with whom to call: in the history of its booking too, where all looks at a contact stand. */
export async function noteCallLook(
  tx: Tx,
  { id, booking }: { id: string; booking: Pick<Booking, 'id' | 'state'> | null },
  look: Look,
  author: CallAuthor,
): Promise<void> {
  await writeCallStep(tx, id, look, author);
  if (booking === null) return;
  const event = look === 'asked' ? 'contactAsked' : 'contactSeen';
  await writeHistory(tx, booking.id, event, booking.state, booking.state, { actor: 'staff', ...author });
}

/** The newest that is more than a look. */
export async function lastAct(tx: Tx, callId: string): Promise<Omit<PastAct, 'dueAt'> | null> {
  const step = await tx.callStep.findFirst({
    where: { callId, event: { in: [...callActs] } },
    orderBy: newestFirst,
    include: { staff: true },
  });
  if (step === null) return null;
  return { how: callActs.find((act) => act === step.event) ?? 'open', at: step.at, staff: step.staff };
}
