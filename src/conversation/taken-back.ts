// A message that was taken back (unsend) or given other words (edit): what was typed with it counts no more. An unsend brings no
// reply token, and a push would count: a person is told with the next answer (restore.ts), and staff when they press the card.
import { dayOf } from '../core/jst.ts';
import type { SavedConversation } from '../records/conversations.ts';
import { takeBackDetails } from '../records/draft.ts';
import type { Incoming } from '../records/incoming.ts';
import { takeBackNumbers } from '../records/numbers-draft.ts';
import { staffMeaning } from '../understanding/staff-words.ts';
import { answerStaff } from './answer-staff.ts';
import { takeBackCall } from './call-unsent.ts';
import type { Turn } from './turn.ts';

type TakenBack = Extract<Incoming['what'], { type: 'unsent' | 'edited' }>;

/** A text that had been taken back before it was read becomes what nobody can read. */
export const unread = (incoming: Incoming): Incoming => ({
  ...incoming,
  what: { type: 'media', kind: 'unsent' },
});

/** What came with the message counts no more. */
export async function takeBack(
  what: TakenBack,
  incoming: Incoming,
  turn: Turn,
): Promise<SavedConversation | undefined> {
  if (turn.chat.isAdminChat) return takeBackFromStaff(what, incoming, turn);
  const { saved } = turn.chat;
  if (what.type === 'edited') return saved;
  if (turn.person !== null) await takeBackCall(what.message, turn);
  if (saved?.conversation.flow === 'request') await takeBackDetails(what.message, turn);
  return saved;
}

/** A line with a meeting's numbers that was edited is read anew; no other words are, whatever they say now. */
async function takeBackFromStaff(
  what: TakenBack,
  incoming: Incoming,
  turn: Turn,
): Promise<SavedConversation | undefined> {
  const { message } = what;
  const hadNumbers = await takeBackNumbers(turn.tx, turn.chatId, message);
  if (what.type === 'unsent') return turn.chat.saved;
  const { text = '' } = what;
  if (staffMeaning(text, dayOf(turn.happenedAt))?.type === 'numbers.typed')
    return answerStaff({ ...incoming, message, what: { type: 'text', text } }, { ...turn, message });
  if (hadNumbers) turn.reply(...turn.words.numbersTakenBack());
  return turn.chat.saved;
}
