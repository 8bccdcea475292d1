// Control calls: where webhooks go, and webhooks out of the ordinary.
import { z } from 'zod';
import { bare, route } from './route.ts';

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
