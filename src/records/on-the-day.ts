// Whether it is the day of somebody's consultation: then other things matter to them than on other days.

import { dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import { nextConsultationOf } from './bookings.ts';

/** From 00:00 JST of the day on which a confirmed consultation of this person takes place, until its end. */
export async function isOnTheDay(tx: Tx, chatId: string, at: Date): Promise<boolean> {
  const next = await nextConsultationOf(tx, { person: { chatId } }, at);
  return next !== null && dayOf(next.startsAt) === dayOf(at);
}
