// LINEとつなぐ: a code that staff tell somebody by telephone. Whoever types it in LINE has the booking there.
import { moment } from '../../booking/shown.ts';
import { writeHistory } from '../../records/booking-steps.ts';
import { findBooking } from '../../records/bookings.ts';
import { nobody } from '../../records/forget.ts';
import { makeLinkCode } from '../../records/link-codes.ts';
import { deedOf } from './decide.ts';
import type { Handler } from './handler.ts';
import { brief } from './staff.ts';
import { nameOf } from './which-room.ts';

export const makeLink: Handler<'makeLink'> = async ({ booking: id }, turn) => {
  const { tx, sealer, words, reply } = turn;
  const booking = await findBooking(tx, id);
  if (booking === null || booking.personId === nobody.id) {
    reply(...words.requestUnknown());
    return undefined;
  }
  const of = { personId: booking.personId, bookingId: id };
  const { code, expiresAt } = await makeLinkCode(tx, sealer, of, turn);
  await writeHistory(tx, id, 'linkAsked', booking.state, booking.state, deedOf(turn));
  reply(...words.linkCode(code, moment(expiresAt), { ...brief(booking), name: await nameOf(turn, booking) }));
  return undefined;
};
