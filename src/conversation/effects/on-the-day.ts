// What she writes about her consultation in words of her own: answered by its booking and by the clock.
import type { Matter } from '../../../flows/vocabulary-words.ts';
import { news, openBookingOf } from '../../booking/bookings.ts';
import { type Hour, hourBegins, hourOf, isTheHour } from '../../booking/hour.ts';
import type { Booking } from '../../db/generated/client.ts';
import { ja } from '../../messages/ja/index.ts';
import type { Message } from '../../messages/message.ts';
import { personOf, type Turn } from '../turn.ts';
import { bookingView } from '../views.ts';
import { isToldAlready, nobodyHears, noteNews, opensAt, showBooking, untold } from './booking.ts';
import type { Handler } from './handler.ts';

/** at the hour of her consultation a photo, a sticker or any words are a sign of life. */
export const lookAtTheHour: Handler<'lookAtTheHour'> = async ({ kind, topic }, turn) => {
  const booking = await consultationOf(turn);
  const hour = booking === null ? 'over' : hourOf(booking, turn.now);
  if (booking === null || !isTheHour(hour)) return { type: 'hour.others', kind, topic };
  if (await nobodyHears(turn, booking, 'contact')) return { type: 'hour.hers' };
  turn.say(...(await contact(booking, hour, turn)));
  return { type: 'hour.hers' };
};

export const answerMatter: Handler<'answerMatter'> = async ({ matter }, turn) => {
  const booking = await consultationOf(turn);
  if (booking === null) return answerWithoutOne(matter, turn);
  const hour = hourOf(booking, turn.now);
  if (await isForStaff(matter, booking, hour, turn)) {
    const sign = isTheHour(hour) ? 'contact' : undefined;
    if (await nobodyHears(turn, booking, sign)) return undefined;
  }
  const said = await answers[matter](booking, hour, turn, matter);
  if (said === null) return showBooking({ type: 'showBooking' }, turn);
  turn.say(...said);
  return undefined;
};

/** Whether the answer passes it on to staff, or offers to. */
async function isForStaff(matter: Matter, booking: Booking, hour: Hour, turn: Turn): Promise<boolean> {
  if (matter === 'numbers') return false;
  if (isTheHour(hour)) return true;
  if (matter === 'coming') return isToldAlready(turn, booking, 'absence');
  return matter !== 'entry' && matter !== 'inside';
}

/** Hers that is confirmed and not over yet; the first one, which is that of today. */
const consultationOf = (turn: Turn): Promise<Booking | null> =>
  turn.tx.booking.findFirst({
    where: {
      personId: personOf(turn).id,
      state: { in: ['confirmed', 'inProgress'] },
      endsAt: { gt: turn.now },
    },
    orderBy: { startsAt: 'asc' },
  });

const aboutZoom = ({ office }: Turn): Message[] =>
  ja.remarks.answer({ facts: { topic: 'zoom' }, standing: null, misses: 0 }, office);

const needsNoBooking: ReadonlySet<Matter> = new Set(['inside', 'numbers']);

async function answerWithoutOne(matter: Matter, turn: Turn): Promise<undefined> {
  const isGeneral = needsNoBooking.has(matter) && !(await openBookingOf(turn.tx, personOf(turn).id));
  if (isGeneral) turn.say(...aboutZoom(turn));
  else await showBooking({ type: 'showBooking' }, turn);
}

/** Null: her booking as it stands says it best. */
type Answering = (booking: Booking, hour: Hour, turn: Turn, matter: Matter) => Promise<Message[] | null>;

const cannotCome: Answering = async (booking, hour, turn, matter) => {
  const heard = isTheHour(hour) ? await hear(booking, turn) : null;
  const isTold = await isToldAlready(turn, booking, 'absence');
  const facts = { ill: matter === 'illness', isTold, heard, opensAt: await opensAt(turn) };
  return ja.absenceOffered(bookingView(booking, turn.sealer), facts, turn.office);
};

const answers: Record<Matter, Answering> = {
  absence: cannotCome,
  illness: cannotCome,

  async late(booking, hour, turn) {
    if (isTheHour(hour)) return contact(booking, hour, turn);
    return ja.lateOffered(bookingView(booking, turn.sealer), turn.office);
  },

  async coming(booking, hour, turn) {
    const view = bookingView(booking, turn.sealer);
    if (await isToldAlready(turn, booking, 'absence')) {
      await noteNews(turn, booking, 'coming');
      return ja.comingTold(view, turn.office, await opensAt(turn));
    }
    return isTheHour(hour) ? contact(booking, hour, turn) : ja.comingExpected(view, turn.office);
  },

  async entry(booking, hour, turn) {
    if (!isTheHour(hour)) return ja.troubleNotYet(turn.office);
    const heard = await hear(booking, turn);
    return ja.troubleInWords(bookingView(booking, turn.sealer), hour, heard, turn.office);
  },

  inside: async (booking, hour, turn) => (isTheHour(hour) ? contact(booking, hour, turn) : aboutZoom(turn)),

  async call(booking, hour, turn) {
    if (isTheHour(hour)) return contact(booking, hour, turn);
    return ja.phoneBusy(bookingView(booking, turn.sealer), turn.office, await opensAt(turn));
  },

  numbers: async (booking, hour, turn) =>
    hour === 'ahead' ? ja.numbersAgain(bookingView(booking, turn.sealer), turn.office) : null,
};

const contact = async (booking: Booking, hour: Hour, turn: Turn): Promise<Message[]> =>
  ja.contactNoted(bookingView(booking, turn.sealer), hour, await hear(booking, turn), turn.office);

/** Staff hear once that she is in touch, whatever it was that she told or sent at the hour first. */
async function hear(booking: Booking, turn: Turn): Promise<'now' | 'before'> {
  const before = await turn.tx.bookingStep.findFirst({
    where: {
      bookingId: booking.id,
      event: { in: [...news] },
      at: { gte: hourBegins(booking) },
      OR: [{ reason: null }, { reason: { not: untold } }],
    },
  });
  if (before !== null) return 'before';
  await noteNews(turn, booking, 'contact');
  return 'now';
}
