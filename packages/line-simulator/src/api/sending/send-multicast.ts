// POST /v2/bot/message/multicast (reference: send-multicast-message): 1 to 500 people, no groups.
import { z } from 'zod';
import { sizeBetween } from '../../messages/sizes.ts';
import type { Platform } from '../../platform.ts';
import { PER_SECOND_200 } from '../../rules/rate-limits.ts';
import type { PersonRecord } from '../../world/chats.ts';
import { isUserId } from '../../world/ids.ts';
import type { ApiRequest, Endpoint } from '../endpoint.ts';
import { checkMentions, readBody, readMessages, sendingOptions } from '../read-request.ts';
import { failedToSend, refusal } from '../refusal.ts';
import { onceForKey, type Sent } from './once-for-key.ts';
import { sendToMany } from './send-to-many.ts';

const bodySchema = z.object({
  to: sizeBetween(z.unknown(), 1, 500),
  messages: z.unknown(),
  ...sendingOptions,
});

export const sendMulticast: Endpoint = {
  name: 'multicast',
  method: 'POST',
  path: '/v2/bot/message/multicast',
  rate: PER_SECOND_200,
  takesRetryKey: true,
  answer: (request, platform) => onceForKey(request, platform, () => multicast(request, platform)),
};

function multicast({ body, requestId }: ApiRequest, platform: Platform): Sent {
  const { to, messages: raw, notificationDisabled, customAggregationUnits = [] } = readBody(bodySchema, body);
  const userIds = to.map(userIdAt);
  const messages = readMessages(raw);
  checkMentions(platform, 'everyone', messages);
  const people = knownAmong(platform, userIds);
  const sending = { people, messages, way: 'multicast', requestId, notificationDisabled } as const;
  const { messageIds, delivered } = sendToMany(platform, sending);
  platform.aggregationUnits.use(customAggregationUnits);
  return { status: 200, body: {}, messageIds, delivered };
}

function userIdAt(value: unknown, place: number): string {
  if (typeof value === 'string' && isUserId(value)) return value;
  throw refusal(400, `The property, to[${place}], in the request body is invalid (line: -, column: -)`);
}

/** Who is named twice gets it once. */
function knownAmong({ world, switches }: Platform, userIds: readonly string[]): PersonRecord[] {
  const unknown = userIds.some((userId) => !world.people.has(userId) && !world.gone.has(userId));
  if (unknown && switches.multicastUnknownIds === 'refuse') throw failedToSend();
  return [...new Set(userIds)].flatMap((userId) => world.people.get(userId) ?? []);
}
