// ありがとうございました at the counter: of a consultation that took place it is answered as such. Nothing of the kind is ever pushed.

import { attendedJustNow } from '../../records/contact-window.ts';
import { personOf, type Turn } from '../turn.ts';
import type { Handler } from './handler.ts';
import { howItWas } from './opinion.ts';
import { isSuspended } from './request.ts';

/** So long after its end thanks are for the consultation. */
const hoursAfter = 24;

export const answerThanks: Handler<'answerThanks'> = async ({ how }, turn) => {
  const { words, office, reply } = turn;
  if (how === 'thanks' && (await attended(turn)))
    reply(...words.thanksForComing(office, await isSuspended(turn)), ...(await howItWas(turn)));
  else reply(...words.remarks.thanks({ facts: { how }, openPrompt: null, misses: 0 }, office));
  return undefined;
};

const attended = (turn: Turn): Promise<boolean> =>
  attendedJustNow(turn.tx, personOf(turn).id, turn.happenedAt, hoursAfter);
