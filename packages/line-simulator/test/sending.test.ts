// What the platform demands of replies and pushes besides faultless messages.
import { describe, expect, test } from 'vitest';
import { replyTokenOf, type TestBot, TOKEN } from './helpers/bot.ts';
import { HOUR, hello, KEY, MINUTE, refusal, standing } from './helpers/standing.ts';

const INVALID_TOKEN = refusal(400, 'Invalid reply token');

describe('A reply token (rule 10)', () => {
  test('works once', async () => {
    const { bot, hanako, token } = await standing();
    const answer = await bot.client.replyMessage({ replyToken: token, messages: hello });
    expect(answer.sentMessages).toHaveLength(1);
    expect(hanako.lastMessage()).toMatchObject({
      id: answer.sentMessages[0]?.id,
      way: 'reply',
      text: 'こんにちは',
    });
    await expect(bot.client.replyMessage({ replyToken: token, messages: hello })).rejects.toMatchObject(
      INVALID_TOKEN,
    );
    await expect(bot.client.replyMessage({ replyToken: 'guess', messages: hello })).rejects.toMatchObject(
      INVALID_TOKEN,
    );
  });

  test.for([
    [MINUTE, 'taken'],
    [MINUTE + 1, 'refused'],
  ] as const)('after %d ms is %s', async ([ms, fate]) => {
    const { simulator, bot, token } = await standing();
    simulator.clock.moveBy(ms);
    const reply = bot.client.replyMessage({ replyToken: token, messages: hello });
    if (fate === 'taken') await expect(reply).resolves.toBeDefined();
    else await expect(reply).rejects.toMatchObject(INVALID_TOKEN);
  });

  test.for([
    [20 * MINUTE, 'taken'],
    [20 * MINUTE + 1, 'refused'],
  ] as const)('of an event delivered again %d ms later is %s', async ([ms, fate]) => {
    const { simulator, bot, token } = await standing();
    const [delivery] = simulator.webhooks.deliveries;
    simulator.clock.moveBy(ms);
    if (delivery) await simulator.webhooks.redeliver(delivery);
    const reply = bot.client.replyMessage({ replyToken: token, messages: hello });
    if (fate === 'taken') await expect(reply).resolves.toBeDefined();
    else await expect(reply).rejects.toMatchObject(INVALID_TOKEN);
  });

  test.for([
    [false, 'keeps'],
    [true, 'loses'],
  ] as const)('with the switch %s %s its worth when the messages are refused', async ([burns]) => {
    const { simulator, bot, token } = await standing();
    simulator.switches.validationErrorBurnsReplyToken = burns;
    const empty = [{ type: 'text' as const, text: '' }];
    await expect(bot.client.replyMessage({ replyToken: token, messages: empty })).rejects.toMatchObject({
      status: 400,
    });
    const second = bot.client.replyMessage({ replyToken: token, messages: hello });
    if (burns) await expect(second).rejects.toMatchObject(INVALID_TOKEN);
    else await expect(second).resolves.toBeDefined();
  });

  test('reaches a stranger who has never written, too, but nobody who has blocked the account', async () => {
    const { simulator, bot } = await standing();
    const stranger = simulator.person('通りすがり');
    const reply = async () => {
      await stranger.pressesData('a');
      const replyToken = replyTokenOf(bot.received.at(-1)?.events[0]) ?? '';
      return () => bot.client.replyMessage({ replyToken, messages: hello });
    };
    await (await reply())();
    expect(stranger.messages()).toHaveLength(1);
    const late = await reply();
    await stranger.unfollow();
    await expect(late()).resolves.toBeDefined();
    expect(stranger.messages()).toHaveLength(1);
  });

  test('is missing in standby mode (rule 9)', async () => {
    const { simulator, bot, hanako } = await standing();
    simulator.switches.mode = 'standby';
    await hanako.says('あ');
    expect(bot.received[1]?.events[0]).toMatchObject({ mode: 'standby' });
    expect(replyTokenOf(bot.received[1]?.events[0])).toBeUndefined();
  });
});

