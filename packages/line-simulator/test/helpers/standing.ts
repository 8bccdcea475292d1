// A platform whose clock stands still until it is moved, with a friend and a bot; and what refusals look like.
import type { HTTPFetchError } from '@line/bot-sdk';
import { botFor, replyTokenOf, simulatorForTest } from './bot.ts';

export const hello = [{ type: 'text' as const, text: 'こんにちは' }];
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** Retry keys. */
export const KEY = '0b9f8d3c-2b2e-4f67-9d2b-6f2a3f6d9c11';
export const OTHER_KEY = '0b9f8d3c-2b2e-4f67-9d2b-6f2a3f6d9c12';

export async function standing() {
  const now = Date.parse('2026-12-01T10:00:00+09:00');
  const simulator = await simulatorForTest({ now: () => now });
  const bot = await botFor(simulator);
  const hanako = simulator.person('花子');
  await hanako.follow();
  return { simulator, bot, hanako, token: replyTokenOf(bot.received[0]?.events[0]) ?? '' };
}

/** A refusal with exactly this body. */
export const refusal = (
  status: number,
  message: string,
): Partial<Pick<HTTPFetchError, 'status' | 'body'>> => ({ status, body: JSON.stringify({ message }) });

export const complaint = (message: string, property: string) => ({
  status: 400,
  body: JSON.stringify({ message: 'The request body has 1 error(s)', details: [{ message, property }] }),
});

export const RATE = refusal(429, 'The API rate limit has been exceeded. Try again later.');
export const QUOTA = refusal(429, 'You have reached your monthly limit.');
export const FAILED = refusal(400, 'Failed to send messages');
export const NOT_FOUND = refusal(404, 'Not found');

/** Calls so many times at once; how many were refused. */
export async function refusedOf(count: number, call: () => Promise<unknown>): Promise<number> {
  const results = await Promise.allSettled(Array.from({ length: count }, call));
  return results.filter(({ status }) => status === 'rejected').length;
}
