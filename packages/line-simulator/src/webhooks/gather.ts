// Lets webhooks that are on their way at the same time overtake each other, or go in one request.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Switches } from '../world/switches.ts';
import type { Delivery } from './deliver.ts';
import type { WebhookEvent } from './events.ts';

type Go = (lane: string, events: readonly WebhookEvent[]) => Promise<Delivery>;
type Waiting = { lane: string; events: readonly WebhookEvent[]; gone: (delivery: Promise<Delivery>) => void };

export type Gather = {
  /** Resolves when the bot has answered (or not) the request in which these events went. */
  pass: Go;
};

export function createGather(switches: Switches, shuffle: <T>(list: readonly T[]) => T[], go: Go): Gather {
  let waiting: Waiting[] = [];
  const letGo = () => {
    const ordered = switches.webhookOrder === 'shuffled' ? shuffle(waiting) : waiting;
    waiting = [];
    for (let from = 0; from < ordered.length; from += switches.batchWebhooks)
      sendTogether(ordered.slice(from, from + switches.batchWebhooks), go);
  };
  return {
    pass(lane, events) {
      const { webhookOrder, batchWebhooks, gatherWebhooksMs } = switches;
      if (webhookOrder === 'inOrder' && batchWebhooks === 1) return go(lane, events);
      if (waiting.length === 0) void sleep(gatherWebhooksMs).then(letGo);
      return new Promise((gone) => waiting.push({ lane, events, gone }));
    },
  };
}

/** One request. It takes the place of its first event's chat. */
function sendTogether(batch: readonly Waiting[], go: Go): void {
  const [first] = batch;
  if (!first) return;
  const delivery = go(
    first.lane,
    batch.flatMap(({ events }) => events),
  );
  for (const { gone } of batch) gone(delivery);
}
