// Everything the platform knows and does, in one place for endpoints, acts and control calls.

import type { ApiCall } from './api/call.ts';
import type { BotDoor } from './bot-door/bot-door.ts';
import type { AccessTokens } from './rules/access-tokens.ts';
import type { AggregationUnits } from './rules/aggregation-units.ts';
import type { Faults } from './rules/faults.ts';
import type { LinkTokens } from './rules/link-tokens.ts';
import type { LoginTokens } from './rules/login-tokens.ts';
import type { Quota } from './rules/quota.ts';
import type { RateLimits } from './rules/rate-limits.ts';
import type { ReadTokens } from './rules/read-tokens.ts';
import type { ReplyTokens } from './rules/reply-tokens.ts';
import type { RetryKeys } from './rules/retry-keys.ts';
import type { SentCounts } from './rules/sent-counts.ts';
import type { EventMaker } from './webhooks/events.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import type { Changes } from './world/changes.ts';
import type { World } from './world/chats.ts';
import type { SimulatorClock } from './world/clock.ts';
import type { Contents } from './world/contents.ts';
import type { Ids } from './world/ids.ts';
import type { RichMenus } from './world/rich-menus.ts';
import type { Switches } from './world/switches.ts';

/** The official account whose side the bot plays. */
export type Channel = {
  channelId: string;
  /** Of the LINE Login channel of the same provider, in which the account's web pages are. */
  loginChannelId: string;
  secret: string;
  accessToken: string;
  botUserId: string;
  basicId: string;
  displayName: string;
};

export type Platform = {
  channel: Channel;
  world: World;
  contents: Contents;
  richMenus: RichMenus;
  clock: SimulatorClock;
  ids: Ids;
  switches: Switches;
  accessTokens: AccessTokens;
  linkTokens: LinkTokens;
  loginTokens: LoginTokens;
  replyTokens: ReplyTokens;
  readTokens: ReadTokens;
  retryKeys: RetryKeys;
  rateLimits: RateLimits;
  quota: Quota;
  sentCounts: SentCounts;
  aggregationUnits: AggregationUnits;
  /** Narrowcasts by the id of their request: when each was accepted (ms), and how many got it. */
  narrowcasts: Map<string, { at: number; recipients: number }>;
  /** When each batch of changes to people's rich menus was accepted (ms), by the id of its request. */
  menuBatches: Map<string, number>;
  faults: Faults;
  changes: Changes;
  makeEvent: EventMaker;
  webhooks: Webhooks;
  /** What the bot offers for development, where it offers anything. */
  bot: BotDoor;
  /** Calls of the bot, in the order in which they were answered. */
  calls: ApiCall[];
};
