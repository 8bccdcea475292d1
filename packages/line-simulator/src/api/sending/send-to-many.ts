// What multicast, broadcast and narrowcast have in common: everyone who can receive gets their own copy.
import type { LineMessage } from '../../messages/message.ts';
import type { Platform } from '../../platform.ts';
import type { BotEntry, PersonRecord } from '../../world/chats.ts';
import type { ApiAnswer } from '../endpoint.ts';
import { quotaReached } from '../refusal.ts';
import { canReceive, deliverMessages } from './deliver-messages.ts';

type ToMany = {
  people: readonly PersonRecord[];
  messages: readonly LineMessage[];
  way: BotEntry['way'];
  requestId: string;
  notificationDisabled: boolean;
};
export type SentToMany = Required<Pick<ApiAnswer, 'messageIds' | 'delivered'>> & { recipients: number };

/** Throws, and sends nothing to anybody, when the quota does not allow all of them. */
export function sendToMany(platform: Platform, { people, ...sending }: ToMany): SentToMany {
  const now = platform.clock.now();
  const reached = people.filter((person) => canReceive(person, now));
  if (!platform.quota.take(reached.length)) throw quotaReached();
  const sent = reached.flatMap(({ userId }) =>
    deliverMessages(platform, { ...sending, chatId: userId, recipients: { count: 1 } }),
  );
  return {
    messageIds: sent.map(({ id }) => id),
    delivered: reached.length > 0,
    recipients: reached.length,
  };
}

export const friendsOf = ({ world }: Platform): PersonRecord[] =>
  [...world.people.values()].filter(({ friendship }) => friendship === 'friend');
