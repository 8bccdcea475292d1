// One message to all friends, and what is known of it afterwards.
import { describe, expect, test } from 'vitest';
import { TOKEN } from './helpers/bot.ts';
import {
  complaint,
  HOUR,
  hello,
  KEY,
  NOT_FOUND,
  QUOTA,
  RATE,
  refusedOf,
  standing,
} from './helpers/standing.ts';

/** Two friends, one who has blocked the account, and one who only wrote. */
async function town() {
  const { simulator, bot, hanako } = await standing();
  const [momoko, blocker, passer] = ['桃子', '去る人', '通りすがり'].map((name) => simulator.person(name));
  if (!momoko || !blocker || !passer) throw new Error('unreachable');
  for (const person of [momoko, blocker]) await person.follow();
  await blocker.unfollow();
  await passer.says('あの');
  const heard = () => [hanako, momoko, blocker, passer].map((person) => person.messages().length);
  return { simulator, bot, heard };
}

describe('A broadcast', () => {
  test('reaches all friends, and counts them (rule 16)', async () => {
    const { simulator, bot, heard } = await town();
    simulator.quota.limit = 3;
    expect(await bot.client.broadcast({ messages: hello })).toEqual({});
    expect(heard()).toEqual([1, 1, 0, 0]);
    await expect(bot.client.broadcast({ messages: hello })).rejects.toMatchObject(QUOTA);
    expect(heard()).toEqual([1, 1, 0, 0]);
    simulator.quota.limit = 4;
    await bot.client.broadcast({ messages: hello });
    expect(simulator.quota.used()).toBe(4);
  });

  test('takes one to five messages and a retry key (rules 11 and 12)', async () => {
    const { bot, heard } = await town();
    await expect(bot.client.broadcast({ messages: [] })).rejects.toMatchObject(
      complaint('Size must be between 1 and 5', 'messages'),
    );
    await bot.client.broadcast({ messages: hello }, KEY);
    await expect(bot.client.broadcast({ messages: hello }, KEY)).rejects.toMatchObject({ status: 409 });
    expect(heard()).toEqual([1, 1, 0, 0]);
  });

  test('may happen 60 times an hour, one more each minute (rule 17)', async () => {
    const { simulator, bot } = await standing();
    const send = () => bot.client.broadcast({ messages: hello });
    expect(await refusedOf(60, send)).toBe(0);
    simulator.clock.moveBy(HOUR / 60 - 1);
    await expect(send()).rejects.toMatchObject(RATE);
    simulator.clock.moveBy(1);
    await expect(send()).resolves.toEqual({});
  });
});

describe('A narrowcast', () => {
  test('is accepted, reaches friends up to its own limit, and tells how far it is', async () => {
    const { bot, heard } = await town();
    const { httpResponse } = await bot.client.narrowcastWithHttpInfo({ messages: hello, limit: { max: 1 } });
    expect(httpResponse.status).toBe(202);
    expect(heard()).toEqual([1, 0, 0, 0]);
    const requestId = httpResponse.headers.get('x-line-request-id') ?? '';
    expect(await bot.client.getNarrowcastProgress(requestId)).toEqual({
      phase: 'succeeded',
      successCount: 1,
      failureCount: 0,
      targetCount: 1,
      acceptedTime: '2026-12-01T01:00:00.000Z',
      completedTime: '2026-12-01T01:00:00.000Z',
    });
    await expect(bot.client.getNarrowcastProgress('another')).rejects.toMatchObject(NOT_FOUND);
    await bot.client.narrowcast({ messages: hello });
    expect(heard()).toEqual([2, 1, 0, 0]);
  });

  test('may happen 60 times an hour (rule 17)', async () => {
    const { bot } = await standing();
    expect(await refusedOf(61, () => bot.client.narrowcast({ messages: hello }))).toBe(1);
  });
});

describe('Messages for any way of sending', () => {
  test.for(['Reply', 'Push', 'Multicast', 'Narrowcast', 'Broadcast'] as const)(
    'can be validated without being sent: %s',
    async (way) => {
      const { bot, hanako } = await standing();
      const validate = (count: number) =>
        bot.client[`validate${way}`]({ messages: Array.from({ length: count }, () => hello).flat() });
      expect(await validate(5)).toEqual({});
      await expect(validate(6)).rejects.toMatchObject(complaint('Size must be between 1 and 5', 'messages'));
      expect(hanako.messages()).toEqual([]);
    },
  );
});

describe('How much was sent on a day', () => {
  test('is known on the next one, by the way it went', async () => {
    const { simulator, bot } = await town();
    const counts = (day: string) =>
      Promise.all([
        bot.client.getNumberOfSentReplyMessages(day),
        bot.client.getNumberOfSentPushMessages(day),
        bot.client.getNumberOfSentMulticastMessages(day),
        bot.client.getNumberOfSentBroadcastMessages(day),
      ]);
    const [hanako] = simulator.people();
    await bot.client.pushMessage({ to: hanako?.userId ?? '', messages: [...hello, ...hello] });
    await bot.client.broadcast({ messages: hello });
    simulator.clock.moveTo('2026-12-01T23:59:59+09:00');
    expect(await counts('20261201')).toEqual(Array.from({ length: 4 }, () => ({ status: 'unready' })));
    simulator.clock.moveTo('2026-12-02T00:00:00+09:00');
    const [reply, push, multicast, broadcast] = await counts('20261201');
    expect([reply, push, multicast, broadcast].map((one) => one?.success)).toEqual([0, 1, 0, 2]);
    expect(push?.status).toBe('ready');
  });

  test.for([
    ['20180330', { status: 200, body: { status: 'out_of_service' } }],
    ['20180331', { status: 200, body: { status: 'ready', success: 0 } }],
    ['20280229', { status: 200, body: { status: 'unready' } }],
    ['20270229', { status: 400, body: { message: "The value for the 'date' parameter is invalid" } }],
    ['2026-12-01', { status: 400, body: { message: "The value for the 'date' parameter is invalid" } }],
  ] as const)('for %s', async ([date, expected]) => {
    const { simulator } = await standing();
    const response = await fetch(`${simulator.origin}/v2/bot/message/delivery/push?date=${date}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    expect({ status: response.status, body: await response.json() }).toEqual(expected);
  });
});
