// 電話予約: a slot is held for a quarter of an hour, and its details are entered on a page.
import { moment, slotOf } from '../../booking/shown.ts';
import { judgeForStaff } from '../../booking/staff-times.ts';
import { asDay } from '../../core/jst.ts';
import { makePageLink } from '../../records/page-links.ts';
import { freeHold, holdForCall } from '../../records/phone-holds.ts';
import { holdTimer } from '../../timers/timers.ts';
import type { Turn } from '../turn.ts';
import { freeFrom, pageOfTimes, startOf } from './free-times.ts';
import type { Handler } from './handler.ts';
import { closuresAhead } from './slot.ts';

export const offerPhoneTimes: Handler<'offerPhoneTimes'> = async ({ from, late, page }, turn) => {
  const { free, isLate } = await freeFrom(asDay(from), late, turn);
  turn.reply(...turn.words.timesToHold({ ...pageOfTimes(free, page), isLate, from }));
  return undefined;
};

export const holdSlot: Handler<'holdSlot'> = async ({ at }, turn) => {
  const { tx, sealer, now, office, words, reply, publicUrl } = turn;
  const wish = startOf(at);
  const verdict = judgeForStaff(wish, now, office, await closuresAhead(turn));
  if (!verdict.ok) {
    reply(...words.slotNotHeld(verdict.because, wish));
    return undefined;
  }
  if (publicUrl === undefined) {
    reply(...words.phoneWithoutPage());
    return undefined;
  }
  const hold = await holdForCall(tx, { id: turn.newId(now), startsAt: new Date(at), now }, office);
  if (hold === undefined) {
    reply(...words.slotNotHeld('taken', wish));
    return undefined;
  }
  turn.schedule(holdTimer(hold.id, hold.until));
  const subject = { purpose: 'booking' as const, subject: hold.id, by: authorOf(turn) };
  const path = await makePageLink(tx, sealer, turn.newToken(), subject);
  const link = new URL(path, publicUrl).href;
  const held = { hold: hold.id, slot: slotOf(hold), until: moment(hold.until), link };
  reply(...words.slotHeld({ ...held, isLate: verdict.isLate }));
  return undefined;
};

export const dropHold: Handler<'dropHold'> = async ({ hold }, turn) => {
  turn.reply(...turn.words.holdDropped(await freeHold(turn.tx, hold)));
  return undefined;
};

export const sayPhoneUnclear: Handler<'sayPhoneUnclear'> = async (_, turn) => {
  turn.reply(...turn.words.phoneLineUnclear());
  return undefined;
};

/** By our own clock: the page lives as long as its hold. */
const authorOf = ({ chatId, member, now }: Turn) => ({ chatId, staffId: member?.id ?? null, at: now });
