// Control calls: where webhooks go, and webhooks out of the ordinary.
import { z } from 'zod';
import type { Simulator } from '../simulator.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import { bare, route } from './route.ts';

/** The last webhook of a chat (user or group id), where it did not reach the bot. */
export type Missed = Omit<Delivery, 'id' | 'isRedelivery' | 'events'> & { chatId: string };

const url = z.object({ url: z.url({ protocol: /^https?$/ }).nullable() });
const again = z.object({ webhookEventId: z.string() });
const raw = z.union([
  z.strictObject({ events: z.array(z.unknown()) }),
  z.strictObject({
    body: z.string(),
    /** `null`: no signature at all. */
    signature: z.string().nullable().optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
]);
const release = z.object({
  order: z.enum(['inOrder', 'reversed', 'shuffled']).optional(),
  together: z.boolean().optional(),
});

export const webhookRoutes = [
  route('PUT', '/webhook', url, ({ simulator, body }) => {
    simulator.webhookUrl = body.url ?? undefined;
    return body;
  }),
  bare('GET', '/webhooks', ({ simulator }) => simulator.webhooks.deliveries),
  bare('GET', '/webhooks/missed', ({ simulator }) => missedOf(simulator)),
  route('POST', '/webhooks', raw, ({ simulator, body }) =>
    'events' in body ? simulator.webhooks.post(body.events) : simulator.webhooks.postRaw(body),
  ),
  route('POST', '/webhooks/redeliver', again, ({ simulator, body }) =>
    simulator.webhooks.redeliver(body.webhookEventId),
  ),
  route('POST', '/webhooks/duplicate', again, ({ simulator, body }) =>
    simulator.webhooks.duplicate(body.webhookEventId),
  ),
  bare('POST', '/webhooks/hold', ({ simulator }) => simulator.webhooks.hold()),
  route('POST', '/webhooks/release', release, ({ simulator, body }) => simulator.webhooks.release(body)),
  bare('POST', '/settled', ({ simulator }) => simulator.settled()),
];

function missedOf({ webhooks }: Simulator): Missed[] {
  const last = new Map<string, Delivery>();
  for (const delivery of webhooks.deliveries)
    for (const { source } of delivery.events)
      if (source) last.set(source.type === 'group' ? source.groupId : source.userId, delivery);
  const missed = [...last].filter(([, { outcome }]) => outcome !== 'ok');
  return missed.map(([chatId, { id, isRedelivery, events, ...result }]) => ({ chatId, ...result }));
}
