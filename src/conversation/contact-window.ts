// What a person sends around the time of her consultation: read as being about it, and kept as a sign of life whatever
// it was (R-20, R-21, DECISIONS 21).

import type { BookingIntent, FlowEvent, Topic } from '../../flows/vocabulary.ts';
import { contactWindowBegins, phaseOf } from '../booking/consultation-phase.ts';
import type { Booking } from '../db/generated/client.ts';
import type { Conversation } from '../records/conversations.ts';
import { ofItself, pastNotices, waitsForCall } from '../records/past-notices.ts';
import { takesCallBack } from '../understanding/hour-about-calls.ts';
import { speaksOfNext } from '../understanding/hour-coming-words.ts';
import { callsLater, saysLater } from '../understanding/hour-later-words.ts';
import { asksNothing, excusesLateness, intentsInContactWindow } from '../understanding/hour-words.ts';
import { secondOfComing } from '../understanding/two-things.ts';
import { keepNotice, tellNotice } from './effects/notices.ts';
import { keepDangerInContactWindow } from './in-need.ts';
import type { Turn } from './turn.ts';
import type { Reading } from './understand.ts';
import { asWritten, type Events, phoneAsked, type Understood } from './understood.ts';

/** These say enough themselves, and are never taken for anything else. */
const plain: ReadonlySet<FlowEvent['type']> = new Set(['crisis.told', 'trouble.asked']);

/** What stands in a sentence of the hour as easily as in a question: 「娘が起きちゃって」, 「アプリ更新中です」. */
const guessed: ReadonlySet<Topic> = new Set(['children', 'place', 'zoom']);

/** Typed words read as of somebody who is about to meet staff, or meets them. */
export async function readInContactWindow(
  understood: Events,
  text: string,
  flow: Conversation['flow'],
  consultation: Booking,
  turn: Turn,
): Promise<Events> {
  // Once it has begun a form is about the next one.
  if (flow === 'request' && consultation.state !== 'confirmed') return understood;
  const { events } = understood;
  if (events.some(({ type }) => plain.has(type))) return understood;
  const isIn = isThere(consultation);
  const intents = isIn && excusesLateness(text) ? [] : intentsInContactWindow(text);
  if (isIn && flow === 'home') {
    const ofNext = readOfNext(understood, text, intents);
    if (ofNext !== undefined) return ofNext;
  }
  const mayBeOff = flow === 'home' && !intents.some((one) => asksForCall.has(one));
  if (mayBeOff && takesCallBack(text) && waitsForCall(await pastNotices(turn, consultation.id)))
    return asWritten('noPhone', undefined);
  // In the form a number is an answer.
  const [intent, ...besides] = flow === 'request' ? intents.filter((one) => one !== 'newPhone') : intents;
  if (intent !== undefined) {
    const second = secondOfComing(intent, text);
    return asWritten(intent, ...besides.filter((one) => one !== second), second);
  }
  if (flow === 'request' || isOnThePhone(consultation)) return understood;
  if (asksNothing(text)) return { kind: 'events', events: [{ type: 'said', text }] };
  const isSentence = events.some(({ type }) => type === 'said');
  const meant = isIn ? events : events.filter((event) => !isApology(event));
  const rest = isSentence ? meant.filter(({ type }) => type !== 'intent.written').map(asGuess) : meant;
  // はい and いない answer no question here: they are a sign of life.
  return { ...understood, events: [...rest, { type: 'said', text }] };
}

/** In words of somebody whose consultation runs: the next one, unless there is trouble now beside it. */
function readOfNext(understood: Events, text: string, intents: readonly BookingIntent[]): Events | undefined {
  const isMoving = understood.unchanged === 'date' || understood.unchanged?.startsWith('agreed') === true;
  const [first, ...others] = intents;
  if (!isMoving && !intents.some((one) => isOfNext(one, text))) {
    // 「来週もZoomに入れなかったら」
    const isWritten = understood.events[0]?.type === 'intent.written';
    return first === undefined && isWritten && saysLater(text) ? { ...understood, ofNext: true } : undefined;
  }
  const ofToday = intentsInContactWindow(text, speaksOfNext(text) ? ofAnyNext : moves);
  const [trouble, ...also] = ofToday.some((one) => ofNow.has(one)) ? ofToday : [];
  if (trouble !== undefined) return asWritten(trouble, ...also);
  if (first === undefined || (isMoving && !intents.includes('noPhone')))
    return { ...understood, ofNext: true };
  // Nobody is asked to call on that day, and the office can be called.
  if (first === 'aboutCalls' && others.length === 0) return { ...phoneAsked, ofNext: true };
  const besides = others.length === 0 && isMoving ? ['moving' as const] : others;
  return { ...asWritten(first, ...besides), ofNext: true };
}

