// Puts the platform's parts together. No network yet, except webhooks going out.
import type { Platform } from './platform.ts';
import { createFaults } from './rules/faults.ts';
import { createQuota } from './rules/quota.ts';
import { createRateLimits } from './rules/rate-limits.ts';
import { createReplyTokens } from './rules/reply-tokens.ts';
import { createRetryKeys } from './rules/retry-keys.ts';
import type { SimulatorOptions } from './simulator.ts';
import { createEventMaker } from './webhooks/events.ts';
import { checkedUrl, createWebhooks } from './webhooks/webhooks.ts';
import { createChanges } from './world/changes.ts';
import { createWorld } from './world/chats.ts';
import { createClock } from './world/clock.ts';
import { createIds, type Ids } from './world/ids.ts';
import { defaultSwitches, type Switches } from './world/switches.ts';

export function createPlatform(options: SimulatorOptions): Platform {
  const clock = createClock(options.now);
  const ids = createIds(options.random);
  const switches: Switches = { ...defaultSwitches, ...options.switches };
  const replyTokens = createReplyTokens(ids);
  const changes = createChanges();
  const quota = createQuota(clock.now);
  quota.limit = options.quotaLimit;
  const botUserId = ids.user();
  const shared = { now: clock.now, switches, replyTokens };
  return {
    channel: {
      secret: options.channelSecret,
      accessToken: options.channelAccessToken,
      botUserId,
      basicId: '@simulated',
      displayName: options.botName ?? 'bot',
    },
    world: createWorld(),
    clock,
    ids,
    switches,
    replyTokens,
    retryKeys: createRetryKeys(),
    rateLimits: createRateLimits(),
    quota,
    faults: createFaults(),
    changes,
    makeEvent: createEventMaker({ ids, ...shared }),
    webhooks: createWebhooks({
      ...shared,
      target: { url: checkedUrl(options.webhookUrl) },
      channelSecret: options.channelSecret,
      botUserId,
      changed: changes.tell,
      shuffle: (list) => shuffled(list, ids),
    }),
    calls: [],
  };
}

function shuffled<T>(list: readonly T[], ids: Ids): T[] {
  return list
    .map((item) => ({ item, rank: ids.byte() * 256 + ids.byte() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
