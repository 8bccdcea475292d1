// Who of the staff helps somebody who cannot get into the meeting: a row of history, so that others leave it to them.
import type { Tx } from '../db/client.ts';
import type { Booking, StaffMember } from '../db/generated/client.ts';
import { writeHistory } from './booking-steps.ts';
import { newestFirst } from './bookings.ts';

const event = 'helping';

export type Helper = { staff: StaffMember | null; at: Date };
type Author = { chatId: string; staffId: string | null; at: Date };

/** Who it is from now on: whoever said so first, unless the person got in since. */
export async function takeHelp(
  tx: Tx,
  { id, state }: Pick<Booking, 'id' | 'state'>,
  author: Author,
): Promise<Helper> {
  // Of two who press in two chats at the same moment one is first.
  await tx.$queryRaw`SELECT 1 AS locked FROM "Booking" WHERE id = ${id}::uuid FOR UPDATE`;
  const before = await helperOf(tx, id);
  if (before !== null) return before;
  await writeHistory(tx, id, event, state, state, { actor: 'staff', ...author });
  return (await helperOf(tx, id)) ?? { staff: null, at: author.at };
}

async function helperOf(tx: Tx, bookingId: string): Promise<Helper | null> {
  const step = await tx.bookingStep.findFirst({
    where: { bookingId, event: { in: [event, 'entered'] } },
    orderBy: newestFirst,
    include: { staff: true },
  });
  return step?.event === event ? step : null;
}
