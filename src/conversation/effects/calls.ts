// What LINE did not bring to people: listed for staff, told by telephone, or sent again as the booking stands now.

import { phaseOf } from '../../booking/consultation-phase.ts';
import { receiptOf, slotOf } from '../../booking/shown.ts';
import { dayOf } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import { isForPerson } from '../../messages/kinds.ts';
import type { Message } from '../../messages/message.ts';
import { bookingView } from '../../messages/views.ts';
import { showCalls } from '../../outbox/calls.ts';
import { type Notification, notifyPerson } from '../../outbox/notify.ts';
import { lastStep } from '../../records/bookings.ts';
import { closeCall, closingOf, findCall, openCalls } from '../../records/calls.ts';
import { personMustNotBeCalled } from '../../records/past-notices.ts';
import type { Turn } from '../turn.ts';
import type { Handler } from './handler.ts';

/** With the line before them as many as one call of LINE takes. */
const cardsAtOnce = 4;

export const listCalls: Handler<'listCalls'> = async (_, turn) => {
  const { tx, reply } = turn;
  const { ids, count } = await openCalls(tx, cardsAtOnce);
  reply(...turn.words.callList(count, ids.length), ...(await showCalls(ids, turn)));
  return undefined;
};

export const markTold: Handler<'markTold'> = async ({ call }, turn) => {
  const outcome = await closeCall(turn.tx, call, 'told');
  turn.reply(
    ...(outcome === 'closed' ? turn.words.callClosed('told') : turn.words.callClosedBefore(outcome)),
  );
  return undefined;
};

export const resendCall: Handler<'resendCall'> = async ({ call }, turn) => {
  const { tx, reply } = turn;
  const row = await findCall(tx, call);
  if (row?.booking && row.state === 'open') {
    const noCall = await personMustNotBeCalled(tx, row.booking.personId);
    if (row.booking.person.blockedAt !== null) return done(reply, turn.words.callBlocked(noCall));
    const again = await anew(row.about, row.booking, turn);
    if (again === undefined) {
      const notice = { receipt: receiptOf(row.booking), slot: slotOf(row.booking) };
      return done(reply, turn.words.callOutdated(notice, noCall));
    }
    if ((await closeCall(tx, call, 'resent')) === 'closed') {
      const about = isForPerson(row.about) ? row.about : 'answer';
      notifyPerson(turn, row.booking, { about, important: true, ...again });
      return done(reply, turn.words.callClosed('resent'));
    }
  }
  return done(reply, turn.words.callClosedBefore(closingOf(await findCall(tx, call))));
};

function done(reply: Turn['reply'], messages: Message[]): undefined {
  reply(...messages);
}

type Again = Pick<Notification, 'messages' | 'dropAfter'>;

/** As it reads today; undefined when that is not so any more, such as the confirmation of a cancelled booking. */
async function anew(about: string, booking: Booking, turn: Turn): Promise<Again | undefined> {
  const { tx, sealer, office, now } = turn;
  const view = bookingView(booking, sealer);
  const { state, startsAt, endsAt } = booking;
  const reason = state === 'declined' ? ((await lastStep(tx, booking.id))?.reason ?? null) : null;
  switch (about) {
    case 'confirmed':
    case 'numbersChanged':
    case 'reminder': {
      if (state !== 'confirmed' || endsAt <= now) return undefined;
      if (about === 'confirmed') return { messages: turn.words.confirmed(view, office), dropAfter: endsAt };
      if (about === 'numbersChanged')
        return { messages: turn.words.numbersChanged(view, office), dropAfter: endsAt };
      const today = dayOf(now);
      const isToday = dayOf(startsAt) === today;
      const messages = isToday
        ? turn.words.reminderSoon(view, office)
        : turn.words.reminderDayBefore(view, office, today);
      return startsAt <= now ? undefined : { messages, dropAfter: startsAt };
    }
    case 'declined':
      return state === 'declined' ? { messages: turn.words.declined(view, reason, office) } : undefined;
    case 'expired':
      return state === 'expired' ? { messages: turn.words.expired(view, office) } : undefined;
    default:
      return { messages: turn.words.bookingShown(view, office, { hour: phaseOf(booking, now), reason }) };
  }
}
