// POST /v2/bot/message/push (reference: send-push-message): counts against the quota, takes a retry key.
import { z } from 'zod';
import { invalidProperty } from '../../messages/judge-messages.ts';
import type { Platform } from '../../platform.ts';
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import { isChatId, isUserId } from '../../world/ids.ts';
import type { ApiRequest, Endpoint } from '../endpoint.ts';
import { checkMentions, readBody, readMessages, sendingOptions } from '../read-request.ts';
import { quotaReached, Refusal, rateLimited } from '../refusal.ts';
import { deliverMessages, recipientsOf } from './deliver-messages.ts';
import { onceForKey, type Sent } from './once-for-key.ts';

const bodySchema = z.object({
  to: z.string().min(1),
  messages: z.unknown(),
  ...sendingOptions,
});
const toOnly = z.object({ to: z.string() });

export const sendPush: Endpoint = {
  name: 'push',
  method: 'POST',
  path: '/v2/bot/message/push',
  rate: PER_SECOND_2000,
  takesRetryKey: true,
  chatOf: (request) => toOnly.safeParse(request.body).data?.to,
  answer: (request, platform) => onceForKey(request, platform, () => push(request, platform)),
};

function push(request: ApiRequest, platform: Platform): Sent {
  const {
    to: chatId,
    messages: raw,
    notificationDisabled,
    customAggregationUnits = [],
  } = readBody(bodySchema, request.body);
  if (!isChatId(chatId)) throw new Refusal(400, invalidProperty('to'));
  const messages = readMessages(raw);
  checkMentions(platform, chatId, messages);
  const recipients = recipientsOf(platform, chatId);
  if (!maySendTo(platform, chatId)) throw rateLimited();
  if (!platform.quota.take(recipients.count)) throw quotaReached();
  platform.aggregationUnits.use(customAggregationUnits);
  const { requestId } = request;
  const sending = { chatId, messages, way: 'push', requestId, notificationDisabled, recipients } as const;
  const sentMessages = deliverMessages(platform, sending);
  const messageIds = sentMessages.map(({ id }) => id);
  const delivered = recipients.count > 0;
  return { status: 200, body: { sentMessages }, messageIds, delivered, sentMessages };
}

/** LINE refuses a great many messages to one person; how many it does not say (send-push-message-conditions). */
function maySendTo({ switches, rateLimits, clock }: Platform, chatId: string): boolean {
  const requests = switches.pushesAMinuteToOnePerson;
  if (requests === 0 || !isUserId(chatId)) return true;
  return rateLimits.take(`push to ${chatId}`, { requests, perMs: 60_000 }, clock.now());
}
