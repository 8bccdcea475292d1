// 対応します on the card of somebody who cannot get in: whoever presses later reads who is at it.
import { moment } from '../../booking/shown.ts';
import type { Booking } from '../../db/generated/client.ts';
import { openMemberName } from '../../records/admin-chats.ts';
import { findBooking } from '../../records/bookings.ts';
import { goesOn, mayBeHelped, takeHelp as takeHelpFor } from '../../records/helping.ts';
import { ofItself, pastNotices } from '../../records/past-notices.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import type { Handler } from './handler.ts';
import { brief } from './staff.ts';
import { nameOf } from './which-room.ts';

export const takeHelp: Handler<'takeHelp'> = async ({ booking: id }, turn) => {
  const { tx, sealer, now, chatId, member, words, reply } = turn;
  const booking = await findBooking(tx, id);
  // Its time is over, or it takes place and nothing came since: the card says what is true now.
  if (booking === null || !mayBeHelped(booking, now) || (await isSettled(booking, turn))) {
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

async function isSettled({ id, state }: Booking, turn: Turn): Promise<boolean> {
  return goesOn(state) && ofItself(await pastNotices(turn, id)).every((one) => !one.told || one.isSettled);
}
