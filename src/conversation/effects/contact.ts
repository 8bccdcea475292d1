// How staff reach a person whose phone the chat shows masked (D7): a page of its own, for a short while.

import { receiptOf, slotOf } from '../../booking/shown.ts';
import { findBooking } from '../../records/bookings.ts';
import { contactDays, contactMinutes, isLongOver, makeContactLink } from '../../records/contact-links.ts';
import { mustNotBeCalled, pastNotices } from '../../records/past-notices.ts';
import type { Handler } from './handler.ts';

export const showContact: Handler<'showContact'> = async ({ booking: id }, turn) => {
  const { tx, chatId, member, publicUrl } = turn;
  const booking = await findBooking(tx, id);
  if (booking === null) {
    turn.reply(...turn.words.requestUnknown());
    return undefined;
  }
  if (await isLongOver(tx, booking, turn.now)) {
    turn.reply(...turn.words.contactOver(contactDays));
    return undefined;
  }
  if (publicUrl === undefined) {
    turn.reply(...turn.words.contactWithoutPage());
    return undefined;
  }
  const asked = { booking, chatId, staffId: member?.id ?? null, at: turn.now };
  const path = await makeContactLink(tx, turn.sealer, turn.newToken(), asked);
  const notice = { receipt: receiptOf(booking), slot: slotOf(booking) };
  const noCall = mustNotBeCalled(await pastNotices(turn, id));
  const link = new URL(path, publicUrl).href;
  turn.reply(...turn.words.contactLink(notice, link, { minutes: contactMinutes, noCall }));
  return undefined;
};
