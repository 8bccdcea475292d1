// The open bookings of people whom LINE reaches, as far as they bring messages before the month is over.
import type { BookedAhead } from '../booking/messages-ahead.ts';
import { addDays, dayOf, firstOfNext, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';

/** LINE counts anew from then on. */
export const monthEnds = (now: Date): Date => startOfDay(firstOfNext(dayOf(now)));

const open = ['requested', 'proposed', 'confirmed'] as const;
const isOpen = (state: string): state is BookedAhead['state'] => open.some((one) => one === state);

/** `daysBefore`: so long before a consultation its first reminder comes. */
export async function bookedAhead(tx: Tx, now: Date, daysBefore: number): Promise<BookedAhead[]> {
  const last = startOfDay(addDays(dayOf(monthEnds(now)), daysBefore + 1));
  const rows = await tx.booking.findMany({
    where: {
      state: { in: [...open] },
      OR: [
        { startsAt: { gt: now, lt: last } },
        { state: { in: ['requested', 'proposed'] }, startsAt: { gt: now } },
      ],
      person: { chatId: { not: null }, blockedAt: null },
    },
    select: {
      ...{ state: true, startsAt: true, promisedBy: true },
      person: { select: { wantsEarlyReminder: true } },
    },
  });
  return rows.flatMap(({ state, person, ...times }) =>
    isOpen(state) ? [{ state, ...times, wantsEarlyReminder: person.wantsEarlyReminder }] : [],
  );
}