describe('A push', () => {
  const push = (bot: TestBot, to: string, key?: string) =>
    bot.client.pushMessage({ to, messages: hello }, key);

  test('needs an id of the right form, of somebody it knows (rules 14 and 15)', async () => {
    const { simulator, bot, hanako } = await standing();
    const group = simulator.group('窓口', [hanako]);
    const malformed = refusal(400, "The property, 'to', in the request body is invalid (line: -, column: -)");
    const unknown = refusal(400, 'Failed to send messages');
    await expect(push(bot, hanako.userId)).resolves.toBeDefined();
    await expect(push(bot, 'hanako')).rejects.toMatchObject(malformed);
    await expect(push(bot, hanako.userId.toUpperCase())).rejects.toMatchObject(malformed);
    await expect(push(bot, `U${'0'.repeat(32)}`)).rejects.toMatchObject(unknown);
    await expect(push(bot, `R${'0'.repeat(32)}`)).rejects.toMatchObject(unknown);
    await expect(push(bot, group.groupId)).rejects.toMatchObject(unknown);
    await group.invitesBot();
    await expect(push(bot, group.groupId)).resolves.toBeDefined();
  });

  test('to somebody who has blocked the account is answered 200, arrives nowhere and costs nothing (rule 13)', async () => {
    const { simulator, bot, hanako } = await standing();
    await hanako.unfollow();
    expect((await push(bot, hanako.userId)).sentMessages).toHaveLength(1);
    expect(hanako.messages()).toEqual([]);
    expect(simulator.pushes()).toMatchObject([{ delivered: false, status: 200 }]);
    expect(simulator.quota.used()).toBe(0);
  });

  test.for([
    [7 * 24 * HOUR, 1],
    [7 * 24 * HOUR + 1, 0],
  ] as const)('to a stranger who wrote %d ms ago arrives %d times (rule 13)', async ([ms, times]) => {
    const { simulator, bot } = await standing();
    const stranger = simulator.person('通りすがり');
    await stranger.says('あの');
    simulator.clock.moveBy(ms);
    await push(bot, stranger.userId);
    expect(stranger.messages()).toHaveLength(times);
  });

  test('counts those who can receive it, and ends at the monthly limit, until the next month in Japan (rule 16)', async () => {
    const { simulator, bot, hanako } = await standing();
    const group = simulator.group('窓口', [hanako, simulator.person('山田'), simulator.person('鈴木')]);
    await group.invitesBot();
    simulator.quota.limit = 4;
    await bot.client.pushMessage({ to: group.groupId, messages: [...hello, ...hello] });
    expect(await bot.client.getMessageQuotaConsumption()).toEqual({ totalUsage: 3 });
    await expect(push(bot, group.groupId)).rejects.toMatchObject(
      refusal(429, 'You have reached your monthly limit.'),
    );
    await push(bot, hanako.userId);
    await expect(push(bot, hanako.userId)).rejects.toMatchObject({ status: 429 });
    expect(await bot.client.getMessageQuota()).toEqual({ type: 'limited', value: 4 });
    simulator.clock.moveTo('2026-12-31T23:59:59+09:00');
    await expect(push(bot, hanako.userId)).rejects.toMatchObject({ status: 429 });
    simulator.clock.moveTo('2027-01-01T00:00:00+09:00');
    await expect(push(bot, hanako.userId)).resolves.toBeDefined();
  });

  test('with a retry key happens once in 24 hours, and tells what it did (rule 11)', async () => {
    const { simulator, bot, hanako } = await standing();
    const first = await push(bot, hanako.userId, KEY);
    const [call] = simulator.calls;
    simulator.clock.moveBy(24 * HOUR - 1);
    const second = await push(bot, hanako.userId, KEY).catch((error: unknown) => error);
    expect(second).toMatchObject({
      status: 409,
      body: JSON.stringify({
        message: 'The retry key is already accepted',
        sentMessages: first.sentMessages,
      }),
    });
    expect(second).toHaveProperty('headers');
    expect(acceptedId(second)).toBe(call?.requestId);
    expect(hanako.messages()).toHaveLength(1);
    simulator.clock.moveBy(1);
    await push(bot, hanako.userId, KEY);
    expect(hanako.messages()).toHaveLength(2);
  });

  test('that was refused does not use up its retry key (rule 11)', async () => {
    const { simulator, bot, hanako } = await standing();
    simulator.quota.limit = 0;
    await expect(push(bot, hanako.userId, KEY)).rejects.toMatchObject({ status: 429 });
    simulator.quota.limit = 1;
    await expect(push(bot, hanako.userId, KEY)).resolves.toBeDefined();
  });

  test('takes UUIDs only as retry keys, and a reply takes none (rule 11)', async () => {
    const { simulator, bot, hanako, token } = await standing();
    await expect(push(bot, hanako.userId, 'not-a-uuid')).rejects.toMatchObject({ status: 400 });
    const response = await fetch(`${simulator.origin}/v2/bot/message/reply`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'x-line-retry-key': KEY,
      },
      body: JSON.stringify({ replyToken: token, messages: hello }),
    });
    expect(response.status).toBe(400);
    expect(hanako.messages()).toEqual([]);
  });

  test('mentions people only in groups that they are in (rule 25)', async () => {
    const { simulator, bot, hanako } = await standing();
    const group = simulator.group('窓口', [hanako]);
    await group.invitesBot();
    const to = (chatId: string, userId: string) =>
      bot.client.pushMessage({
        to: chatId,
        messages: [
          {
            type: 'textV2',
            text: '{who}さん',
            substitution: { who: { type: 'mention', mentionee: { type: 'user', userId } } },
          },
        ],
      });
    await expect(to(group.groupId, hanako.userId)).resolves.toBeDefined();
    await expect(to(group.groupId, simulator.person('山田').userId)).rejects.toMatchObject({ status: 400 });
    await expect(to(hanako.userId, hanako.userId)).rejects.toMatchObject({ status: 400 });
  });
});

function acceptedId(error: unknown): string | null {
  const headers = error instanceof Error && 'headers' in error ? error.headers : undefined;
  return headers instanceof Headers ? headers.get('x-line-accepted-request-id') : null;
}
