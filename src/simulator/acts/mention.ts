// What a text of a person points at: other messages, and people by name (reference: wh-text).
import type { Platform } from '../platform.ts';
import { nameOf, type PersonMessage } from '../world/chats.ts';
import { type Actor, chatOfActor } from './record.ts';

export type Pointing = {
  /** Id of a message of the same chat. */
  quotedMessageId?: string | undefined;
  /** User ids, the bot's among them if you like, or `all`. Each stands in the text as `@name` (`@All`), in this order. */
  mentions?: readonly string[] | undefined;
};

/** Throws when there is no such message in the chat, or a name that is not in the text. */
export function textMessage(
  platform: Platform,
  actor: Actor,
  text: string,
  { quotedMessageId, mentions = [] }: Pointing,
): PersonMessage {
  if (quotedMessageId !== undefined) checkQuoted(platform, actor, quotedMessageId);
  if (mentions.length > 0 && actor.groupId === undefined)
    throw new Error('People are mentioned in groups only.');
  return {
    type: 'text',
    text,
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

function mentioneesIn({ world, channel }: Platform, text: string, mentions: readonly string[]): unknown[] {
  let from = 0;
  return mentions.map((who) => {
    const isSelf = who === channel.botUserId;
    const name = who === 'all' ? '@All' : `@${isSelf ? channel.displayName : nameOf(world, who)}`;
    const index = text.indexOf(name, from);
    if (index < 0) throw new Error(`「${name}」 does not stand in the text.`);
    from = index + name.length;
    const place = { index, length: name.length };
    return who === 'all' ? { ...place, type: 'all' } : { ...place, type: 'user', userId: who, isSelf };
  });
}
