// A message that was taken back (unsend) or given other words (edit): what was typed with it counts no more. An
// unsend brings no reply token, and a push would count: it is told with the next answer (restore.ts).
import type { SavedConversation } from '../records/conversations.ts';
import { takeBackDetails } from '../records/draft.ts';
import type { Incoming } from '../records/incoming.ts';
import { takeBackNumbers } from '../records/zoom-draft.ts';
import { takeBackCall } from './call-unsent.ts';
import { runTurn } from './run-turn.ts';
import type { Turn } from './turn.ts';

type TakenBack = Extract<Incoming['what'], { type: 'unsent' | 'edited' }>;

/** A text that had been taken back before it was read becomes what nobody can read. */
export const unread = (incoming: Incoming): Incoming => ({
  ...incoming,
  what: { type: 'media', kind: 'unsent' },
});

/** What came with the message counts no more. In the admin chat staff are told at once. */
export async function takeBack(what: TakenBack, turn: Turn): Promise<SavedConversation | undefined> {
  const { saved, isAdminChat } = turn.chat;
  if (what.type === 'unsent' && turn.person !== null) await takeBackCall(what.message, turn);
  const mayAnswer = await takeOut(what, saved, turn);
  return saved && isAdminChat && mayAnswer ? runTurn(what, saved, 'staff', turn) : saved;
}

/** Takes out of the chat's draft what came with the message; whether staff have to be told now. */
async function takeOut(what: TakenBack, saved: SavedConversation | undefined, turn: Turn): Promise<boolean> {
  if (saved?.conversation.flow === 'request' && what.type === 'unsent')
    await takeBackDetails(what.message, turn);
  if (saved?.conversation.flow !== 'admin' || !isTyping(saved)) return false;
  return (await takeBackNumbers(what.message, what.type, turn)) && what.type === 'edited';
}

/** Only then is what lies in the draft a meeting's numbers. */
const isTyping = ({ conversation: { context } }: SavedConversation): boolean =>
  typeof context === 'object' && context !== null && 'about' in context && context.about !== null;
