// Where a saved conversation is picked up again: as it was left, or politely anew.
import { z } from 'zod';
import type { FlowName } from '../../flows/index.ts';
import type { PromptKey } from '../../flows/vocabulary.ts';
import { ja } from '../messages/ja/index.ts';
import type { Conversation } from '../records/conversations.ts';
import {
  complete,
  type Details,
  noteTold,
  readDetails,
  readDraft,
  readTyped,
} from '../records/personal-data.ts';
import { isBefore, leadBack, type Restored, withItsNumbers } from './lead-back.ts';
import { runToRest } from './run-to-rest.ts';
import type { Side } from './run-turn.ts';
import { begin, StaleConversationError, type Step, step, stepOf } from './step.ts';
import { personOf, type Turn } from './turn.ts';

/** Where a chat begins. */
export const beginAt = (side: Side): Step =>
  side === 'admin'
    ? begin({ flow: 'admin', input: undefined })
    : begin({ flow: 'home', input: { silent: false } });

const flowsOf: Record<Side, readonly FlowName[]> = { home: ['home', 'request'], admin: ['admin'] };
const otherThan = { home: 'admin', admin: 'home' } as const satisfies Record<Side, Side>;

/** Where the conversation stands now. Says so when it had to begin anew or when what was typed is gone. */
export async function restoreConversation(
  conversation: Conversation,
  side: Side,
  turn: Turn,
): Promise<Restored> {
  if (flowsOf[otherThan[side]].includes(conversation.flow)) return { at: beginAt(side), changed: false };
  try {
    const left = stepOf(conversation);
    return await (side === 'admin' ? withItsNumbers(left, turn) : lookAtDetails(left, turn));
  } catch (error) {
    if (!(error instanceof StaleConversationError)) throw error;
    // Consent, details and booking lie in the records; only the place in the conversation is lost.
    if (side === 'home') turn.reply(...ja.restarted(turn.office, await hasDraft(turn)));
    return { at: beginAt(side), changed: side === 'home' };
  }
}

const requestContext = z.object({ typed: z.boolean() });

/** These questions show her details back. */
const showsDetails: ReadonlySet<PromptKey | null> = new Set(['knownDetails', 'review', 'whichField']);

/** The same conversation, or, where details it rests on are gone, the conversation that asks for them, once she has been told. */
export const withItsDetails = async (at: Step, turn: Turn): Promise<Step> =>
  (await lookAtDetails(at, turn)).at;

/** What she typed is deleted after 24 hours (D6), and when she takes its message back. */
async function lookAtDetails(at: Step, turn: Turn): Promise<Restored> {
  const asItStands = { at, changed: false };
  if (at.conversation.flow !== 'request') return asItStands;
  const { typed } = requestContext.parse(at.conversation.context);
  if (!typed && !showsDetails.has(at.prompt)) return asItStands;
  const draft = await readTyped(turn);
  if (draft?.untold) {
    turn.reply(...ja.takenBack(draft.gone));
    const [first] = draft.gone;
    const isLedBack = first !== undefined && isBefore(first, at.prompt);
    await noteTold(turn, isLedBack);
    if (isLedBack) return leadBack(at, first, turn);
  }
  if (draft !== null && !showsDetails.has(at.prompt)) return asItStands;
  const onRecord = await readDetails(turn.tx, turn.sealer, personOf(turn).id);
  const known = complete(onRecord) !== undefined;
  const shown: Details = at.prompt === 'knownDetails' ? onRecord : { ...onRecord, ...draft?.details };
  const isWhole = !showsDetails.has(at.prompt) || complete(shown) !== undefined;
  if (isWhole && !(typed && draft === null)) return asItStands;
  const takenBack = draft?.gone.find((field) => shown[field] === undefined);
  if (takenBack !== undefined) return leadBack(at, takenBack, turn);
  const expired = step(at.conversation, { type: 'draft.expired', known });
  return { at: (await runToRest(expired, at.prompt, 0, turn)).at, changed: true };
}

const hasDraft = async (turn: Turn): Promise<boolean> =>
  Object.keys((await readDraft(turn)) ?? {}).length > 0;
