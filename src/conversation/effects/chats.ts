// The admin chats themselves: listed, and ended from one another.
import { addHours } from 'date-fns/addHours';
import { moment } from '../../booking/shown.ts';
import { chatEnded } from '../../outbox/new-chats.ts';
import { notifyFormerChat } from '../../outbox/notify.ts';
import { endAdminChat, isAdminChat, lockAdminChats } from '../../records/admin-chats.ts';
import type { AdminChatView } from '../../records/chat-views.ts';
import { findAdminChat, keepChatFacts, otherChats } from '../../records/chat-views.ts';
import type { Turn } from '../turn.ts';
import type { Handler } from './handler.ts';

/** With the line above them as many as one call of LINE takes. */
const cardsAtOnce = 4;

export const listChats: Handler<'listChats'> = async (_, turn) => {
  const { tx, sealer, chatId, asked } = turn;
  if (asked.chats) await keepChatFacts(tx, sealer, asked.chats);
  const others = await otherChats(tx, sealer, chatId);
  const shown = others.slice(0, cardsAtOnce);
  turn.reply(...turn.words.chatList(others.length, shown.length), ...shown.flatMap(turn.words.chatCard));
  return undefined;
};

export const askBeforeEnding: Handler<'askBeforeEnding'> = async ({ chat, since }, turn) => {
  const found = chat === turn.chatId ? null : await findAdminChat(turn.tx, turn.sealer, chat, since);
  const until = found && (await newUntil(found, turn));
  if (found === null) turn.reply(...turn.words.chatNotThere());
  else
    turn.reply(...(until ? turn.words.endChatTooSoon(found, moment(until)) : turn.words.endChatAsked(found)));
  return undefined;
};

/** So long a new admin chat can end no older one: whoever came in with a code that leaked cannot throw staff out. */
const newHours = 24;

/** Until when the chat that speaks is too new to end that one; undefined: it may. */
async function newUntil(other: AdminChatView, turn: Turn): Promise<Date | undefined> {
  const own = await findAdminChat(turn.tx, turn.sealer, turn.chatId);
  if (own === null || other.since >= own.since) return undefined;
  const until = addHours(new Date(own.since), newHours);
  return turn.now < until ? until : undefined;
}

/** So long after an enrolment 取り消す takes it back at once; later it is asked first whether that is meant. */
const revocableHours = 24;

/** Not its own chat: so one always stays, also when two end each other at the same moment. */
export const endChat: Handler<'endChat'> = async ({ chat, since, sure }, turn) => {
  const { tx, sealer, chatId, now, member, log } = turn;
  await lockAdminChats(tx);
  const found = chat === chatId ? null : await findAdminChat(tx, sealer, chat, since);
  if (found === null || !(await isAdminChat(tx, chatId))) {
    turn.reply(...turn.words.chatNotThere());
    return undefined;
  }
  const until = await newUntil(found, turn);
  if (until !== undefined) {
    turn.reply(...turn.words.endChatTooSoon(found, moment(until)));
    return undefined;
  }
  if (!sure && now > addHours(new Date(since), revocableHours)) {
    turn.reply(...turn.words.endChatAsked(found));
    return undefined;
  }
  await endAdminChat(tx, chat, now);
  notifyFormerChat(turn, chat, { about: chatEnded, messages: turn.words.chatFarewell(), important: true });
  turn.reply(...turn.words.chatEnded(found, member?.name ?? null));
  turn.afterwards(() => log.warn({}, 'An admin chat was ended by another one'));
  return undefined;
};
