// Delivers events and keeps the log of deliveries.
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReplyTokens } from '../rules/reply-tokens.ts';
import type { Switches } from '../world/switches.ts';
import type { Busy } from './busy.ts';
import { asRedelivery, type WebhookEvent } from './events.ts';
import { createGate } from './gate.ts';
import { type Post, type PostResult, postWebhook } from './post.ts';
import { webhookJson } from './sign.ts';

export type Delivery = PostResult & {
  id: number;
  /** When it was posted, ms on the platform's clock. */
  at: number;
  isRedelivery: boolean;
  events: readonly WebhookEvent[];
};

/** `url`: another address than the one that is set. */
export type RawWebhook = { body: string | Uint8Array; url?: string | undefined } & Pick<
  Post,
  'signature' | 'headers'
>;

export type DeliverParts = {
  /** Where the bot listens; undefined: nowhere. */
  target: { url: string | undefined };
  channelSecret: string;
  botUserId: string;
  now: () => number;
  switches: Switches;
  replyTokens: ReplyTokens;
  changed: () => void;
  /** The bot has taken these: it answered with a 2xx. */
  taken: (events: readonly WebhookEvent[]) => void;
};

export type Deliver = {
  log: Delivery[];
  raw(webhook: RawWebhook): Promise<PostResult>;
  /** Signed, in LINE's envelope. */
  body(events: readonly unknown[]): string;
  once(events: readonly WebhookEvent[], isRedelivery?: boolean): Promise<Delivery>;
};

const TURNED_OFF: PostResult = {
  outcome: 'not_sent',
  detail: 'Webhooks are turned off (switch `useWebhook`).',
  durationMs: 0,
};

export function createDeliver(parts: DeliverParts): Deliver {
  let lastId = 0;
  const gate = createGate(() => parts.switches.openWebhooksAtMost);
  const raw = async (webhook: RawWebhook): Promise<PostResult> => {
    const url = webhook.url ?? parts.target.url;
    if (!url) return { outcome: 'not_sent', detail: 'The webhook URL is not set.', durationMs: 0 };
    const body = typeof webhook.body === 'string' ? Buffer.from(webhook.body) : webhook.body;
    const timeoutMs = parts.switches.webhookTimeoutMs;
    return gate(() => postWebhook({ ...webhook, body, url, channelSecret: parts.channelSecret, timeoutMs }));
  };
  const body = (events: readonly unknown[]) => webhookJson({ destination: parts.botUserId, events });
  const deliver: Deliver = {
    log: [],
    raw,
    body,
    async once(original, isRedelivery = false) {
      const events = isRedelivery ? original.map(asRedelivery) : original;
      const at = parts.now();
      for (const { replyToken } of events) if (replyToken) parts.replyTokens.delivered(replyToken, at);
      lastId += 1;
      const id = lastId;
      const result = parts.switches.useWebhook ? await raw({ body: body(events) }) : TURNED_OFF;
      const delivery = { ...result, id, at, isRedelivery, events };
      if (result.outcome === 'ok') parts.taken(events);
      deliver.log.push(delivery);
      parts.changed();
      return delivery;
    },
  };
  return deliver;
}

/** `chance`: from 0 up to 1. */
type Mishaps = { switches: Switches; busy: Busy; chance: () => number };

/** Delivers with all that the switches ask for: late, twice, and again later when the bot did not take it. */
export async function deliverWithMishaps(
  deliver: Deliver,
  events: readonly WebhookEvent[],
  mishaps: Mishaps,
): Promise<Delivery> {
  const { switches, busy } = mishaps;
  if (switches.webhookDelayMs > 0) await sleep(switches.webhookDelayMs);
  const first = await deliver.once(events);
  for (let times = 0; times < switches.duplicateWebhooks; times += 1) await deliver.once(events);
  const taken = first.outcome === 'ok' || first.outcome === 'not_sent';
  if (!taken && switches.redeliveries > 0) void busy.during(() => tryAgain(deliver, events, mishaps));
  return first;
}

async function tryAgain(
  deliver: Deliver,
  events: readonly WebhookEvent[],
  { switches, chance }: Mishaps,
): Promise<void> {
  for (let times = 0; times < switches.redeliveries; times += 1) {
    // What failed at the same time comes again in another order.
    const longer = switches.webhookOrder === 'shuffled' ? 1 + 4 * chance() : 1;
    await sleep(switches.redeliverAfterMs * longer);
    if ((await deliver.once(events, true)).outcome === 'ok') return;
  }
}
