// What she writes about her consultation in words of her own: answered by its booking and by the clock.
import type { BookingIntent } from '../../../flows/vocabulary.ts';
import { type ConsultationPhase, phaseOf } from '../../booking/consultation-phase.ts';
import { addMinutes } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { Message } from '../../messages/message.ts';
import { bookingView } from '../../messages/views.ts';
import { hasStaff } from '../../outbox/notify.ts';
import { viewForPerson } from '../../outbox/view-for-person.ts';
import { bookingToShow, openBookingOf } from '../../records/bookings.ts';
import { mustNotBeCalled, pastNotices, situationOf } from '../../records/past-notices.ts';
import { personOf, type Turn } from '../turn.ts';
import { endedAhead, tellComesAfterAll } from './after-ending.ts';
import { answerInContactWindow } from './at-the-hour.ts';
import { nextConsultation, nextOrRequested, opensAt, showBooking } from './booking.ts';
import { closedSince } from './closed-since.ts';
import type { Handler } from './handler.ts';
import { justOver, mayComeAfter } from './just-over.ts';
import { isEve, tellLateAhead } from './late-ahead.ts';
import { tellNotice } from './notices.ts';
import { tellOfCalls } from './of-calls.ts';
import { wayToMove } from './way-to-move.ts';

/** at the hour of her consultation a photo, a sticker or any words are a sign of life. */
export const lookAtContactWindow: Handler<'lookAtContactWindow'> = async ({ kind, topic }, turn) => {
  // A mere sign of life is no answer to somebody whom staff call.
  if (turn.consultation === null || turn.consultation.state === 'byPhone')
    return { type: 'contact.none', kind, topic };
  await answerInContactWindow(turn.consultation, ['contact'], turn);
  return { type: 'contact.kept' };
};

export const answerIntent: Handler<'answerIntent'> = async ({ intent, besides, inForm = false }, turn) => {
  const intents = [intent, ...besides];
  if (turn.consultation !== null) return answerInContactWindow(turn.consultation, intents, turn);
  const over = mayComeAfter.has(intent) ? await justOver(turn) : null;
  if (over !== null) {
    const told = intents.filter((one) => mayComeAfter.has(one));
    return answerInContactWindow(over, told, turn, over.endsAt <= turn.happenedAt);
  }
  const next = intents.includes('callMe') ? await nextConsultation(turn, null) : null;
  // The number that staff have may not be hers any more: both stand on one card.
  if (next !== null && intents.includes('newPhone')) return answerInContactWindow(next, intents, turn);
  for (const one of intents) await answerOutside(one, inForm, turn);
  return undefined;
};

async function answerOutside(intent: BookingIntent, inForm: boolean, turn: Turn): Promise<undefined> {
  const isOfCalls = ofCalls.has(intent);
  const booking = isOfCalls
    ? ((await nextOrRequested(turn)) ?? (await running(turn)))
    : await nextConsultation(turn, null);
  const ended = intent === 'coming' && booking === null && !inForm ? await endedAhead(turn) : null;
  if (ended !== null) return tellComesAfterAll(ended, turn);
  if (booking === null && inForm) return void turn.reply(...ahead(intent, turn));
  if (booking === null) return answerWithoutOne(intent, turn);
  if (offersToTell.has(intent) && !(await hasStaff(turn))) {
    turn.reply(...turn.words.nobodyHears(turn.office, await opensAt(turn)));
    return undefined;
  }
  // There is nothing to enter, and nobody to be late for: what becomes of it stands on its card.
  if (isMootWhenClosed.has(intent) && (await closedSince(booking, turn)) !== null)
    return showBooking({ type: 'showBooking' }, turn);
  const said = await answers[intent](booking, phaseOf(booking, turn.now), turn, intent);
  if (said === null) return showBooking({ type: 'showBooking' }, turn);
  turn.reply(...said);
  return undefined;
}

/** Said of a request as well as of a consultation. */
const ofCalls: ReadonlySet<BookingIntent> = new Set(['noPhone', 'mayCall']);

/** Their answers have a button that tells staff: while nobody hears it she is told to call. */
const offersToTell: ReadonlySet<BookingIntent> = new Set(['absence', 'illness', 'late', 'call']);

const isMootWhenClosed: ReadonlySet<BookingIntent> = new Set([
  'late',
  'coming',
  'entry',
  'inside',
  'numbers',
]);

const aboutZoom = ({ office, words }: Turn): Message[] =>
  words.remarks.answer({ facts: { topic: 'zoom' }, openPrompt: null, misses: 0 }, office);

/** Of a consultation that she has not got yet. */
const ahead = (intent: BookingIntent, turn: Turn): Message[] =>
  intent === 'numbers' ? aboutZoom(turn) : turn.words.dayAhead(intent, turn.office);

const needsNoBooking: ReadonlySet<BookingIntent> = new Set(['inside', 'numbers']);

