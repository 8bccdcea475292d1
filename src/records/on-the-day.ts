// Whether it is the day of somebody's consultation: then other things matter to her than on other days.

import { addDays, dayOf, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';

/** From 00:00 JST of the day on which a confirmed consultation of hers takes place, until its end. */
export async function isOnTheDay(tx: Tx, chatId: string, at: Date): Promise<boolean> {
  const tomorrow = startOfDay(addDays(dayOf(at), 1));
  const found = await tx.booking.findFirst({
    where: {
      person: { chatId },
      state: { in: ['confirmed', 'inProgress'] },
      startsAt: { gte: startOfDay(dayOf(at)), lt: tomorrow },
      endsAt: { gt: at },
    },
    select: { id: true },
  });
  return found !== null;
}
