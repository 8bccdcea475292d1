// POST /v2/bot/message/push (reference: send-push-message): counts against the quota, takes a retry key.
import { z } from 'zod';
import { invalidProperty } from '../messages/judge-messages.ts';
import type { Platform } from '../platform.ts';
import { PER_SECOND_2000 } from '../rules/rate-limits.ts';
import { isChatId } from '../world/ids.ts';
import { deliverMessages, recipientsOf } from './deliver-messages.ts';
import type { ApiAnswer, ApiRequest, Endpoint } from './endpoint.ts';
import { checkMentions, readBody, readMessages } from './read-request.ts';
import { quotaReached, Refusal } from './refusal.ts';

const bodySchema = z.object({
  to: z.string().min(1),
  messages: z.unknown(),
  notificationDisabled: z.boolean().default(false),
  customAggregationUnits: z
    .array(z.string().regex(/^[a-zA-Z0-9_]{1,30}$/))
    .max(1)
    .optional(),
});
const toOnly = z.object({ to: z.string() });

export const sendPush: Endpoint = {
  name: 'push',
  method: 'POST',
  path: '/v2/bot/message/push',
  rate: PER_SECOND_2000,
  takesRetryKey: true,
  chatOf: (request) => toOnly.safeParse(request.body).data?.to,
  answer(request, platform) {
    const now = platform.clock.now();
    const { retryKey } = request;
    if (retryKey === undefined) return push(request, platform);
    refuseAccepted(platform, retryKey, now);
    platform.retryKeys.seen(retryKey, now);
    const answer = push(request, platform);
    platform.retryKeys.accept(retryKey, now, {
      requestId: request.requestId,
      sentMessages: answer.sentMessages,
    });
    return answer;
  },
};

/** A key that was accepted is answered 409 with what its first request did, whatever the body says now. */
function refuseAccepted(platform: Platform, retryKey: string, now: number): void {
  const accepted = platform.retryKeys.find(retryKey, now);
  if (!accepted) return;
  const { requestId, sentMessages } = accepted;
  throw new Refusal(
    409,
    { message: 'The retry key is already accepted', sentMessages },
    { 'x-line-accepted-request-id': requestId },
  );
}

function push(request: ApiRequest, platform: Platform) {
  const { to: chatId, messages: raw, notificationDisabled } = readBody(bodySchema, request.body);
  if (!isChatId(chatId)) throw new Refusal(400, invalidProperty('to'));
  const messages = readMessages(raw);
  checkMentions(platform, chatId, messages);
  const recipients = recipientsOf(platform, chatId);
  if (!platform.quota.take(recipients.count)) throw quotaReached();
  const { requestId } = request;
  const sending = { chatId, messages, way: 'push', requestId, notificationDisabled, recipients } as const;
  const sentMessages = deliverMessages(platform, sending);
  const messageIds = sentMessages.map(({ id }) => id);
  const answer: ApiAnswer = {
    status: 200,
    body: { sentMessages },
    messageIds,
    delivered: recipients.count > 0,
  };
  return { ...answer, sentMessages };
}
