// The first word of a business day in a chat of the staff, from 8:30 on: it is answered with the day's overview, whatever it says.
import { isBusinessDay } from '../booking/calendar.ts';
import { addMinutes, dayOf, startOfDay } from '../core/jst.ts';
import type { Message } from '../messages/message.ts';
import { morningFacts } from '../outbox/morning.ts';
import { closuresBetween } from '../records/calendar.ts';
import type { Incoming } from '../records/incoming.ts';
import { morningFrom, takeMorning } from '../records/mornings.ts';
import type { Turn } from './turn.ts';

/** Nobody has said anything by these. */
const noWord: ReadonlySet<Incoming['what']['type']> = new Set(['memberJoined', 'joined', 'followed']);

/** None where it was given before, or is not due. */
export async function takeMorningCard(what: Incoming['what'], turn: Turn): Promise<Message[]> {
  const { tx, now, office, chatId, words } = turn;
  const today = dayOf(now);
  if (noWord.has(what.type) || now < addMinutes(startOfDay(today), morningFrom)) return [];
  if (!isBusinessDay(today, office, await closuresBetween(tx, today, today))) return [];
  if (!(await takeMorning(tx, chatId, today, now))) return [];
  return words.morning(await morningFacts(turn, turn.quotaLeft()));
}
