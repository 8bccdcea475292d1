// What is written of a consultation outside its hour that staff have to hear all the same: at any time before it, even
// while it is only asked for, that nobody may call, and when it is just over a trouble or an absence.

import type { BookingIntent, Crisis } from '../../flows/vocabulary.ts';
import { phaseOf } from '../booking/consultation-phase.ts';
import { compatible } from '../core/compatible.ts';
import type { Booking } from '../db/generated/client.ts';
import { newestBookingOf } from '../records/bookings.ts';
import { isLongOver } from '../records/contact-links.ts';
import type { Conversation } from '../records/conversations.ts';
import { isOnTheDay } from '../records/on-the-day.ts';
import { mustNotBeCalled, pastNotices } from '../records/past-notices.ts';
import { plainIntent } from '../understanding/booking-intents.ts';
import { comesAfterEnding } from '../understanding/coming-after-ending.ts';
import {
  forbidsCalls,
  plainlyWantsCall,
  speaksOfCalls,
  speaksOfLaterCall,
} from '../understanding/hour-about-calls.ts';
import {
  excusesLateness,
  intentsInContactWindow,
  intentsJustAfter,
  plainlyOfComing,
} from '../understanding/hour-words.ts';
import { saysLate, secondOfComing } from '../understanding/two-things.ts';
import { endedAhead } from './effects/after-ending.ts';
import { nextConsultation, nextOrRequested, opensAt } from './effects/booking.ts';
import { justOver, mayComeAfter } from './effects/just-over.ts';
import { sayOfCalls } from './effects/of-calls.ts';
import { answerIntent } from './effects/on-the-day.ts';
import { sayInNeed, tellInNeed } from './in-need.ts';
import type { Turn } from './turn.ts';
import { asWritten, type Events, phoneAsked } from './understood.ts';

/** `flow`: in the form only what is said of calls counts. */
export async function readOutsideContactWindow(
  understood: Events,
  text: string,
  flow: Conversation['flow'],
  turn: Turn,
): Promise<Events> {
  const ofCalls = await readOfCalls(text, turn);
  if (ofCalls !== undefined) {
    const beside = flow === 'home' ? besideCalls(text) : undefined;
    return asWritten(ofCalls, beside, secondOfComing(beside, text));
  }
  if (flow !== 'home') return understood;
  if (comesAfterEnding(text) && (await endedAhead(turn)) !== null) return asWritten('coming', undefined);
  const [first] = understood.events;
  const written = first?.type === 'intent.written' ? first.intent : undefined;
  const second = secondOfComing(written, text);
  const call = (await asksForCallToday(text, turn)) ? ('callMe' as const) : undefined;
  if (written !== undefined && (second ?? call) !== undefined) return asWritten(written, second, call);
  if (call !== undefined)
    return asWritten(call, intentsInContactWindow(text).includes('newPhone') ? 'newPhone' : undefined);
  // Before the hour it is said of what is still to come.
  if (excusesLateness(text) && (await isOnTheDay(turn.tx, turn.chatId, turn.happenedAt)))
    return asWritten('late', undefined);
  const [intent, ...besides] = intentsJustAfter(text).filter((one) => mayComeAfter.has(one));
  if (intent === undefined || (await justOver(turn)) === null)
    return first?.type === 'said' && speaksOfLaterCall(text) ? phoneAsked : understood;
  return asWritten(intent, ...besides);
}

/** 「行けなくなりました。電話しないでください」 says two things, and neither may hide the other. */
function besideCalls(text: string): BookingIntent | undefined {
  const ofComing = plainlyOfComing(text);
  if (ofComing !== undefined) return ofComing;
  // Before the hour nobody can get in: that she will be late is what matters.
  if (saysLate(text)) return 'late';
  const plain = plainIntent(compatible(text), true);
  return plain && mayStandBesideCalls.has(plain) ? plain : undefined;
}

/** An absence is read by `plainlyOfComing`, which knows one from words about talking. */
const mayStandBesideCalls: ReadonlySet<BookingIntent> = new Set(['coming', 'entry', 'inside']);

/** 「至急電話してください」 hours before a consultation: while the office is open staff can do it. At other times the number helps. */
async function asksForCallToday(text: string, turn: Turn): Promise<boolean> {
  if (!plainlyWantsCall(text) || (await opensAt(turn)) !== null) return false;
  const booking = await nextConsultation(turn, null);
  return booking !== null && phaseOf(booking, turn.happenedAt) === 'today';
}

/** A ban on calls, or its end, while a consultation or a request is ahead. */
async function readOfCalls(text: string, turn: Turn): Promise<'noPhone' | 'mayCall' | undefined> {
  if (!speaksOfCalls(text)) return undefined;
  const booking = await nextOrRequested(turn);
  if (booking === null) return undefined;
  if (forbidsCalls(text)) return 'noPhone';
  return mustNotBeCalled(await pastNotices(turn, booking.id)) ? 'mayCall' : undefined;
}

/**
 * Words of danger (D13), which have been answered: 「夫が怖いから電話しないで」 says that nobody may call, too, and what is said of
 * coming gets its own answer. Of somebody with nothing ahead staff hear by the last booking, while it says how to reach that person.
 */
export async function keepDanger(
  crisis: { kind: Crisis; text: string },
  flow: Conversation['flow'],
  turn: Turn,
): Promise<void> {
  const isBan = forbidsCalls(crisis.text);
  const ahead = await nextOrRequested(turn);
  const booking = ahead ?? (await lastReachable(turn));
  if (booking === null) {
    // Nobody knows it yet.
    if (isBan && flow === 'request') turn.reply(...turn.words.dayAhead('noPhone', turn.office));
    return;
  }
  const besides = isBan ? (['noPhone'] as const) : [];
  const told = await tellInNeed(
    booking,
    crisis,
    { besides, past: await pastNotices(turn, booking.id) },
    turn,
  );
  if (isBan) turn.reply(...(await sayOfCalls('noPhone', booking, told.get('noPhone'), turn)));
  const intent = flow === 'home' && ahead !== null ? plainlyOfComing(crisis.text) : undefined;
  if (intent !== undefined) await answerIntent({ type: 'answerIntent', intent, besides: [] }, turn);
  sayInNeed(told, turn);
}

async function lastReachable({ tx, now, person }: Turn): Promise<Booking | null> {
  const newest = person && (await newestBookingOf(tx, person.id));
  return newest !== null && !(await isLongOver(tx, newest, now)) ? newest : null;
}
