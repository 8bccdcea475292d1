// Somebody writes of danger (D13): beside the answer, which names who helps, staff hear that it is so, and never the words.
// What else the same message says goes to them on the same card, and is answered.
import { addMinutes } from 'date-fns/addMinutes';
import type { BookingIntent, Crisis } from '../../flows/vocabulary.ts';
import type { PersonNotice } from '../booking/person-notices.ts';
import type { Booking } from '../db/generated/client.ts';
import { type PastNotice, pastNotices } from '../records/past-notices.ts';
import type { Told } from '../records/told.ts';
import { intentsInContactWindow } from '../understanding/hour-words.ts';
import { kindsInContactWindow, sayInContactWindow } from './effects/at-the-hour.ts';
import { tellEach } from './effects/notices.ts';
import type { Turn } from './turn.ts';

/** Who writes several messages is told of once. */
const minutesBetween = 60;

type Written = { kind: Crisis; text: string };

/** 「もう無理」 alone is no danger. */
const isDanger = ({ kind }: Written): boolean => kind !== 'weary';

/** What is said of danger, as staff hear it, with `besides`. */
export async function tellInNeed(
  booking: Booking,
  crisis: Written,
  { besides, past }: { besides: readonly PersonNotice[]; past: PastNotice[] },
  turn: Turn,
): Promise<Map<PersonNotice, Told>> {
  const since = addMinutes(turn.happenedAt, -minutesBetween);
  const recent = past.filter(({ event, at }) => event !== 'inNeed' || at > since);
  return tellEach(turn, booking, [...(isDanger(crisis) ? ['inNeed' as const] : []), ...besides], recent);
}

export function sayInNeed(told: ReadonlyMap<PersonNotice, Told>, turn: Turn): void {
  if (told.get('inNeed') === 'now') turn.reply(...turn.words.inNeedTold());
}

/** What counts beside words of danger: all else may be said of these, and lets nobody in and lifts no ban. */
const besideDanger: ReadonlySet<BookingIntent> = new Set([
  'noPhone',
  'callMe',
  'newPhone',
  'late',
  'numbers',
  'entry',
  'inside',
  'waiting',
  'absence',
  'illness',
  'moving',
]);

function intentsBeside({ kind, text }: Written): BookingIntent[] {
  if (kind === 'weary') return [];
  // 「消えたい」 is nothing of the picture.
  return intentsInContactWindow(text).filter(
    (one) => besideDanger.has(one) && !(one === 'inside' && kind === 'life'),
  );
}

/** At the hour of her consultation. False: staff hear nothing by it, so it is a sign of life. */
export async function keepDangerInContactWindow(
  booking: Booking,
  crisis: Written,
  turn: Turn,
): Promise<boolean> {
  const past = await pastNotices(turn, booking.id);
  const intents = intentsBeside(crisis);
  const besides = kindsInContactWindow(intents, past);
  const outcomes = await tellInNeed(booking, crisis, { besides, past }, turn);
  const said = new Map([...outcomes].filter(([kind]) => kind !== 'inNeed'));
  if (intents.length > 0) await sayInContactWindow(booking, intents, { outcomes: said, past }, turn);
  sayInNeed(outcomes, turn);
  return intents.length > 0 || outcomes.get('inNeed') === 'now';
}
