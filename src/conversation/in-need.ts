// Somebody writes of danger (D13): beside the answer, which names who helps, staff hear that it is so, and never the words.
import { addMinutes } from 'date-fns/addMinutes';
import type { Crisis } from '../../flows/vocabulary.ts';
import { pastNotices } from '../records/past-notices.ts';
import type { Told } from '../records/told.ts';
import { nextOrRequested } from './effects/booking.ts';
import { tellNotice } from './effects/notices.ts';
import type { Turn } from './turn.ts';

/** Who writes several messages is told of once. */
const minutesBetween = 60;

/** Undefined: 「もう無理」 alone is no danger, or nobody of the staff could reach that person, who has no booking ahead. */
export async function tellInNeed(kind: Crisis, turn: Turn): Promise<Told | undefined> {
  if (kind === 'weary') return undefined;
  const booking = turn.consultation ?? (await nextOrRequested(turn));
  if (booking === null) return undefined;
  const since = addMinutes(turn.happenedAt, -minutesBetween);
  const past = await pastNotices(turn, booking.id);
  const recent = past.filter(({ event, at }) => event !== 'inNeed' || at > since);
  const told = await tellNotice(turn, booking, 'inNeed', recent);
  if (told === 'now') turn.reply(...turn.words.inNeedTold());
  return told;
}
