// カレンダーに入れる: the address of a page that gives a file for the person's own calendar, with the times and nothing else.
import { slotOf } from '../../booking/shown.ts';
import { findBooking } from '../../records/bookings.ts';
import { makePageLink, pageMinutes } from '../../records/page-links.ts';
import { personOf } from '../turn.ts';
import { showBooking } from './booking.ts';
import type { Handler } from './handler.ts';

export const giveCalendar: Handler<'giveCalendar'> = async ({ booking: id }, turn) => {
  const { tx, sealer, now, chatId, publicUrl, words, reply } = turn;
  const booking = await findBooking(tx, id);
  const isAhead = booking?.state === 'confirmed' && booking.endsAt > now;
  if (!isAhead || booking.personId !== personOf(turn).id) return showBooking({ type: 'showBooking' }, turn);
  if (publicUrl === undefined) {
    reply(...words.calendarByHand(slotOf(booking)));
    return undefined;
  }
  const by = { chatId, staffId: null, at: now };
  const path = await makePageLink(tx, sealer, turn.newToken(), { purpose: 'calendar', subject: id, by });
  const link = new URL(path, publicUrl);
  // LINE's own browser keeps no files. https://developers.line.biz/en/docs/messaging-api/using-line-url-scheme/
  link.searchParams.set('openExternalBrowser', '1');
  reply(...words.calendarLink(slotOf(booking), link.href, pageMinutes.calendar));
  return undefined;
};