/** What runs already is not moved any more; what else is said of coming may be of the next one. */
const isOfNext = (intent: BookingIntent, text: string): boolean =>
  intent === 'moving' ||
  (ofComing.has(intent) && speaksOfNext(text)) ||
  (intent === 'noPhone' && saysLater(text)) ||
  (intent === 'aboutCalls' && callsLater(text));
const ofComing: ReadonlySet<BookingIntent> = new Set(['absence', 'illness', 'late', 'coming']);
const moves: ReadonlySet<BookingIntent> = new Set(['moving']);
const ofAnyNext: ReadonlySet<BookingIntent> = new Set([...ofComing, ...moves]);
const ofNow: ReadonlySet<BookingIntent> = new Set(['entry', 'inside', 'waiting']);

/** Her words or her button are about the booking after the consultation that runs: they are no news of this one. */
export function isAboutNext(understood: Understood, consultation: Booking): boolean {
  if (!isThere(consultation) || understood.kind === 'unknownButton') return false;
  if (understood.kind === 'events' && understood.ofNext) return true;
  const events = understood.kind === 'events' ? understood.events : [understood.event];
  // Trouble with Zoom is of now, whatever card its button is on.
  return events.some(
    (event) => 'booking' in event && event.type !== 'trouble.told' && event.booking !== consultation.id,
  );
}

/** What takes no call back, whatever stands beside it. */
const asksForCall: ReadonlySet<BookingIntent> = new Set(['callMe', 'mayCall', 'newPhone']);

/** From somebody who is waited for it is a sign of life. */
const isApology = (event: FlowEvent): boolean => event.type === 'thanked' && event.how === 'sorry';

const asGuess = (event: FlowEvent): FlowEvent =>
  event.type === 'question.picked' && guessed.has(event.topic) ? { ...event, guessed: true } : event;

/** Pressed, or typed as they stand on a button: she looks something up, as everybody does before the start. */
const looksUp: ReadonlySet<FlowEvent['type']> = new Set([
  'booking.asked',
  'preparation.asked',
  'menu.asked',
  'questions.asked',
  'question.picked',
  'phone.asked',
  'terms.asked',
  'repeat.asked',
  'followed',
]);

/**
 * Once the turn is done: what has not been kept as something else is kept as a sign of life and told to staff, if they
 * have heard nothing of her at the hour. That she looks something up before the start is kept, and told to nobody.
 */
export async function keepSignOfLife(
  booking: Booking,
  { meant, crisis }: Reading,
  flow: Conversation['flow'],
  turn: Turn,
): Promise<void> {
  const { happenedAt } = turn;
  const past = ofItself(await pastNotices(turn, booking.id));
  if (past.some(({ at }) => at.getTime() === happenedAt.getTime())) return;
  if (crisis !== undefined && (await keepDangerInContactWindow(booking, crisis, turn))) return;
  const isBefore = !['begun', 'overdue'].includes(phaseOf(booking, happenedAt));
  const goesOn = flow === 'request' && booking.state === 'inProgress';
  const isQuiet = (isBefore && isLook(meant)) || goesOn || isOnThePhone(booking);
  if (!isQuiet) await tellNotice(turn, booking, 'contact', past);
  else if (past.every(({ at }) => at < contactWindowBegins(booking)))
    await keepNotice(turn, booking, 'active');
}

/** Let in, or on the phone. */
const isThere = (consultation: Booking): boolean =>
  consultation.state === 'inProgress' || isOnThePhone(consultation);
/** Staff speak with that person, so that a mere sign of life is none to them: thanks, a sticker. */
const isOnThePhone = ({ state }: Booking): boolean => state === 'byPhone';

const isLook = (meant: Understood): boolean =>
  meant.kind === 'unknownButton' ||
  (meant.kind === 'oldButton'
    ? looksUp.has(meant.event.type)
    : meant.events.every(({ type }) => looksUp.has(type)));
