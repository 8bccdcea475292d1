// What the account has read of a chat: people see it under their messages. Who has read one message has read
// those before it.
import type { WebhookEvent } from '../webhooks/events.ts';
import type { Chat, PersonEntry, World } from './chats.ts';

/** `isLast`: the newest message that was read; nothing happens when there is none. */
export function markRead(chat: Chat, isLast: (entry: PersonEntry) => boolean): void {
  const last = chat.entries.findLastIndex((entry) => entry.from === 'person' && isLast(entry));
  for (const entry of chat.entries.slice(0, last + 1)) if (entry.from === 'person') entry.read = true;
}

/** With the manager's chat off, an account reads whatever reaches its bot. */
export function markTaken(world: World, events: readonly WebhookEvent[]): void {
  for (const { source, timestamp } of events) {
    const chat = source && world.chats.get(source.type === 'user' ? source.userId : source.groupId);
    if (chat) markRead(chat, ({ at }) => at <= timestamp);
  }
}
