// One message to many people by name.
import { describe, expect, test } from 'vitest';
import type { TestBot } from './helpers/bot.ts';
import {
  complaint,
  FAILED,
  HOUR,
  hello,
  KEY,
  QUOTA,
  RATE,
  refusal,
  refusedOf,
  standing,
} from './helpers/standing.ts';

const stranger = (index: number) => `U${index.toString(16).padStart(32, '0')}`;
const strangers = (count: number) => Array.from({ length: count }, (_, index) => stranger(index));
const multicast = (bot: TestBot, to: string[], key?: string) =>
  bot.client.multicast({ to, messages: hello }, key);

describe('A multicast', () => {
  test('goes to 1 to 500 people (rule 12)', async () => {
    const { bot, hanako } = await standing();
    const size = complaint('Size must be between 1 and 500', 'to');
    await expect(multicast(bot, [])).rejects.toMatchObject(size);
    expect(await multicast(bot, [hanako.userId])).toEqual({});
    await multicast(bot, [hanako.userId, ...strangers(499)]);
    await expect(multicast(bot, [hanako.userId, ...strangers(500)])).rejects.toMatchObject(size);
    expect(hanako.messages().map(({ way }) => way)).toEqual(['multicast', 'multicast']);
  });

  test('takes one to five messages, and mentions nobody (rules 12 and 25)', async () => {
    const { bot, hanako } = await standing();
    const send = (count: number) =>
      bot.client.multicast({
        to: [hanako.userId],
        messages: Array.from({ length: count }, () => hello).flat(),
      });
    await send(5);
    expect(hanako.messages()).toHaveLength(5);
    await expect(send(6)).rejects.toMatchObject(complaint('Size must be between 1 and 5', 'messages'));
    const mention = {
      type: 'textV2' as const,
      text: '{a}さん',
      substitution: {
        a: { type: 'mention' as const, mentionee: { type: 'user' as const, userId: hanako.userId } },
      },
    };
    await expect(bot.client.multicast({ to: [hanako.userId], messages: [mention] })).rejects.toMatchObject(
      complaint('invalid mention', 'messages[0].substitution'),
    );
  });

  test('reaches nobody when one id is malformed or is a group (rule 15)', async () => {
    const { simulator, bot, hanako } = await standing();
    const group = simulator.group('会', [hanako]);
    await group.invitesBot();
    const malformed = (place: number) =>
      refusal(400, `The property, to[${place}], in the request body is invalid (line: -, column: -)`);
    await expect(multicast(bot, [hanako.userId, 'U1'])).rejects.toMatchObject(malformed(1));
    await expect(multicast(bot, [group.groupId, hanako.userId])).rejects.toMatchObject(malformed(0));
    expect([...hanako.messages(), ...group.messages()]).toEqual([]);
  });

  test.for([
    ['ignore', 1],
    ['refuse', 0],
  ] as const)('with an id nobody knows: %s (a switch)', async ([multicastUnknownIds, times]) => {
    const { simulator, bot, hanako } = await standing();
    simulator.switches.multicastUnknownIds = multicastUnknownIds;
    const sending = multicast(bot, [hanako.userId, stranger(1)]);
    if (times === 1) await expect(sending).resolves.toEqual({});
    else await expect(sending).rejects.toMatchObject(FAILED);
    expect(hanako.messages()).toHaveLength(times);
    await expect(multicast(bot, [hanako.userId])).resolves.toEqual({});
  });

  test('reaches everyone once who can receive, and counts those (rules 13 and 16)', async () => {
    const { simulator, bot, hanako } = await standing();
    const [blocker, gone, momoko] = ['去る人', '消える人', '桃子'].map((name) => simulator.person(name));
    for (const person of [blocker, gone, momoko]) await person?.follow();
    await blocker?.unfollow();
    if (gone) simulator.removePerson(gone.userId);
    const everyone = [hanako, blocker, gone, momoko].flatMap((person) => person?.userId ?? []);
    await multicast(bot, [...everyone, hanako.userId]);
    expect(simulator.quota.used()).toBe(2);
    expect([hanako, blocker, momoko].map((person) => person?.messages().length)).toEqual([1, 0, 1]);
    expect(simulator.calls.at(-1)).toMatchObject({ endpoint: 'multicast', delivered: true, status: 200 });
  });

  test('reaches all or nobody when the quota ends (rule 16)', async () => {
    const { simulator, bot, hanako } = await standing();
    const momoko = simulator.person('桃子');
    await momoko.follow();
    simulator.quota.limit = 3;
    await multicast(bot, [hanako.userId, momoko.userId]);
    await expect(multicast(bot, [hanako.userId, momoko.userId])).rejects.toMatchObject(QUOTA);
    await expect(multicast(bot, [hanako.userId])).resolves.toEqual({});
    expect([hanako.messages().length, momoko.messages().length]).toEqual([2, 1]);
  });

  test('with a retry key happens once in 24 hours (rule 11)', async () => {
    const { simulator, bot, hanako } = await standing();
    await multicast(bot, [hanako.userId], KEY);
    simulator.clock.moveBy(24 * HOUR - 1);
    await expect(multicast(bot, [hanako.userId], KEY)).rejects.toMatchObject(
      refusal(409, 'The retry key is already accepted'),
    );
    expect(hanako.messages()).toHaveLength(1);
    simulator.clock.moveBy(1);
    await multicast(bot, [hanako.userId], KEY);
    expect(hanako.messages()).toHaveLength(2);
  });

  test('may happen 200 times a second (rule 17)', async () => {
    const { bot, hanako } = await standing();
    expect(await refusedOf(200, () => multicast(bot, [hanako.userId]))).toBe(0);
    await expect(multicast(bot, [hanako.userId])).rejects.toMatchObject(RATE);
  });
});

describe('Many pushes to one person', () => {
  test('are refused beyond a number that LINE does not tell: a switch, off at first (rule 17)', async () => {
    const { simulator, bot, hanako } = await standing();
    const push = () => bot.client.pushMessage({ to: hanako.userId, messages: hello });
    expect(simulator.switches.pushesAMinuteToOnePerson).toBe(0);
    simulator.switches.pushesAMinuteToOnePerson = 2;
    expect(await refusedOf(2, push)).toBe(0);
    await expect(push()).rejects.toMatchObject(RATE);
    const momoko = simulator.person('桃子');
    await momoko.follow();
    await bot.client.pushMessage({ to: momoko.userId, messages: hello });
    simulator.clock.moveBy(30_000);
    await expect(push()).resolves.toBeDefined();
  });
});

describe('Units for statistics', () => {
  test.for([
    [['a'.repeat(30)], 'taken'],
    [['a'.repeat(31)], 'refused'],
    [['a-b'], 'refused'],
    [['a', 'b'], 'refused'],
  ] as const)('%j is %s', async ([customAggregationUnits, fate]) => {
    const { bot, hanako } = await standing();
    const units = { customAggregationUnits: [...customAggregationUnits], messages: hello };
    for (const sending of [
      () => bot.client.pushMessage({ to: hanako.userId, ...units }),
      () => bot.client.multicast({ to: [hanako.userId], ...units }),
    ])
      if (fate === 'taken') await expect(sending()).resolves.toBeDefined();
      else await expect(sending()).rejects.toMatchObject({ status: 400 });
  });
});
