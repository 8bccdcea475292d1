// What she writes of her consultation outside its hour that staff have to hear all the same: at any time before it, even
// while it is only asked for, that nobody may call her, and when it is just over a trouble or an absence.

import type { BookingIntent } from '../../flows/vocabulary.ts';
import { ja } from '../messages/ja/index.ts';
import type { Conversation } from '../records/conversations.ts';
import type { Incoming } from '../records/incoming.ts';
import { mustNotBeCalled, pastNotices } from '../records/past-notices.ts';
import { forbidsCalls, intentsInContactWindow, intentsJustAfter } from '../understanding/hour-words.ts';
import { nextOrRequested } from './effects/booking.ts';
import { justOver, mayComeAfter } from './effects/just-over.ts';
import { tellOfCalls } from './effects/on-the-day.ts';
import type { Turn } from './turn.ts';
import type { Understood } from './understand.ts';

type Typed = Extract<Incoming['what'], { type: 'text' | 'longText' }>;
export const isTyped = (what: Incoming['what']): what is Typed =>
  what.type === 'text' || what.type === 'longText';

export const asWritten = (intent: BookingIntent, besides: BookingIntent | undefined): Understood => ({
  kind: 'events',
  events: [{ type: 'intent.written', intent, ...(besides && { besides }) }],
});

export const isCrisis = (understood: Understood): boolean =>
  understood.kind === 'events' && understood.events.some(({ type }) => type === 'crisis.told');

export async function readOutsideContactWindow(
  understood: Understood,
  what: Incoming['what'],
  { flow }: Conversation,
  turn: Turn,
): Promise<Understood> {
  if (turn.consultation !== null || !isTyped(what) || understood.kind !== 'events') return understood;
  if (isCrisis(understood)) return understood;
  const ofCalls = await readOfCalls(what.text, turn);
  if (ofCalls !== undefined) return asWritten(ofCalls, undefined);
  if (flow !== 'home') return understood;
  const [intent, besides] = intentsJustAfter(what.text).filter((one) => mayComeAfter.has(one));
  if (intent === undefined || (await justOver(turn)) === null) return understood;
  return asWritten(intent, besides);
}

/** What ends a ban, where one stands. */
const allowsCall: ReadonlySet<BookingIntent> = new Set(['callMe', 'mayCall']);

/** A ban on calls, or its end, while a consultation or a request of hers is ahead. */
async function readOfCalls(text: string, turn: Turn): Promise<'noPhone' | 'mayCall' | undefined> {
  const isBan = forbidsCalls(text);
  if (!isBan && !intentsInContactWindow(text).some((one) => allowsCall.has(one))) return undefined;
  const booking = await nextOrRequested(turn);
  if (booking === null) return undefined;
  if (isBan) return 'noPhone';
  return mustNotBeCalled(await pastNotices(turn, booking.id)) ? 'mayCall' : undefined;
}

/** 「夫が怖いから電話しないで」: she has been answered, and nobody may call her. */
export async function keepNoCalls(
  meant: Understood,
  what: Incoming['what'],
  flow: Conversation['flow'],
  turn: Turn,
): Promise<void> {
  if (!isTyped(what) || !isCrisis(meant) || !forbidsCalls(what.text)) return;
  const booking = await nextOrRequested(turn);
  if (booking !== null) turn.reply(...(await tellOfCalls('noPhone', booking, turn)));
  // Nobody knows it yet.
  else if (flow === 'request') turn.reply(...ja.dayAhead('noPhone', turn.office));
}
