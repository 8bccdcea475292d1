// POST /v2/bot/message/narrowcast and its progress (reference: send-narrowcast-message). Here nobody has an age or
// a place of living: audiences and filters are taken and passed over, and all friends get it, at most `limit.max`.
import { z } from 'zod';
import type { Platform } from '../../platform.ts';
import { PER_HOUR_60, PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { ApiRequest, Endpoint } from '../endpoint.ts';
import { checkMentions, readBody, readMessages } from '../read-request.ts';
import { badParameter, notFound } from '../refusal.ts';
import { onceForKey, type Sent } from './once-for-key.ts';
import { friendsOf, sendToMany } from './send-to-many.ts';

const anything = z.record(z.string(), z.unknown()).optional();
const bodySchema = z.object({
  messages: z.unknown(),
  recipient: anything,
  filter: anything,
  limit: z.object({ max: z.number().int().min(1).optional() }).optional(),
  notificationDisabled: z.boolean().default(false),
});

export const sendNarrowcast: Endpoint = {
  name: 'narrowcast',
  method: 'POST',
  path: '/v2/bot/message/narrowcast',
  rate: PER_HOUR_60,
  takesRetryKey: true,
  answer: (request, platform) => onceForKey(request, platform, () => narrowcast(request, platform)),
};

function narrowcast({ body, requestId }: ApiRequest, platform: Platform): Sent {
  const { messages: raw, limit, notificationDisabled } = readBody(bodySchema, body);
  const messages = readMessages(raw);
  checkMentions(platform, 'everyone', messages);
  const people = friendsOf(platform).slice(0, limit?.max);
  const sending = { people, messages, way: 'narrowcast', requestId, notificationDisabled } as const;
  const { recipients, messageIds, delivered } = sendToMany(platform, sending);
  platform.narrowcasts.set(requestId, { at: platform.clock.now(), recipients });
  return { status: 202, body: {}, messageIds, delivered };
}

/** Sent at once, so it has always succeeded. */
export const getNarrowcastProgress: Endpoint = {
  name: 'narrowcast-progress',
  method: 'GET',
  path: '/v2/bot/message/progress/narrowcast',
  rate: PER_SECOND_2000,
  answer({ query }, platform) {
    const requestId = query.get('requestId');
    if (!requestId) throw badParameter('requestId');
    const sent = platform.narrowcasts.get(requestId);
    if (!sent) throw notFound();
    const time = new Date(sent.at).toISOString();
    const counts = { successCount: sent.recipients, failureCount: 0, targetCount: sent.recipients };
    return { status: 200, body: { phase: 'succeeded', ...counts, acceptedTime: time, completedTime: time } };
  },
};
