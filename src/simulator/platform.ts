// Everything the platform knows and does, in one place for endpoints, acts and control calls.

import type { ApiCall } from './api/call.ts';
import type { Faults } from './rules/faults.ts';
import type { Quota } from './rules/quota.ts';
import type { RateLimits } from './rules/rate-limits.ts';
import type { ReplyTokens } from './rules/reply-tokens.ts';
import type { RetryKeys } from './rules/retry-keys.ts';
import type { EventMaker } from './webhooks/events.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import type { Changes } from './world/changes.ts';
import type { World } from './world/chats.ts';
import type { SimulatorClock } from './world/clock.ts';
import type { Ids } from './world/ids.ts';
import type { Switches } from './world/switches.ts';

/** The official account whose side the bot plays. */
export type Channel = {
  secret: string;
  accessToken: string;
  botUserId: string;
  basicId: string;
  displayName: string;
};

export type Platform = {
  channel: Channel;
  world: World;
  clock: SimulatorClock;
  ids: Ids;
  switches: Switches;
  replyTokens: ReplyTokens;
  retryKeys: RetryKeys;
  rateLimits: RateLimits;
  quota: Quota;
  faults: Faults;
  changes: Changes;
  makeEvent: EventMaker;
  webhooks: Webhooks;
  /** Calls of the bot, in the order in which they were answered. */
  calls: ApiCall[];
};
