// Everything as it was at the start. What stays: the clock, the addresses of the bot, the account itself with its
// rich menus and access tokens, and the sequence of ids, so that nothing new is taken for something old.
import type { Platform } from './platform.ts';
import type { SimulatorOptions } from './simulator.ts';
import { defaultSwitches } from './world/switches.ts';

/** Resolves when the webhooks that were on their way have been answered too. */
export async function resetPlatform(platform: Platform, options: SimulatorOptions): Promise<void> {
  const { world, richMenus, rateLimits, webhooks, quota, switches } = platform;
  // What the bot does not take is not tried again: the attempt that is on its way is the last one.
  switches.redeliveries = 0;
  webhooks.drop();
  await webhooks.settled();
  const { contents, narrowcasts, menuBatches, aggregationUnits, sentCounts, faults } = platform;
  for (const part of [world.people, world.groups, world.chats, world.gone, contents]) part.clear();
  for (const part of [narrowcasts, menuBatches, aggregationUnits, sentCounts, faults, rateLimits, quota])
    part.clear();
  // Menus belong to the account, as its name does; who was given which does not.
  for (const part of [richMenus.linked, richMenus.switched]) part.clear();
  const { replyTokens, readTokens, linkTokens, loginTokens, retryKeys, accessTokens } = platform;
  for (const part of [replyTokens, readTokens, linkTokens, loginTokens, retryKeys]) part.clear();
  accessTokens.restoreFixed();
  quota.limit = options.quotaLimit;
  Object.assign(switches, defaultSwitches, options.switches);
  platform.calls.length = 0;
  webhooks.forget();
  platform.changes.tell();
}
