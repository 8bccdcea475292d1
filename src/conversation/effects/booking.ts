// Her own booking: shown, withdrawn while unconfirmed, and news for staff about it.

import { staffSeeIt } from '../../booking/answer-time.ts';
import { bookingToShow, lastStep, type News } from '../../booking/bookings.ts';
import { hourOf } from '../../booking/hour.ts';
import { addMinutes } from '../../booking/jst.ts';
import { takeStep } from '../../booking/life.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { Moment } from '../../messages/facts.ts';
import { ja } from '../../messages/ja/index.ts';
import type { Message } from '../../messages/message.ts';
import { adminChats, anyAdminChat } from '../../staff/admin-chats.ts';
import { complete, readDetails } from '../personal-data.ts';
import { personOf, type Turn } from '../turn.ts';
import { bookingView, moment, receiptOf, slotOf } from '../views.ts';
import type { Handler } from './handler.ts';
import { bookableCalendar } from './slot.ts';

export const showBooking: Handler<'showBooking'> = async (_, turn) => {
  const booking = await bookingToShow(turn.tx, personOf(turn).id);
  if (booking?.state === 'requested' && booking.promisedBy < turn.now) {
    turn.say(...ja.answerLate(bookingView(booking, turn.sealer), turn.office));
    return undefined;
  }
  turn.say(...(booking ? await shown(booking, turn) : ja.noBooking(turn.office)));
  return undefined;
};

/** By the clock on its day, and with the reason that staff gave. */
async function shown(booking: Booking, { tx, sealer, office, now }: Turn): Promise<Message[]> {
  const isUnseen = !(await anyAdminChat(tx));
  const view = bookingView(booking, sealer);
  const reason = booking.state === 'declined' ? (await lastStep(tx, booking.id))?.reason : null;
  return ja.bookingShown(view, office, { hour: hourOf(booking, now), reason: reason ?? null, isUnseen });
}

/** A booking of hers that still is as the button saw it and not yet confirmed. */
async function unconfirmed(turn: Turn, { booking, version }: { booking: string; version: number }) {
  return turn.tx.booking.findFirst({
    where: { id: booking, version, personId: personOf(turn).id, state: { in: ['requested', 'proposed'] } },
  });
}

export const lookBeforeRechoosing: Handler<'lookBeforeRechoosing'> = async (effect, turn) => {
  const found = await unconfirmed(turn, effect);
  return found ? { type: 'rechoose.possible', companion: found.companion } : { type: 'booking.settled' };
};

export const lookBeforeWithdrawing: Handler<'lookBeforeWithdrawing'> = async (effect, turn) =>
  (await unconfirmed(turn, effect)) ? { type: 'booking.open' } : { type: 'booking.settled' };

export const withdrawRequest: Handler<'withdrawRequest'> = async (effect, turn) => {
  const found = await unconfirmed(turn, effect);
  if (found === null) return { type: 'booking.settled' };
  const outcome = await takeStep(turn.tx, found, 'withdraw', { actor: 'person', at: turn.happenedAt });
  if (outcome === 'settledBefore') return { type: 'booking.settled' };
  turn.say(...ja.withdrawn(bookingView(found, turn.sealer), turn.office));
  await tellAll(turn, 'withdrawn', ja.withdrawnForStaff({ receipt: receiptOf(found), slot: slotOf(found) }));
  return { type: 'booking.withdrawn' };
};

/** つながらない, 行けない and 遅れます: staff hear of it; the booking itself stays as it is. */
export const tellStaff: Handler<'tellStaff'> = async ({ news, booking: id }, turn) => {
  const booking = await nextConsultation(turn, id);
  if (booking === null && id === null) {
    turn.say(...ja.troubleWithoutBooking(turn.office));
    return undefined;
  }
  if (booking === null) {
    turn.say(...ja.remarks.bookingGone({ facts: {}, standing: null, misses: 0 }, turn.office));
    return showBooking({ type: 'showBooking' }, turn);
  }
  if (news === 'trouble' && !isAboutTime(booking, turn.now)) {
    turn.say(...ja.troubleNotYet(turn.office));
    return undefined;
  }
  if (await nobodyHears(turn, booking, news)) return undefined;
  if (await isToldAlready(turn, booking, news)) {
    turn.say(...ja.toldAlready(turn.office));
    return undefined;
  }
  const opens = await opensAt(turn);
  await noteNews(turn, booking, news);
  if (news === 'trouble') turn.say(...ja.troubleTold(turn.office, opens));
  else if (news === 'absence') turn.say(...ja.absenceTold(turn.office, opens));
  else turn.say(...ja.lateTold(hourOf(booking, turn.now), turn.office, opens));
  return undefined;
};

