// Finds the button that a person means.
import type { BotEntry, Chat } from '../world/chats.ts';
import { type Button, cardButtonsOf, quickRepliesOf } from './buttons.ts';
import { botEntries } from './seen.ts';

export type Which = {
  /** Only on the message with this id. */
  message?: string | undefined;
  /** The n-th with this label, 1 = the first found: newest message first, inside a message from top to bottom. */
  nth?: number | undefined;
};

export type FoundButton = Button & { entry: BotEntry; isQuickReply: boolean };

export class NoSuchButtonError extends Error {
  override name = 'NoSuchButtonError';
}

/**
 * Quick replies that are on the screen: those of the newest message, while nothing came after it. In a group
 * they stay on the other members' phones when one has tapped; `viewer`: whose phone (user id).
 */
export function visibleQuickReplies(chat: Chat, viewer?: string): FoundButton[] {
  const newest = chat.entries.at(-1);
  if (newest?.from !== 'bot' || (viewer !== undefined && chat.tappedBy.has(viewer))) return [];
  return quickRepliesOf(newest.message).map((button) => ({ ...button, entry: newest, isQuickReply: true }));
}

const cardButtons = (entry: BotEntry): FoundButton[] =>
  cardButtonsOf(entry.message).map((button) => ({ ...button, entry, isQuickReply: false }));

/** Everything that can be tapped: quick replies, then cards from the newest to the oldest. */
export function pressable(chat: Chat, viewer?: string): FoundButton[] {
  return [...visibleQuickReplies(chat, viewer), ...botEntries(chat).toReversed().flatMap(cardButtons)];
}

/** Throws `NoSuchButtonError`, which tells what there is. */
export function findButton(
  chat: Chat,
  viewer: string,
  label: string,
  { message, nth = 1 }: Which = {},
): FoundButton {
  const there = pressable(chat, viewer).filter(
    (button) => message === undefined || button.entry.id === message,
  );
  const fitting = there.filter((button) => button.label === label || button.action.label === label);
  const found = fitting[nth - 1];
  if (found) return found;
  throw new NoSuchButtonError(explain(chat, label, { message, nth }, there, fitting.length));
}

function explain(
  chat: Chat,
  label: string,
  which: Which,
  there: readonly FoundButton[],
  fitting: number,
): string {
  const place = which.message === undefined ? 'in this chat' : `on message ${which.message}`;
  const wanted =
    fitting > 0
      ? `a button number ${which.nth} labelled「${label}」(there are ${fitting})`
      : `no button「${label}」`;
  const labels = [...new Set(there.map((button) => `「${button.label}」`))].slice(0, 40).join(' ');
  const gone = botEntries(chat).some((entry) =>
    quickRepliesOf(entry.message).some((one) => one.label === label),
  );
  const hint =
    gone && fitting === 0
      ? ' It was a quick reply, which is gone: something came after it, or it was tapped.'
      : '';
  return `There is ${fitting > 0 ? `not ${wanted}` : wanted} ${place}.${hint} To be pressed: ${labels || 'nothing'}.`;
}
