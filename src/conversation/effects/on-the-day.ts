// What she writes about her consultation in words of her own: answered by its booking and by the clock.
import type { BookingIntent } from '../../../flows/vocabulary.ts';
import { type ConsultationPhase, phaseOf } from '../../booking/consultation-phase.ts';
import type { PersonNotice } from '../../booking/person-notices.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { Message } from '../../messages/message.ts';
import { bookingView } from '../../messages/views.ts';
import { hasStaff } from '../../outbox/notify.ts';
import { viewForPerson } from '../../outbox/view-for-person.ts';
import { bookingToShow, openBookingOf } from '../../records/bookings.ts';
import { isRecorded } from '../../records/contact-window.ts';
import {
  mustNotBeCalled,
  type PastNotice,
  pastNotices,
  situationOf,
  wouldHelp,
} from '../../records/past-notices.ts';
import type { Told } from '../../records/told.ts';
import { personOf, type Turn } from '../turn.ts';
import { nextConsultation, nextOrRequested, opensAt, showBooking } from './booking.ts';
import type { Handler } from './handler.ts';
import { justOver, mayComeAfter } from './just-over.ts';
import { keepNotice, phaseFor, tellEach, tellNotice } from './notices.ts';
import { tellOfCalls } from './of-calls.ts';

/** at the hour of her consultation a photo, a sticker or any words are a sign of life. */
export const lookAtContactWindow: Handler<'lookAtContactWindow'> = async ({ kind, topic }, turn) => {
  // A mere sign of life is no answer to somebody whom staff call.
  if (turn.consultation === null || turn.consultation.state === 'byPhone')
    return { type: 'contact.none', kind, topic };
  await answerInContactWindow(turn.consultation, ['contact'], turn);
  return { type: 'contact.kept' };
};

export const answerIntent: Handler<'answerIntent'> = async ({ intent, besides, inForm = false }, turn) => {
  const intents = besides === null ? [intent] : [intent, besides];
  if (turn.consultation !== null) return answerInContactWindow(turn.consultation, intents, turn);
  const over = mayComeAfter.has(intent) ? await justOver(turn) : null;
  if (over !== null) {
    const told = intents.filter((one) => mayComeAfter.has(one));
    return answerInContactWindow(over, told, turn, over.endsAt <= turn.happenedAt);
  }
  for (const one of intents) await answerOutside(one, inForm, turn);
  return undefined;
};

async function answerOutside(intent: BookingIntent, inForm: boolean, turn: Turn): Promise<undefined> {
  const isOfCalls = ofCalls.has(intent);
  const booking = isOfCalls
    ? ((await nextOrRequested(turn)) ?? (await running(turn)))
    : await nextConsultation(turn, null);
  if (booking === null && inForm) return void turn.reply(...ahead(intent, turn));
  if (booking === null) return answerWithoutOne(intent, turn);
  if (offersToTell.has(intent) && !(await hasStaff(turn))) {
    turn.reply(...turn.words.nobodyHears(turn.office, await opensAt(turn)));
    return undefined;
  }
  const said = await answers[intent](booking, phaseOf(booking, turn.now), turn, intent);
  if (said === null) return showBooking({ type: 'showBooking' }, turn);
  turn.reply(...said);
  return undefined;
}

/** Said of a request as well as of a consultation. */
const ofCalls: ReadonlySet<BookingIntent> = new Set(['noPhone', 'mayCall']);

/** Their answers have a button that tells staff: while nobody hears it she is told to call. */
const offersToTell: ReadonlySet<BookingIntent> = new Set(['absence', 'illness', 'late', 'call']);

/** As what it is kept and told at the hour. */
const newsIn: Record<BookingIntent | 'contact', PersonNotice> = {
  contact: 'contact',
  absence: 'absenceWritten',
  illness: 'absenceWritten',
  late: 'late',
  coming: 'coming',
  entry: 'trouble',
  waiting: 'waiting',
  inside: 'inside',
  call: 'callMe',
  callMe: 'callMe',
  noPhone: 'noPhone',
  mayCall: 'mayCall',
  aboutCalls: 'aboutCalls',
  newPhone: 'newPhone',
  moving: 'absenceWritten',
  numbers: 'numbers',
  entered: 'entered',
  noCalls: 'noPhone',
  later: 'contact',
  otherAbsent: 'contact',
};

