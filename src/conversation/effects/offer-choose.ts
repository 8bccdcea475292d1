// 選び直す: other times to propose, one after the other, as in 日時を変える. The ones that are chosen already ride on the buttons.

import { instant } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import { timesShown } from '../../outbox/offer-shown.ts';
import type { OpenDay } from '../../records/slots.ts';
import type { Turn } from '../turn.ts';
import type { Handler } from './handler.ts';
import { daysAtOnce } from './move.ts';
import { daysToOffer, proposable } from './offer.ts';
import { brief } from './staff.ts';
import { nameOf } from './which-room.ts';

const named = async (booking: Booking, turn: Turn) => ({
  ...brief(booking),
  name: await nameOf(turn, booking),
});

/** Without its own time, and without those that are chosen. */
async function daysLeft(booking: Booking, chosen: readonly number[], turn: Turn): Promise<OpenDay[]> {
  const used = new Set([booking.startsAt.getTime(), ...chosen]);
  return (await daysToOffer(turn))
    .map((open) => {
      const isLeft = (time: OpenDay['times'][number]) => !used.has(instant(open.day, time).getTime());
      return { ...open, times: open.times.filter(isLeft), otherTimes: open.otherTimes.filter(isLeft) };
    })
    .filter(({ times, otherTimes }) => times.length + otherTimes.length > 0);
}

export const askDayToOffer: Handler<'askDayToOffer'> = async ({ times, page, ...ref }, turn) => {
  const booking = await proposable(ref, turn);
  if (booking) await sayDays(booking, times, page, turn);
  return undefined;
};

async function sayDays(booking: Booking, chosen: readonly number[], page: number, turn: Turn): Promise<void> {
  const all = (await daysLeft(booking, chosen, turn)).map(({ day }) => day);
  const pages = Math.max(1, Math.ceil(all.length / daysAtOnce));
  const from = (page % pages) * daysAtOnce;
  const next = pages > 1 ? (page + 1) % pages : null;
  const days = all.slice(from, from + daysAtOnce);
  turn.reply(...turn.words.offerDays({ ...(await named(booking, turn)), chosen, days, next }));
}

/** `fine`: the other times too. */
export const askTimeToOffer: Handler<'askTimeToOffer'> = async (
  { times: chosen, day, fine, ...ref },
  turn,
) => {
  const booking = await proposable(ref, turn);
  if (booking === undefined) return undefined;
  const open = (await daysLeft(booking, chosen, turn)).find((one) => one.day === day);
  if (open === undefined) {
    turn.reply(...turn.words.moveSlotGone(false));
    await sayDays(booking, chosen, 0, turn);
    return undefined;
  }
  const showAll = fine || open.times.length === 0;
  const shown = showAll ? [...open.times, ...open.otherTimes].sort() : open.times;
  const starts = shown.map((time) => instant(open.day, time));
  turn.reply(
    ...turn.words.offerTimes({
      ...(await named(booking, turn)),
      ...{ chosen, day },
      times: timesShown(starts, turn.office),
      hasMore: !showAll && open.otherTimes.length > 0,
    }),
  );
  return undefined;
};
