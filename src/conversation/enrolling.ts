// A chat that is no admin chat, and the code that makes it one.
import type { Message } from '../messages/message.ts';
import { notifyStaff } from '../outbox/notify.ts';
import { nameOfNotice, takeWaitingNews } from '../outbox/waiting-news.ts';
import { pendingRequests } from '../records/bookings.ts';
import { findAdminChat, keepChatFacts } from '../records/chat-views.ts';
import type { SavedConversation } from '../records/conversations.ts';
import { type Tried, tryCode } from '../records/enrolment.ts';
import type { Incoming } from '../records/incoming.ts';
import { newChat } from '../records/waiting-news.ts';
import { readCode, readNamedCode } from '../understanding/code.ts';
import { sayPending } from './effects/booking-lists.ts';
import { sayUntold } from './effects/notices.ts';
import { beginAt, firstOf } from './restore.ts';
import type { Turn } from './turn.ts';

type What = Incoming['what'];

/** A group that is no admin chat understands only the code that makes it one. */
export async function meetGroup(what: What, turn: Turn): Promise<SavedConversation | undefined> {
  if (what.type === 'joined') turn.reply(...turn.words.joinedGroup());
  if (what.type !== 'text') return undefined;
  const tried = await tryWith(readCode(what.text) ?? readNamedCode(what.text), turn);
  if (tried === 'enrolled') return welcomeStaff(turn);
  if (tried !== undefined)
    turn.reply(...(tried === 'stopped' ? turn.words.enrolmentStopped() : turn.words.wrongCode()));
  return undefined;
}

/**
 * In a one-to-one chat a code counts only after the word that says so, for people type numbers of their own; and not
 * in the middle of the form, where whatever is typed is an answer. Undefined: it was something else.
 */
export async function enrol(
  what: What,
  turn: Turn,
): Promise<{ conversation: SavedConversation | undefined } | undefined> {
  if (what.type !== 'text' || turn.chat.saved?.conversation.flow === 'request') return undefined;
  const tried = await tryWith(readNamedCode(what.text), turn);
  if (tried === undefined) return undefined;
  if (tried === 'enrolled') return { conversation: await welcomeStaff(turn) };
  turn.reply(
    ...(tried === 'stopped' ? turn.words.enrolmentStopped() : turn.words.wrongCodeAlone(turn.office)),
  );
  return { conversation: undefined };
}

async function tryWith(digits: string | undefined, turn: Turn): Promise<Tried | undefined> {
  const { tx, sealer, chatId, now, log } = turn;
  return digits === undefined ? undefined : tryCode(tx, sealer, chatId, digits, now, log);
}

/** What came in before there was anybody to decide is shown at once. What an earlier enrolment left open is not. */
async function welcomeStaff(turn: Turn): Promise<SavedConversation> {
  const { tx, sealer, chatId, asked, log } = turn;
  if (asked.chats) await keepChatFacts(tx, sealer, asked.chats);
  const view = await findAdminChat(tx, sealer, chatId);
  const messages = view === null ? [] : turn.words.chatEnrolled(view);
  const warning = { about: newChat, messages, important: true, isWarning: true } as const;
  const others = await notifyStaff(turn, { ...warning, except: chatId });
  turn.reply(...turn.words.enrolled(view?.isPerson, others > 0));
  turn.afterwards(() => log.warn({ adminChats: others + 1 }, 'A chat has become an admin chat'));
  const cards: Message[] = [];
  const told = await sayUntold({ ...turn, reply: (...more) => void cards.push(...more) });
  const pending = await pendingRequests(tx);
  const listed = pending.flatMap(({ id }) => [nameOfNotice('request', id), nameOfNotice('nudge', id)]);
  turn.reply(...(await takeWaitingNews(turn, { said: new Set([...told, ...listed]) })), ...cards);
  if (pending.length > 0) await sayPending(0, turn);
  const saved = turn.chat.saved ?? firstOf('staff', turn);
  return { ...saved, conversation: beginAt('staff').conversation, step: saved.step + 1 };
}
