// Where a saved talk is picked up again: as it was left, or politely anew.
import { z } from 'zod';
import type { FlowName } from '../../flows/index.ts';
import { ja } from '../messages/ja/index.ts';
import { readDraft } from './personal-data.ts';
import { runTalk } from './run-talk.ts';
import { begin, StaleTalkError, type Step, standing, step, type Talk } from './step.ts';
import type { Desk } from './take-turn.ts';
import type { Turn } from './turn.ts';

/** Where a chat begins. */
export const beginAt = (desk: Desk): Step =>
  desk === 'admin'
    ? begin({ flow: 'admin', input: undefined })
    : begin({ flow: 'home', input: { silent: false } });

const flowsOf: Record<Desk, readonly FlowName[]> = { home: ['home', 'request'], admin: ['admin'] };
const otherThan = { home: 'admin', admin: 'home' } as const satisfies Record<Desk, Desk>;

/** `changed`: another question stands than the one she saw; she has been told why. */
export type PickedUp = { at: Step; changed: boolean };

/** Where the talk stands now. Says so when it had to begin anew or when what was typed is gone. */
export async function pickUp(talk: Talk, desk: Desk, turn: Turn): Promise<PickedUp> {
  if (flowsOf[otherThan[desk]].includes(talk.flow)) return { at: beginAt(desk), changed: false };
  try {
    const left = standing(talk);
    if (!(await draftIsGone(talk, turn))) return { at: left, changed: false };
    return { at: await tellDraftIsGone(left, turn), changed: true };
  } catch (error) {
    if (!(error instanceof StaleTalkError)) throw error;
    // Consent, details and booking lie in the records; only the place in the talk is lost.
    if (desk === 'home') turn.say(...ja.restarted(turn.office));
    return { at: beginAt(desk), changed: desk === 'home' };
  }
}

const typed = z.object({ typed: z.literal(true) });

/** D6: what she typed is deleted after 24 hours. */
async function draftIsGone({ flow, context }: Talk, { tx, sealer, chatId, now }: Turn): Promise<boolean> {
  if (flow !== 'request' || !typed.safeParse(context).success) return false;
  return (await readDraft(tx, sealer, chatId, now)) === null;
}

async function tellDraftIsGone(left: Step, turn: Turn): Promise<Step> {
  const { at } = await runTalk(step(left.talk, { type: 'draft.expired' }), left.prompt, 0, turn);
  return at;
}
