// Moves the bot's clock and the platform's together, or neither.
import type { SimulatorClock } from '../world/clock.ts';
import type { BotDoor } from './bot-door.ts';

export type Moved = {
  /** ms, the platform's. */
  now: number;
  /** Did the bot's clock move with it? Not when it offers none. */
  withBot: boolean;
};

/**
 * `to` in ms. The platform's clock goes ahead, so that what the bot sends while it catches up is stamped with the
 * new time; when the bot refuses or cannot be reached it comes back, and the promise rejects with BotDoorError.
 */
export async function moveTime(clock: SimulatorClock, bot: BotDoor, to: number): Promise<Moved> {
  // Asked first: a bot that cannot be reached shall not see the platform's time jump.
  const before = await bot.now();
  const gap = to - clock.now();
  clock.moveBy(gap);
  if (before === undefined) return { now: clock.now(), withBot: false };
  try {
    return { withBot: await bot.moveTo(to), now: clock.now() };
  } catch (error) {
    clock.moveBy(-gap);
    throw error;
  }
}
