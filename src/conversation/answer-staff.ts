// The conversation with staff, and what waited for their next word: it goes out with the answer, as far as that has room.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Press, sinceShown, withPress } from '../../flows/admin.ts';
import { dayOf } from '../core/jst.ts';
import type { Message, Tap } from '../messages/message.ts';
import { newCalls } from '../outbox/calls.ts';
import { takeNewChats } from '../outbox/new-chats.ts';
import { isAnsweredFree } from '../outbox/outbox.ts';
import { takeWaitingNews } from '../outbox/waiting-news.ts';
import type { SavedConversation } from '../records/conversations.ts';
import type { Incoming } from '../records/incoming.ts';
import { staffMeaning } from '../understanding/staff-words.ts';
import { takeMorningCard } from './morning.ts';
import { firstOf } from './restore.ts';
import { runTurn } from './run-turn.ts';
import type { Turn } from './turn.ts';

/** As many as LINE takes in one reply; more would be pushed, once for each member. */
const perReply = 5;
const cardsAtOnce = 3;
/** Lines of one card. */
const callsAtOnce = 12;

export async function answerStaff(incoming: Incoming, turn: Turn): Promise<SavedConversation> {
  const saved = turn.chat.saved ?? firstOf('staff', turn);
  const pressed = pressedSoFar(incoming.what, saved, turn);
  if (pressed === undefined) return saved;
  const said: Message[] = [];
  const conversation = await answer(incoming.what, saved, {
    ...turn,
    reply: (...messages) => void said.push(...messages),
  });
  const room = isAnsweredFree(incoming, turn.now) ? perReply - said.length : 0;
  const { news, isMorning } = await newsFor(incoming.what, turn, { room, isAnswer: said.length > 0 });
  // A greeting is answered with the day, and with nothing of its not being a command.
  if (isMorning && isTalk(incoming.what, turn)) said.length = 0;
  // Small buttons are shown under the last message only.
  turn.reply(...(said.at(-1)?.choices ? [...news, ...said] : [...said, ...news]));
  const shown = new Set([...said, ...news].flatMap(tapsOn).map(nameOf));
  const own = incoming.what.type === 'tap' ? nameOf(incoming.what.tap) : undefined;
  return withContext(conversation, { pressed: sinceShown(pressed, shown, own) });
}

const adminContext = z.object({
  pressed: z.array(z.object({ button: z.string(), at: z.number() })),
});

/** Several staff press one button at once: the first is answered, in the chat that all of them see. Undefined: it was not first. */
function pressedSoFar(
  what: Incoming['what'],
  { conversation }: SavedConversation,
  { happenedAt }: Turn,
): readonly Press[] | undefined {
  // A conversation of an earlier version remembers none.
  const pressed = adminContext.safeParse(conversation.context).data?.pressed ?? [];
  if (what.type !== 'tap') return pressed;
  return withPress(pressed, {
    button: nameOf(what.tap),
    at: happenedAt.getTime(),
  });
}

/** A button may carry somebody's id, which must not lie about. */
const nameOf = (tap: Readonly<Record<string, string | number>>): string => {
  const fields = Object.entries(tap).map(([name, value]): [string, string] => [name, String(value)]);
  const data = new URLSearchParams(fields).toString();
  return createHash('sha256').update(data).digest('base64url').slice(0, 16);
};

const tapsOn = (message: Message): Tap[] =>
  [
    ...(message.choices ?? []),
    ...(message.kind === 'card' ? [...(message.buttons ?? []), ...(message.rows ?? [])] : []),
  ].flatMap((one) => ('tap' in one ? [one.tap] : []));

const withContext = (
  { conversation, ...saved }: SavedConversation,
  context: { pressed: readonly Press[] },
): SavedConversation => ({ ...saved, conversation: { ...conversation, context } });

async function answer(
  what: Incoming['what'],
  saved: SavedConversation,
  turn: Turn,
): Promise<SavedConversation> {
  if (what.type !== 'memberJoined') return runTurn(what, saved, 'staff', turn);
  turn.reply(...turn.words.memberJoined(turn.asked.joined ?? [], what.count));
  return saved;
}

async function newsFor(
  what: Incoming['what'],
  turn: Turn,
  { room, isAnswer }: { room: number; isAnswer: boolean },
): Promise<{ news: Message[]; isMorning: boolean }> {
  if (room <= 0) return { news: [], isMorning: false };
  const chats = await takeNewChats(turn, Math.min(room, cardsAtOnce));
  if (chats.length === room) return { news: chats, isMorning: false };
  const morning = await takeMorningCard(what, turn);
  // It says all that waits, and how many calls there are.
  if (morning.length > 0) return { news: [...chats, ...morning], isMorning: true };
  const news = [...chats, ...(await takeWaitingNews(turn, { isAnswer }))];
  const calls = news.length === room ? [] : await newCalls(callsAtOnce, turn);
  return { news: [...news, ...calls], isMorning: false };
}

/** No command: in a one-to-one chat it is answered with how commands are found. */
const isTalk = (what: Incoming['what'], { happenedAt }: Turn): boolean =>
  what.type === 'text' && staffMeaning(what.text, dayOf(happenedAt)) === undefined;
