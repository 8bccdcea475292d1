// Where a saved conversation is picked up again: as it was left, or politely anew.
import { z } from 'zod';
import type { FlowName } from '../../flows/index.ts';
import type { PromptKey } from '../../flows/vocabulary.ts';
import type { Conversation, SavedConversation } from '../records/conversations.ts';
import { noteTold, readDraft, readTyped } from '../records/draft.ts';
import { complete, type Details, readDetails } from '../records/personal-data.ts';
import { isBefore, leadBack, type Restored } from './lead-back.ts';
import { runToRest } from './run-to-rest.ts';
import { begin, StaleConversationError, type Step, step, stepOf } from './step.ts';
import { personOf, type Side, type Turn } from './turn.ts';

/** Where a chat begins. */
export const beginAt = (side: Side): Step =>
  side === 'staff'
    ? begin({ flow: 'admin', input: undefined })
    : begin({ flow: 'home', input: { silent: false } });

/** The conversation of a chat that has none yet. */
export const firstOf = (
  side: Side,
  { chatId, now, happenedAt, newConversationId }: Turn,
): SavedConversation => ({
  id: newConversationId(),
  chatId,
  conversation: beginAt(side).conversation,
  step: 0,
  misses: 0,
  heardAt: happenedAt,
  updatedAt: now,
});

/** Which side a flow belongs to. One that is gone belongs to neither. */
const sideOf: Readonly<Record<FlowName, Side>> = { home: 'person', request: 'person', admin: 'staff' };

/** Where the conversation stands now. Says so when it had to begin anew or when what was typed is gone. */
export async function restoreConversation(
  conversation: Conversation,
  side: Side,
  turn: Turn,
): Promise<Restored> {
  if ((sideOf[conversation.flow] ?? side) !== side) return { at: beginAt(side), changed: false };
  try {
    const left = stepOf(conversation);
    return side === 'staff' ? { at: left, changed: false } : await lookAtDetails(left, turn);
  } catch (error) {
    if (!(error instanceof StaleConversationError)) throw error;
    // Consent, details and booking lie in the records; only the place in the conversation is lost.
    if (side === 'person') turn.reply(...turn.words.restarted(turn.office, await hasDraft(turn)));
    return { at: beginAt(side), changed: side === 'person' };
  }
}

const requestContext = z.object({ typed: z.boolean() });

/** These questions show her details back. */
export const showsDetails: ReadonlySet<PromptKey | null> = new Set(['knownDetails', 'review', 'whichField']);

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
    turn.reply(...turn.words.takenBack(draft.gone));
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