async function answerWithoutOne(intent: BookingIntent, turn: Turn): Promise<undefined> {
  if (intent === 'noCalls') return void turn.reply(...ahead(intent, turn));
  const isGeneral = needsNoBooking.has(intent) && !(await openBookingOf(turn.tx, personOf(turn).id));
  if (isGeneral) turn.reply(...aboutZoom(turn));
  else if ((await running(turn)) !== null) turn.reply(...turn.words.noNextYet(turn.office));
  else await showBooking({ type: 'showBooking' }, turn);
}

/** One that runs while she speaks of the next one, and there is none. */
async function running(turn: Turn): Promise<Booking | null> {
  const shown = await bookingToShow(turn.tx, personOf(turn).id);
  return shown !== null && runs.has(shown.state) && turn.happenedAt < shown.endsAt ? shown : null;
}
const runs: ReadonlySet<string> = new Set(['inProgress', 'byPhone']);

/** Null: her booking as it stands says it best. */
type Answering = (
  booking: Booking,
  hour: ConsultationPhase,
  turn: Turn,
  intent: BookingIntent,
) => Promise<Message[] | null>;

const cannotCome: Answering = async (booking, _, turn, intent) => {
  // Whether staff know: what went to nobody does not count.
  const past = await pastNotices(turn, booking.id);
  const isTold = situationOf(past.filter((one) => one.told)) === 'absent';
  const noCall = mustNotBeCalled(past);
  const facts = { ill: intent === 'illness', isTold, told: null, noCall, opensAt: await opensAt(turn) };
  return turn.words.absenceOffered(bookingView(booking, turn.sealer), facts, turn.office);
};

/** Who asks for a call again and again is told once in that time. */
const minutesBetweenCalls = 60;

const itself: Answering = async () => null;

/** On any other day, and on the day before its hour. */
const answers: Record<BookingIntent, Answering> = {
  absence: cannotCome,
  illness: cannotCome,

  async late(booking, hour, turn) {
    if (await isEve(booking, turn)) return tellLateAhead(booking, turn, await opensAt(turn));
    const noCall = mustNotBeCalled(await pastNotices(turn, booking.id));
    const say = hour === 'ahead' ? turn.words.lateNotYet : turn.words.lateOffered;
    return say(bookingView(booking, turn.sealer), turn.office, noCall);
  },

  async coming(booking, _, turn) {
    const view = bookingView(booking, turn.sealer);
    const past = await pastNotices(turn, booking.id);
    if (situationOf(past) !== 'absent') return turn.words.comingExpected(view, turn.office);
    const told = await tellNotice(turn, booking, 'coming', past);
    if (told === 'nobody') return turn.words.nobodyHears(turn.office, await opensAt(turn));
    return told === 'overtaken' ? null : turn.words.comingTold(view, turn.office, await opensAt(turn));
  },

  async entry(booking, _, turn) {
    const noCall = mustNotBeCalled(await pastNotices(turn, booking.id));
    return turn.words.troubleNotYet(bookingView(booking, turn.sealer), turn.office, noCall);
  },
  inside: async (_, __, turn) => aboutZoom(turn),

  call: async (booking, _, turn) =>
    turn.words.phoneBusy(bookingView(booking, turn.sealer), turn.office, await opensAt(turn)),

  numbers: async (booking, hour, turn) =>
    hour === 'ahead'
      ? turn.words.numbersAgain(
          await viewForPerson(booking, turn),
          turn.office,
          situationOf(await pastNotices(turn, booking.id)) === 'absent',
        )
      : null,

  noCalls: async (booking, _, turn) =>
    mustNotBeCalled(await pastNotices(turn, booking.id))
      ? tellOfCalls('noPhone', booking, turn)
      : ahead('noCalls', turn),
  // Said in the form.
  later: itself,
  otherAbsent: itself,
  // Read at the hour only.
  waiting: itself,
  async callMe(booking, _, turn) {
    const past = await pastNotices(turn, booking.id);
    const since = addMinutes(turn.happenedAt, -minutesBetweenCalls);
    const recent = past.filter(({ event, at }) => event !== 'callMe' || at > since);
    const told = await tellNotice(turn, booking, 'callMe', recent);
    if (told === 'nobody') return turn.words.nobodyHears(turn.office, await opensAt(turn));
    if (told === 'before') return turn.words.toldAlready(turn.office);
    return told === 'overtaken' ? null : turn.words.callWishTold(turn.office);
  },
  aboutCalls: itself,
  mayCall: async (booking, _, turn) => tellOfCalls('mayCall', booking, turn),
  noPhone: async (booking, _, turn) => tellOfCalls('noPhone', booking, turn),
  newPhone: itself,
  // With its card comes the button that says so to staff.
  async moving(booking, _, turn) {
    turn.reply(...turn.words.detailUnchanged(await wayToMove(booking, turn), turn.office));
    return null;
  },
  entered: itself,
};
