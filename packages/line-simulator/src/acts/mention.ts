// What a text of a person holds beside its words: other messages, people by name, LINE's own emoji (reference: wh-text).
import type { Platform } from '../platform.ts';
import { nameOf, type PersonMessage } from '../world/chats.ts';
import { type Actor, chatOfActor } from './record.ts';

export type Pointing = {
  /** Id of a message of the same chat. */
  quotedMessageId?: string | undefined;
  /** User ids, the bot's among them if you like, or `all`. Each stands in the text as `@name` (`@All`), in this order. */
  mentions?: readonly string[] | undefined;
  /** LINE's own emoji, as the words that stand in the text for them, such as `(love)`, in this order. */
  emojis?: readonly string[] | undefined;
};

/** Throws when there is no such message in the chat, or a name or an emoji that is not in the text. */
export function textMessage(
  platform: Platform,
  actor: Actor,
  text: string,
  { quotedMessageId, mentions = [], emojis = [] }: Pointing,
): PersonMessage {
  if (quotedMessageId !== undefined) checkQuoted(platform, actor, quotedMessageId);
  if (mentions.length > 0 && actor.groupId === undefined)
    throw new Error('People are mentioned in groups only.');
  return {
    type: 'text',
    text,
    ...(emojis.length > 0 ? { emojis: emojisIn(text, emojis) } : {}),
    ...(mentions.length > 0 ? { mention: { mentionees: mentioneesIn(platform, text, mentions) } } : {}),
    ...(quotedMessageId === undefined ? {} : { quotedMessageId }),
  };
}

function checkQuoted(platform: Platform, actor: Actor, messageId: string): void {
  const there = chatOfActor(platform, actor).entries.some(
    (entry) => entry.from !== 'system' && entry.id === messageId,
  );
  if (!there) throw new Error(`There is no message ${messageId} in this chat to be quoted.`);
}

const emojisIn = (text: string, emojis: readonly string[]): unknown[] =>
  placesIn(text, emojis).map((place) => ({
    ...place,
    productId: '5ac1bfd5040ab15980c9b435',
    emojiId: '001',
  }));

/** Where these words stand, one after the other; in UTF-16 units. */
function placesIn(text: string, words: readonly string[]): { index: number; length: number }[] {
  let from = 0;
  return words.map((word) => {
    const index = text.indexOf(word, from);
    if (index < 0) throw new Error(`「${word}」 does not stand in the text.`);
    from = index + word.length;
    return { index, length: word.length };
  });
}

function mentioneesIn({ world, channel }: Platform, text: string, mentions: readonly string[]): unknown[] {
  const isSelf = (who: string) => who === channel.botUserId;
  const nameFor = (who: string) => `@${isSelf(who) ? channel.displayName : nameOf(world, who)}`;
  const places = placesIn(
    text,
    mentions.map((who) => (who === 'all' ? '@All' : nameFor(who))),
  );
  return mentions.map((who, nth) => {
    const place = places[nth];
    return who === 'all'
      ? { ...place, type: 'all' }
      : { ...place, type: 'user', userId: who, isSelf: isSelf(who) };
  });
}
