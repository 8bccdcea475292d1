// How often the bot may call what (rule 17).
import { describe, expect, test } from 'vitest';
import { endpoints } from '../src/api/endpoints.ts';
import { createRateLimits } from '../src/rules/rate-limits.ts';
import { HOUR, hello, MINUTE, RATE, refusedOf, standing } from './helpers/standing.ts';

const SECOND = 1000;
/** LINE's list of exceptions. Everything else may be called 2,000 times a second. */
const EXCEPTIONS: [method: string, path: string, requests: number, perMs: number][] = [
  ['POST', '/v2/bot/message/narrowcast', 60, HOUR],
  ['POST', '/v2/bot/message/broadcast', 60, HOUR],
  ['POST', '/v2/bot/channel/webhook/test', 60, HOUR],
  ['PUT', '/v2/bot/channel/webhook/endpoint', 1000, MINUTE],
  ['GET', '/v2/bot/channel/webhook/endpoint', 1000, MINUTE],
  ['POST', '/v2/bot/richmenu', 100, HOUR],
  ['DELETE', '/v2/bot/richmenu/{richMenuId}', 100, HOUR],
  ['DELETE', '/v2/bot/richmenu/alias/{richMenuAliasId}', 100, HOUR],
  ['POST', '/v2/bot/richmenu/batch', 3, HOUR],
  ['GET', '/v2/bot/richmenu/progress/batch', 100, HOUR],
  ['GET', '/v2/bot/richmenu/list', 10, SECOND],
  ['POST', '/v2/bot/message/multicast', 200, SECOND],
  ['POST', '/v2/bot/chat/loading/start', 100, SECOND],
];
/** Tokens have rates of their own, which are tested where they are issued. */
const measured = endpoints.filter(({ path }) => path.startsWith('/v2/bot/'));
const rateOf = (method: string, path: string) =>
  measured.find((one) => one.method === method && one.path === path)?.rate;

describe('The rate (rule 17)', () => {
  test.for(EXCEPTIONS)('of %s %s is %d in %d ms', ([method, path, requests, perMs]) => {
    expect(rateOf(method, path)).toEqual({ requests, perMs });
  });

  test('of everything else is 2,000 a second', () => {
    const isException = (method: string, path: string) =>
      EXCEPTIONS.some(([oneMethod, onePath]) => oneMethod === method && onePath === path);
    const others = measured.filter(({ method, path }) => !isException(method, path));
    expect(others.length).toBeGreaterThan(20);
    for (const { path, rate } of others)
      expect([path, rate]).toEqual([path, { requests: 2000, perMs: SECOND }]);
  });

  test.for([
    [2000, SECOND],
    [1000, MINUTE],
    [60, HOUR],
  ] as const)(
    'of %d in %d ms lets so many through, and then one more in each part of that time',
    ([requests, perMs]) => {
      const limits = createRateLimits();
      const take = (at: number) => limits.take('some', { requests, perMs }, at);
      const first = Array.from({ length: requests }, () => take(0));
      expect(first.every((allowed) => allowed)).toBe(true);
      expect(take(0)).toBe(false);
      expect(take(perMs / requests - 0.01)).toBe(false);
      expect(take(perMs / requests + 0.01)).toBe(true);
      expect(take(perMs / requests + 0.01)).toBe(false);
      expect(limits.take('another', { requests, perMs }, 0)).toBe(true);
    },
  );

  test('beyond which a call is answered 429; other endpoints have buckets of their own; a switch', async () => {
    const { simulator, bot, hanako } = await standing();
    const load = () => bot.client.showLoadingAnimation({ chatId: hanako.userId });
    expect(await refusedOf(100, load)).toBe(0);
    await expect(load()).rejects.toMatchObject(RATE);
    await bot.client.pushMessage({ to: hanako.userId, messages: hello });
    simulator.clock.moveBy(10);
    await expect(load()).resolves.toBeDefined();
    await expect(load()).rejects.toMatchObject(RATE);
    simulator.switches.rateLimits = false;
    await expect(load()).resolves.toBeDefined();
  });
});
