// ありがとうございました at the counter: of a consultation that took place it is answered as such. Nothing of the kind is ever pushed.

import { slotOf } from '../../booking/shown.ts';
import { openBookingOf } from '../../records/bookings.ts';
import { attendedJustNow } from '../../records/contact-window.ts';
import { personOf, type Turn } from '../turn.ts';
import type { Handler } from './handler.ts';
import { howItWas } from './opinion.ts';
import { isSuspended } from './request.ts';

/** So long after its end thanks are for the consultation. */
const hoursAfter = 24;

export const answerThanks: Handler<'answerThanks'> = async ({ how }, turn) => {
  const { words, office, reply } = turn;
  if (how === 'thanks' && (await attended(turn))) {
    const next = await nextOf(turn);
    const asked = await howItWas(turn);
    // The card that asks names the next one itself.
    const isNamed = next !== null && asked.length > 0;
    const mayNotApply = isNamed || (await isSuspended(turn));
    reply(...words.thanksForComing(office, mayNotApply, isNamed ? null : next), ...asked);
  } else reply(...words.remarks.thanks({ facts: { how }, openPrompt: null, misses: 0 }, office));
  return undefined;
};

/** Whoever has the next one is not invited to ask for it. */
async function nextOf(turn: Turn) {
  const next = await openBookingOf(turn.tx, personOf(turn).id);
  return next && { state: next.state, slot: slotOf(next) };
}

const attended = (turn: Turn): Promise<boolean> =>
  attendedJustNow(turn.tx, personOf(turn).id, turn.happenedAt, hoursAfter);