/** When staff will see what is told now; null while the office is open. */
export async function opensAt(turn: Turn): Promise<Moment | null> {
  const { closures } = await bookableCalendar(turn);
  const seenAt = staffSeeIt(turn.now, turn.office, closures);
  return seenAt.getTime() === turn.now.getTime() ? null : moment(seenAt);
}

/** The confirmed booking of hers that was named; without a name the first one, which is that of today. */
const nextConsultation = (turn: Turn, id: string | null): Promise<Booking | null> =>
  turn.tx.booking.findFirst({
    where: {
      ...(id !== null && { id }),
      personId: personOf(turn).id,
      state: { in: ['confirmed', 'inProgress'] },
    },
    orderBy: { startsAt: 'asc' },
  });

/** Nobody can have trouble getting in long before the room opens. */
const minutesBefore = 60;
const isAboutTime = ({ startsAt }: Booking, now: Date): boolean =>
  addMinutes(startsAt, -minutesBefore) <= now;

/** Of two that take each other back, the newer one counts. */
const takenBackBy: Partial<Record<News, News>> = { absence: 'coming', coming: 'absence' };

/** The same news goes to staff once, however often she presses. */
export async function isToldAlready(turn: Turn, booking: Booking, news: News): Promise<boolean> {
  const newest = await newestOf(turn, booking, news);
  return newest?.event === news && newest.reason !== untold;
}

const newestOf = ({ tx }: Turn, { id }: Booking, news: News) =>
  tx.bookingStep.findFirst({
    where: { bookingId: id, event: { in: [news, takenBackBy[news] ?? news] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });

/** The reason of news that no chat of the staff was there to hear: told again they count as new. */
export const untold = 'untold';

/**
 * While no chat of the staff is enrolled news are kept, once, and she is told to call: nothing says that staff heard.
 * False: somebody is there. `news` undefined: there is nothing to keep.
 */
export async function nobodyHears(turn: Turn, booking: Booking, news?: News): Promise<boolean> {
  if (await anyAdminChat(turn.tx)) return false;
  if (news && (await newestOf(turn, booking, news))?.event !== news)
    await keepNews(turn, booking, news, untold);
  turn.say(...ja.nobodyHears(turn.office, await opensAt(turn)));
  return true;
}

/** Kept in the booking's history and told to staff: that it was said, never in which words. */
export async function noteNews(turn: Turn, booking: Booking, news: News): Promise<void> {
  const details = complete(await readDetails(turn.tx, turn.sealer, booking.personId));
  const card = {
    id: booking.id,
    receipt: receiptOf(booking),
    slot: slotOf(booking),
    name: details?.name ?? '',
  };
  await keepNews(turn, booking, news, null);
  await tellAll(turn, news, cardOf[news](card, moment(turn.now)));
}

async function keepNews(
  { tx, now }: Turn,
  { id, state }: Booking,
  event: News,
  reason: string | null,
): Promise<void> {
  const data = { bookingId: id, event, reason, from: state, to: state, actor: 'person', at: now } as const;
  await tx.bookingStep.create({ data });
}

const cardOf: Record<News, (person: NewsOf, at: Moment) => Message[]> = {
  trouble: ja.troubleForStaff,
  absence: ja.absenceForStaff,
  late: ja.lateForStaff,
  coming: ja.comingForStaff,
  contact: ja.contactForStaff,
};
type NewsOf = Parameters<typeof ja.troubleForStaff>[0];

async function tellAll(turn: Turn, about: string, messages: Message[]): Promise<void> {
  for (const to of await adminChats(turn.tx)) turn.tell({ to, about, messages });
}
