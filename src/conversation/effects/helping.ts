// 対応します on the card of somebody who cannot get in: whoever presses later reads who is at it.
import { isContactWindow, phaseOf } from '../../booking/consultation-phase.ts';
import { moment } from '../../booking/shown.ts';
import { openMemberName } from '../../records/admin-chats.ts';
import { findBooking } from '../../records/bookings.ts';
import { isRecorded } from '../../records/contact-window.ts';
import { takeHelp as takeHelpFor } from '../../records/helping.ts';
import { showCardOf } from './booking-card.ts';
import type { Handler } from './handler.ts';
import { brief } from './staff.ts';
import { nameOf } from './which-room.ts';

export const takeHelp: Handler<'takeHelp'> = async ({ booking: id }, turn) => {
  const { tx, sealer, now, chatId, member, words, reply } = turn;
  const booking = await findBooking(tx, id);
  // It takes place, or its time is over: the card says what is true now. Recorded otherwise, somebody may be in need all the same.
  const mayNeedHelp = booking !== null && (booking.state === 'confirmed' || isRecorded(booking, now));
  if (!mayNeedHelp || !isContactWindow(phaseOf(booking, now))) {
    await showCardOf(id, turn);
    return undefined;
  }
  const helper = await takeHelpFor(tx, booking, { chatId, staffId: member?.id ?? null, at: now });
  const by = helper.staff && openMemberName(sealer, helper.staff);
  reply(
    ...words.helping({ ...brief(booking), name: await nameOf(turn, booking), by, at: moment(helper.at) }),
  );
  return undefined;
};
