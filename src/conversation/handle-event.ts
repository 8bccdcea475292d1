// One event of a chat: what comes of being in a chat or out of it is seen to by membership.ts and enrolling.ts, what was taken back
// by taken-back.ts; all else is a turn of the conversation.
import type { SavedConversation } from '../records/conversations.ts';
import type { Incoming } from '../records/incoming.ts';
import { answerStaff } from './answer-staff.ts';
import { enrol, meetGroup } from './enrolling.ts';
import { linkChat } from './linking.ts';
import { bidFarewell, leave, noteReturn, openingOf } from './membership.ts';
import { firstOf } from './restore.ts';
import { runTurn } from './run-turn.ts';
import { takeBack } from './taken-back.ts';
import { tellWhatWasDecided } from './tell-decided.ts';
import type { Turn } from './turn.ts';

/** The conversation to save, or undefined where there is none. */
export async function handleEvent(incoming: Incoming, turn: Turn): Promise<SavedConversation | undefined> {
  const { what, asks } = incoming;
  const { chat, person } = turn;
  if (what.type === 'left' || what.type === 'unfollowed') return leave(turn);
  if (what.type === 'unsent' || what.type === 'edited') return takeBack(what, incoming, turn);
  if (chat.isAdminChat) return answerStaff(incoming, turn);
  if (chat.isFarewellDue && (what.type === 'text' || what.type === 'tap')) await bidFarewell(turn);
  if (chat.kind !== 'person') return meetGroup(what, turn);
  const enrolling = asks === 'code' ? await enrol(what, turn) : undefined;
  if (enrolling) return enrolling.conversation;
  const linking = asks === 'link' ? await linkChat(what, turn) : undefined;
  if (linking) return linking.conversation;
  if (person?.blockedAt) await noteReturn(person, turn);
  if (turn.isUntold) await tellWhatWasDecided(turn);
  return chat.saved
    ? runTurn(what, chat.saved, 'person', turn)
    : runTurn(openingOf(what), firstOf('person', turn), 'person', turn);
}
