// The bot's messages as people see them.
import type { LineMessage } from '../messages/message.ts';
import type { BotEntry, Chat } from '../world/chats.ts';
import { cardButtonsOf, quickRepliesOf } from './buttons.ts';
import { plainText } from './plain-text.ts';

/** A message of the bot, with what is on it. */
export type Seen = {
  id: string;
  /** ms */
  at: number;
  way: BotEntry['way'];
  text: string;
  /** What lock screens and lists of chats show of a card. */
  altText: string | undefined;
  /** Labels of the buttons on the card. */
  buttons: readonly string[];
  /** Labels of the quick replies that came with it; they are only on the screen while it is the newest. */
  choices: readonly string[];
  /** The message as it was sent. */
  message: LineMessage;
};

export function seen({ id, at, way, message }: BotEntry): Seen {
  return {
    id,
    at,
    way,
    text: plainText(message),
    altText: 'altText' in message ? message.altText : undefined,
    buttons: cardButtonsOf(message).map(({ label }) => label),
    choices: quickRepliesOf(message).map(({ label }) => label),
    message,
  };
}

/** The bot's messages from that place in the chat on. */
export const botEntries = (chat: Chat, from = 0): BotEntry[] =>
  chat.entries.slice(from).filter((entry) => entry.from === 'bot');
