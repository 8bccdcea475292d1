// She wants what is on record of her to be deleted (D6): staff get a card, once a day, and she hears what happens next.
import { hasStaff, leaveForStaff } from '../../outbox/notify.ts';
import { bookingToShow, holding } from '../../records/bookings.ts';
import { personMustNotBeCalled } from '../../records/past-notices.ts';
import { noteDeletionAsked } from '../../records/people.ts';
import { personOf } from '../turn.ts';
import { opensAt } from './booking.ts';
import type { Handler } from './handler.ts';

export const askDeletion: Handler<'askDeletion'> = async (_, turn) => {
  const { tx, office } = turn;
  if (!(await hasStaff(turn))) {
    turn.reply(...turn.words.deletionByPhone(office));
    return undefined;
  }
  const { id } = personOf(turn);
  if (!(await noteDeletionAsked(tx, id, turn.now))) {
    turn.reply(...turn.words.deletionAskedAlready(office));
    return undefined;
  }
  const booking = await bookingToShow(tx, id);
  const isOpen = booking !== null && holding.some((state) => state === booking.state);
  const onRecord = booking === null ? 'nothing' : isOpen ? 'open' : 'over';
  const noCall = await personMustNotBeCalled(tx, id);
  turn.reply(...turn.words.deletionAsked(office, onRecord, await opensAt(turn), noCall));
  await leaveForStaff(turn, { about: 'deletion', booking: booking?.id });
  return undefined;
};
