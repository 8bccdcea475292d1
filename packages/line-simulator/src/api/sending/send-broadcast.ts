// POST /v2/bot/message/broadcast (reference: send-broadcast-message): to every friend.
import { z } from 'zod';
import type { Platform } from '../../platform.ts';
import { PER_HOUR_60 } from '../../rules/rate-limits.ts';
import type { ApiRequest, Endpoint } from '../endpoint.ts';
import { checkMentions, readBody, readMessages } from '../read-request.ts';
import { onceForKey, type Sent } from './once-for-key.ts';
import { friendsOf, sendToMany } from './send-to-many.ts';

const bodySchema = z.object({ messages: z.unknown(), notificationDisabled: z.boolean().default(false) });

export const sendBroadcast: Endpoint = {
  name: 'broadcast',
  method: 'POST',
  path: '/v2/bot/message/broadcast',
  rate: PER_HOUR_60,
  takesRetryKey: true,
  answer: (request, platform) => onceForKey(request, platform, () => broadcast(request, platform)),
};

function broadcast({ body, requestId }: ApiRequest, platform: Platform): Sent {
  const { messages: raw, notificationDisabled } = readBody(bodySchema, body);
  const messages = readMessages(raw);
  checkMentions(platform, 'everyone', messages);
  const people = friendsOf(platform);
  const sending = { people, messages, way: 'broadcast', requestId, notificationDisabled } as const;
  const { messageIds, delivered } = sendToMany(platform, sending);
  return { status: 200, body: {}, messageIds, delivered };
}
