// 担当を変える: another counsellor for a booking that has not begun. Nobody holds two at one time: the database sees to it too.

import { counsellorsOn } from '../../booking/closures.ts';
import { counsellorName } from '../../booking/counsellor-name.ts';
import { dayOf } from '../../core/jst.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { CounsellorChoice } from '../../messages/facts-people.ts';
import { changeCounsellorOf } from '../../records/booking-counsellor.ts';
import { findBooking } from '../../records/bookings.ts';
import { closuresBetween, takenBetween } from '../../records/calendar.ts';
import { findUndo } from '../../records/undo.ts';
import type { Turn } from '../turn.ts';
import { showCardOf } from './booking-card.ts';
import { deedOf } from './decide.ts';
import type { Handler } from './handler.ts';
import { brief, saySettled } from './staff.ts';
import { nameOf } from './which-room.ts';

type Ref = { booking: string; version: number };

/** As the card showed it, and not begun; otherwise says what is true now and answers undefined. */
async function asShown(turn: Turn, { booking: id, version }: Ref): Promise<Booking | undefined> {
  const booking = await findBooking(turn.tx, id);
  if (booking === null || booking.version !== version) await saySettled(turn, booking);
  else if (!canChange(booking, turn.now) || (await findUndo(turn.tx, id)) !== null)
    await showCardOf(id, turn, { lead: 'changedSince' });
  else return booking;
  return undefined;
}

export const canChange = ({ state, startsAt }: Booking, now: Date): boolean =>
  (state === 'requested' || state === 'confirmed') && now < startsAt;

/** All of that day but the one who has it. */
async function choicesFor({ tx, office }: Turn, booking: Booking): Promise<CounsellorChoice[]> {
  const day = dayOf(booking.startsAt);
  const taken = await takenBetween(tx, day, day, booking.id);
  const count = counsellorsOn(day, office, await closuresBetween(tx, day, day));
  return Array.from({ length: count }, (_, counsellor) => counsellor).flatMap((counsellor) => {
    const name = counsellorName(office, counsellor);
    if (name === null || counsellor === booking.counsellor) return [];
    const isTaken = taken.some(
      (one) =>
        one.counsellor === counsellor && one.startsAt < booking.endsAt && booking.startsAt < one.endsAt,
    );
    return [{ counsellor, name, isTaken }];
  });
}

export const askCounsellor: Handler<'askCounsellor'> = async (ref, turn) => {
  const booking = await asShown(turn, ref);
  if (booking === undefined) return undefined;
  const now = counsellorName(turn.office, booking.counsellor);
  const choices = await choicesFor(turn, booking);
  const shown = { ...brief(booking), name: await nameOf(turn, booking), now };
  turn.reply(...turn.words.whichCounsellor(choices, shown));
  return undefined;
};

export const changeCounsellor: Handler<'changeCounsellor'> = async ({ counsellor, ...ref }, turn) => {
  const booking = await asShown(turn, ref);
  if (booking === undefined) return undefined;
  const choice = (await choicesFor(turn, booking)).find((one) => one.counsellor === counsellor);
  if (choice === undefined) turn.reply(...turn.words.counsellorAway());
  else if (choice.isTaken) turn.reply(...turn.words.counsellorTaken(choice.name));
  else if (await changeCounsellorOf(turn.tx, booking, counsellor, deedOf(turn)))
    await showCardOf(booking.id, turn, { lead: 'counsellorChanged' });
  else await saySettled(turn, await findBooking(turn.tx, booking.id));
  return undefined;
};
