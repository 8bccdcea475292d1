// Puts the platform's parts together. No network yet, except webhooks going out.
import { createBotDoor } from './bot-door/bot-door.ts';
import type { Platform } from './platform.ts';
import { createAccessTokens } from './rules/access-tokens.ts';
import { createAggregationUnits } from './rules/aggregation-units.ts';
import { createFaults } from './rules/faults.ts';
import { createLinkTokens } from './rules/link-tokens.ts';
import { createLoginTokens } from './rules/login-tokens.ts';
import { createQuota } from './rules/quota.ts';
import { createRateLimits } from './rules/rate-limits.ts';
import { createReadTokens } from './rules/read-tokens.ts';
import { createReplyTokens } from './rules/reply-tokens.ts';
import { createRetryKeys } from './rules/retry-keys.ts';
import { createSentCounts } from './rules/sent-counts.ts';
import type { SimulatorOptions } from './simulator.ts';
import { createEventMaker, unheardOfEvent } from './webhooks/events.ts';
import { checkedUrl, createWebhooks } from './webhooks/webhooks.ts';
import { createChanges } from './world/changes.ts';
import { createWorld } from './world/chats.ts';
import { createClock } from './world/clock.ts';
import { createIds, type Ids } from './world/ids.ts';
import { markTaken } from './world/read-marks.ts';
import { createRichMenus } from './world/rich-menus.ts';
import { seededRandom } from './world/seeded-random.ts';
import { defaultSwitches, type Switches } from './world/switches.ts';

/** A move waits until the bot has done whatever became due. */
const DOOR_LIMITS = { askMs: 3_000, moveMs: 60_000 };

export function createPlatform(options: SimulatorOptions): Platform {
  const clock = createClock(options.now);
  const { seed, random = seed === undefined ? undefined : seededRandom(seed) } = options;
  const ids = createIds(random);
  const world = createWorld();
  const switches: Switches = { ...defaultSwitches, ...options.switches };
  const replyTokens = createReplyTokens(ids);
  const changes = createChanges();
  const quota = createQuota(clock.now);
  quota.limit = options.quotaLimit;
  const botUserId = ids.user();
  const shared = { now: clock.now, switches, replyTokens };
  return {
    channel: {
      channelId: options.channelId ?? '2000000001',
      loginChannelId: options.loginChannelId ?? '2000000002',
      secret: options.channelSecret,
      accessToken: options.channelAccessToken,
      botUserId,
      basicId: '@simulated',
      displayName: options.botName ?? 'bot',
    },
    world,
    contents: new Map(),
    richMenus: createRichMenus(),
    clock,
    ids,
    switches,
    accessTokens: createAccessTokens(options.channelAccessToken, ids),
    linkTokens: createLinkTokens(ids),
    loginTokens: createLoginTokens(ids),
    replyTokens,
    readTokens: createReadTokens(ids),
    retryKeys: createRetryKeys(),
    rateLimits: createRateLimits(),
    quota,
    sentCounts: createSentCounts(clock.now),
    aggregationUnits: createAggregationUnits(clock.now),
    narrowcasts: new Map(),
    menuBatches: new Map(),
    faults: createFaults(),
    changes,
    makeEvent: createEventMaker({ ids, ...shared }),
    webhooks: createWebhooks({
      ...shared,
      target: { url: checkedUrl(options.webhookUrl) },
      channelSecret: options.channelSecret,
      botUserId,
      changed: changes.tell,
      taken: (events) => {
        if (switches.chatMode === 'bot') markTaken(world, events);
      },
      unheardOf: (event) => unheardOfEvent(ids, event),
      chance: () => chanceOf(ids),
      shuffle: (list) => shuffled(list, ids),
    }),
    bot: createBotDoor(options.botDoor, DOOR_LIMITS),
    calls: [],
  };
}

/** From 0 up to 1. */
const chanceOf = (ids: Ids): number => (ids.byte() * 256 + ids.byte()) / 65_536;

function shuffled<T>(list: readonly T[], ids: Ids): T[] {
  return list
    .map((item) => ({ item, rank: chanceOf(ids) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
