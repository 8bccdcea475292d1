// What somebody says at the hour of the consultation: kept, told to staff, and answered with what became of it.
import type { BookingIntent } from '../../../flows/vocabulary.ts';
import type { PersonNotice } from '../../booking/person-notices.ts';
import type { Booking } from '../../db/generated/client.ts';
import { bookingView } from '../../messages/views.ts';
import { isRecorded } from '../../records/contact-window.ts';
import {
  mustNotBeCalled,
  type PastNotice,
  pastNotices,
  situationOf,
  wouldHelp,
} from '../../records/past-notices.ts';
import type { Told } from '../../records/told.ts';
import type { Turn } from '../turn.ts';
import { opensAt, showBooking } from './booking.ts';
import { keepNotice, phaseFor, tellEach } from './notices.ts';

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
  const [first, ...besides] = [...outcomes].flatMap(([kind, told]) =>
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