type Said = BookingIntent | 'contact';

/** `isAfter`: she wrote when its time was over. */
export async function answerInContactWindow(
  booking: Booking,
  intents: readonly Said[],
  turn: Turn,
  isAfter = false,
): Promise<undefined> {
  const past = await pastNotices(turn, booking.id);
  const outcomes = await keepOrTell(turn, booking, kindsInContactWindow(intents, past), past);
  return sayInContactWindow(booking, intents, { outcomes, past, isAfter }, turn);
}

type Kept = { outcomes: ReadonlyMap<PersonNotice, Told | null>; past: PastNotice[]; isAfter?: boolean };

/** What became of what she said. */
export async function sayInContactWindow(
  booking: Booking,
  intents: readonly Said[],
  { outcomes, past, isAfter = false }: Kept,
  turn: Turn,
): Promise<undefined> {
  const [first, besides] = [...outcomes].flatMap(([kind, told]) =>
    told === 'overtaken' ? [] : [{ kind, told }],
  );
  if (first === undefined) return void (await showBooking({ type: 'showBooking' }, turn));
  const facts = {
    ...first,
    besides,
    hour: phaseFor(booking, past, turn),
    situation: situationOf(past, booking.state === 'inProgress'),
    ill: intents.includes('illness'),
    isMoving: intents.includes('moving'),
    noCall: mustNotBeCalled([...[...outcomes.keys()].map((event) => ({ event })), ...past]),
    isAfter,
    isRecorded: isRecorded(booking, turn.now) && situationOf(past) !== 'absent',
    opensAt: await opensAt(turn),
  };
  turn.reply(...turn.words.inContactWindow(bookingView(booking, turn.sealer), facts, turn.office));
}

/** Each once; a sign of life adds nothing to anything else. */
export function kindsInContactWindow(intents: readonly Said[], past: readonly PastNotice[]): PersonNotice[] {
  const kinds = new Set(intents.map((intent) => kindInContactWindow(intent, past)));
  if (kinds.size > 1) kinds.delete('contact');
  return [...kinds];
}

function kindInContactWindow(intent: Said, past: readonly PastNotice[]): PersonNotice {
  // Only after 「行けない」 it is news that she comes.
  if (intent === 'coming' && situationOf(past) !== 'absent') return 'contact';
  // That the office's telephone is busy takes nothing back.
  if (intent === 'call' && mustNotBeCalled(past)) return 'contact';
  // Without a ban it asks for nothing.
  if (intent === 'mayCall' && !mustNotBeCalled(past)) return 'contact';
  return newsIn[intent];
}

/** That she got in is told where staff would call her otherwise; else it is a sign of life and no more. Null: only kept. */
async function keepOrTell(
  turn: Turn,
  booking: Booking,
  kinds: readonly PersonNotice[],
  past: PastNotice[],
): Promise<Map<PersonNotice, Told | null>> {
  const isQuiet = (kind: PersonNotice) =>
    kind === 'entered' && !wouldHelp(past) && !isRecorded(booking, turn.now);
  const told = await tellEach(
    turn,
    booking,
    kinds.filter((kind) => !isQuiet(kind)),
    past,
  );
  for (const kind of kinds.filter(isQuiet))
    if (!past.some(({ event }) => event === kind)) await keepNotice(turn, booking, kind);
  return new Map(kinds.map((kind) => [kind, told.get(kind) ?? null]));
}

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

const itself: Answering = async () => null;

/** On any other day, and on the day before its hour. */
const answers: Record<BookingIntent, Answering> = {
  absence: cannotCome,
  illness: cannotCome,

  async late(booking, hour, turn) {
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
  callMe: itself,
  aboutCalls: itself,
  mayCall: async (booking, _, turn) => tellOfCalls('mayCall', booking, turn),
  noPhone: async (booking, _, turn) => tellOfCalls('noPhone', booking, turn),
  newPhone: itself,
  // With its card comes the button that says so to staff, but for the day itself.
  async moving(_, hour, turn) {
    if (hour === 'ahead') turn.reply(...turn.words.detailUnchanged('agreed', turn.office));
    return null;
  },
  entered: itself,
};
