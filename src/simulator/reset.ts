// Everything as it was at the start. What stays: the clock, the addresses of the bot, the account itself with its
// rich menus and access tokens, and the sequence of ids, so that nothing new is taken for something old.
import type { Platform } from './platform.ts';
import type { SimulatorOptions } from './simulator.ts';
import { defaultSwitches } from './world/switches.ts';

/** Resolves when the webhooks that were on their way have been answered too. */
export async function resetPlatform(platform: Platform, options: SimulatorOptions): Promise<void> {
  const { world, webhooks, quota, switches } = platform;
  webhooks.drop();
  await webhooks.settled();
  for (const part of [world.people, world.groups, world.chats, world.gone, platform.narrowcasts])
    part.clear();
  // Menus belong to the account, as its name does; who was given which does not.
  for (const part of [platform.contents, platform.richMenus.linked, platform.richMenus.switched])
    part.clear();
  const { replyTokens, readTokens, linkTokens, retryKeys, rateLimits, sentCounts, faults } = platform;
  for (const part of [replyTokens, readTokens, linkTokens, retryKeys, rateLimits, sentCounts, faults, quota])
    part.clear();
  platform.accessTokens.restoreFixed();
  quota.limit = options.quotaLimit;
  Object.assign(switches, defaultSwitches, options.switches);
  platform.calls.length = 0;
  webhooks.forget();
  platform.changes.tell();
}
