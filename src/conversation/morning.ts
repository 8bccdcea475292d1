// The first word of a business day in a chat of the staff, from 8:30 on: it is answered with the day's overview, whatever it says.
import { isBusinessDay } from '../booking/calendar.ts';
import { addMinutes, type Day, dayOf, startOfDay } from '../core/jst.ts';
import type { Message } from '../messages/message.ts';
import { morningFacts } from '../outbox/morning.ts';
import { closuresBetween } from '../records/calendar.ts';
import type { Incoming } from '../records/incoming.ts';
import { morningFrom, takeMorning } from '../records/mornings.ts';
import { staffMeaning } from '../understanding/staff-words.ts';
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
  // The answer says it all, but for what waits.
  if (asksForToday(what, today)) return [];
  return words.morning(await morningFacts(turn, turn.quotaLeft()));
}

function asksForToday(what: Incoming['what'], today: Day): boolean {
  if (what.type === 'tap')
    return what.tap.event === 'days.asked' && what.tap.from === today && what.tap.until === today;
  const meant = what.type === 'text' ? staffMeaning(what.text, today) : undefined;
  return meant?.type === 'days.asked' && meant.from === today && meant.until === today;
}
