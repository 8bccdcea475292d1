// People take back what they have written, or write it anew (reference: unsend-event, edit-event).
import type { Platform } from '../platform.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import type { PersonEntry } from '../world/chats.ts';
import { type Actor, chatOfActor, markAct, tellBot } from './record.ts';
import { mustBeAble } from './send.ts';

/** Nobody can see it any more. Throws when it is no message of this person, or was taken back already. */
export function unsend(platform: Platform, actor: Actor, messageId: string): Promise<Delivery> {
  const entry = ownMessage(platform, actor, messageId);
  entry.message = { type: 'unsent' };
  entry.unsent = true;
  markAct(chatOfActor(platform, actor));
  platform.changes.tell();
  return tellBot(platform, actor, { type: 'unsend', replyable: false, fields: { unsend: { messageId } } });
}

/**
 * The message keeps its id, and comes with a reply token and a quote token of its own. Throws outside groups,
 * on anything but texts, and as `unsend` does.
 */
export function edit(platform: Platform, actor: Actor, messageId: string, text: string): Promise<Delivery> {
  if (actor.groupId === undefined) throw new Error('Messages can be edited in groups only.');
  if (text === '') throw new Error('Nobody can send an empty message.');
  const entry = ownMessage(platform, actor, messageId);
  if (entry.message.type !== 'text') throw new Error('Only texts can be edited.');
  // Mentions and emoji would stand at the wrong places.
  const { mention: _mentions, emojis: _emojis, ...message } = entry.message;
  entry.message = { ...message, text };
  entry.edited = true;
  markAct(chatOfActor(platform, actor));
  platform.changes.tell();
  const fields = { message: { ...entry.message, id: messageId, quoteToken: platform.ids.token() } };
  return tellBot(platform, actor, { type: 'messageEdited', replyable: true, fields });
}

function ownMessage(platform: Platform, actor: Actor, messageId: string): PersonEntry {
  mustBeAble(platform, actor);
  const { userId, displayName } = actor.person;
  const entry = chatOfActor(platform, actor).entries.find(
    (one): one is PersonEntry => one.from === 'person' && one.id === messageId && one.shown === 'message',
  );
  if (entry?.userId !== userId || entry.unsent)
    throw new Error(`${displayName} has no message ${messageId} in this chat, or has taken it back.`);
  return entry;
}
