// A run that can be repeated.
import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../src/environment.ts';
import { seededRandom } from '../src/world/seeded-random.ts';
import { replying, simulatorForTest, textOf } from './helpers/bot.ts';
import { callerOf } from './helpers/control.ts';
import { hello } from './helpers/standing.ts';

/** The transcript of a day in the life of a platform, without the real ms that webhooks took. */
async function dayWith(seed: string | undefined): Promise<string> {
  const simulator = await simulatorForTest({ seed, now: () => Date.parse('2026-12-01T10:00:00+09:00') });
  const bot = await replying(simulator, (event) => [{ type: 'text', text: `「${textOf(event)}」` }]);
  const hanako = simulator.person('花子');
  const group = simulator.group('会', [hanako]);
  await hanako.follow();
  await hanako.says('こんにちは');
  await group.invitesBot();
  simulator.switches.webhookOrder = 'shuffled';
  await Promise.all(['一', '二', '三', '四'].map((text) => hanako.in(group).says(text)));
  await bot.client.pushMessage({ to: hanako.userId, messages: hello });
  const { body } = await callerOf(simulator)('GET', '/transcript');
  return JSON.stringify(body, (key, value: unknown) => (key === 'durationMs' ? undefined : value));
}

describe('A seed', () => {
  test('makes everything come out the same: ids, tokens, request ids, shuffles', async () => {
    const [first, second, other, without, again] = [
      await dayWith('one'),
      await dayWith('one'),
      await dayWith('two'),
      await dayWith(undefined),
      await dayWith(undefined),
    ];
    expect(second).toBe(first);
    expect(other).not.toBe(first);
    expect(again).not.toBe(without);
  });

  test('brings bytes that do not depend on how they are asked for, one sequence for each purpose', () => {
    const [one, two] = [seededRandom('a'), seededRandom('a')];
    const bytes = Buffer.concat([one(3, 'x'), one(60, 'x'), one(1, 'x')]);
    two(40, 'y');
    expect(Buffer.from(two(64, 'x')).equals(bytes)).toBe(true);
    expect(Buffer.from(seededRandom('a')(64, 'y')).equals(bytes)).toBe(false);
    expect(Buffer.from(seededRandom('b')(64, 'x')).equals(bytes)).toBe(false);
    expect(new Set(bytes).size).toBeGreaterThan(40);
  });

  test('comes from the environment too, where empty is none', () => {
    const environment = { LINE_CHANNEL_SECRET: 'a', LINE_CHANNEL_ACCESS_TOKEN: 'b' };
    const seedOf = (SIMULATOR_SEED: string) => readEnvironment({ ...environment, SIMULATOR_SEED });
    expect(seedOf('tuesday')).toMatchObject({ ok: true, options: { seed: 'tuesday' } });
    expect(seedOf('')).toMatchObject({ ok: true, options: { seed: undefined } });
  });
});
