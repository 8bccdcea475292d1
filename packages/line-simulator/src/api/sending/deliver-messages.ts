// Puts the bot's messages into a chat, if they can be seen there.
import type { LineMessage } from '../../messages/message.ts';
import type { Platform } from '../../platform.ts';
import type { SentMessage } from '../../rules/retry-keys.ts';
import { type BotEntry, chatOf, type PersonRecord } from '../../world/chats.ts';
import { isGroupId } from '../../world/ids.ts';
import { failedToSend } from '../refusal.ts';

const STRANGER_MS = 7 * 24 * 60 * 60_000;

export type Recipients = {
  /** How many people get it: what the monthly quota counts. */
  count: number;
};

/**
 * Who gets what is sent to this chat (reference: send-push-message-conditions). People who have blocked the
 * account, and strangers who have not written for seven days, get nothing, and nobody says so: count 0.
 * Throws `Failed to send messages` for people and groups the account has never met. `reaches`: whom, of people.
 */
export function recipientsOf(platform: Platform, chatId: string, reaches = canReceive): Recipients {
  const { world, clock } = platform;
  if (isGroupId(chatId)) {
    const group = world.groups.get(chatId);
    if (!group?.botIsMember) throw failedToSend();
    return { count: group.memberIds.size };
  }
  const person = world.people.get(chatId);
  if (!person && !world.gone.has(chatId)) throw failedToSend();
  return { count: person && reaches(person, clock.now()) ? 1 : 0 };
}

export function canReceive({ friendship, lastWroteAt }: PersonRecord, now: number): boolean {
  if (friendship !== 'none') return friendship === 'friend';
  return lastWroteAt !== undefined && now - lastWroteAt <= STRANGER_MS;
}

/** Who has just done something hears the answer to it, be it years after the last message. */
export const canHearReply = ({ friendship }: PersonRecord): boolean => friendship !== 'blocked';

type Sending = {
  chatId: string;
  messages: readonly LineMessage[];
  way: BotEntry['way'];
  requestId: string;
  notificationDisabled: boolean;
  recipients: Recipients;
};

/** Every message gets an id, also one that nobody will see. The day's count goes up by those who can. */
export function deliverMessages(platform: Platform, sending: Sending): SentMessage[] {
  const { world, ids, clock, changes } = platform;
  const { chatId, way, requestId, notificationDisabled } = sending;
  platform.sentCounts.add(way, sending.recipients.count);
  const sent = sending.messages.map((message) => ({ message, id: ids.message() }));
  if (sending.recipients.count > 0) {
    const chat = chatOf(world, chatId, isGroupId(chatId) ? 'group' : 'user');
    const at = clock.now();
    for (const { message, id } of sent)
      chat.entries.push({ from: 'bot', id, at, way, message, requestId, notificationDisabled });
    chat.tappedBy.clear();
    chat.loadingUntil = undefined;
    changes.tell();
  }
  return sent.map(({ message, id }) =>
    NOT_QUOTABLE.has(message.type) ? { id } : { id, quoteToken: ids.token() },
  );
}

const NOT_QUOTABLE = new Set<LineMessage['type']>(['audio', 'location', 'coupon']);
