// 利用見合わせ: staff decide it, never a count. Nothing is pushed, and open bookings stay as they are.

import { receiptOf, slotOf } from '../../booking/shown.ts';
import { endAfter, isSuspended, lastDayOf } from '../../booking/suspension.ts';
import { dayOf } from '../../core/jst.ts';
import type { CallAuthor } from '../../records/call-steps.ts';
import { findShownPerson, openBookingsOf, type ShownPerson } from '../../records/people-shown.ts';
import { openName } from '../../records/personal-data.ts';
import { endSuspension, lastSuspensionStep, lockPerson, putSuspension } from '../../records/suspensions.ts';
import type { Turn } from '../turn.ts';
import type { Handler } from './handler.ts';
import { showPersonOf } from './people.ts';

/** Of whom none stands; otherwise says what is true and answers undefined. */
async function unsuspended(id: string, turn: Turn): Promise<ShownPerson | undefined> {
  await lockPerson(turn.tx, id);
  const person = await findShownPerson(turn.tx, id);
  if (person !== null && !isSuspended(person, turn.now)) return person;
  await showPersonOf(id, turn, 'before');
  return undefined;
}

const named = ({ id, name }: ShownPerson, { sealer }: Turn) => ({
  person: id,
  name: openName(sealer, { id, name }),
});

export const askSuspension: Handler<'askSuspension'> = async ({ person: id }, turn) => {
  const person = await unsuspended(id, turn);
  if (person) turn.reply(...turn.words.whySuspend(named(person, turn)));
  return undefined;
};

export const askSuspensionTerm: Handler<'askSuspensionTerm'> = async ({ person: id, reason }, turn) => {
  const person = await unsuspended(id, turn);
  if (person) turn.reply(...turn.words.suspendUntilWhen({ ...named(person, turn), reason }));
  return undefined;
};

export const askSuspensionAgain: Handler<'askSuspensionAgain'> = async (
  { person: id, reason, term },
  turn,
) => {
  const person = await unsuspended(id, turn);
  if (person === undefined) return undefined;
  const open = (await openBookingsOf(turn.tx, id)).map((one) => ({
    receipt: receiptOf(one),
    slot: slotOf(one),
  }));
  const lastDay = lastDayOf(dayOf(turn.now), term);
  turn.reply(...turn.words.suspendAgain({ ...named(person, turn), reason, term, lastDay, open }));
  return undefined;
};

export const suspend: Handler<'suspend'> = async ({ person: id, reason, term }, turn) => {
  if ((await unsuspended(id, turn)) === undefined) return undefined;
  const until = endAfter(lastDayOf(dayOf(turn.now), term));
  await putSuspension(turn.tx, id, { reason, until }, authorOf(turn));
  await showPersonOf(id, turn, 'suspended');
  return undefined;
};

export const liftSuspension: Handler<'liftSuspension'> = async ({ person: id, since }, turn) => {
  await lockPerson(turn.tx, id);
  const person = await findShownPerson(turn.tx, id);
  const isStanding = person !== null && isSuspended(person, turn.now);
  // Where its row is swept away, the person stands for it.
  const step = isStanding ? ((await lastSuspensionStep(turn.tx, id))?.id ?? id) : undefined;
  if (step === since) {
    await endSuspension(turn.tx, id, authorOf(turn));
    await showPersonOf(id, turn, 'lifted');
  } else await showPersonOf(id, turn, 'notNow');
  return undefined;
};

const authorOf = ({ chatId, member, now }: Turn): CallAuthor => ({
  chatId,
  staffId: member?.id ?? null,
  at: now,
});
