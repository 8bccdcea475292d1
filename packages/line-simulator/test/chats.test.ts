import { describe, expect, test } from 'vitest';
import { botFor, replying, replyTokenOf, simulatorForTest, textOf } from './helpers/bot.ts';

const quick = (...labels: string[]) => ({
  items: labels.map((label) => ({
    type: 'action' as const,
    action: { type: 'postback' as const, label, data: `pressed=${label}`, displayText: label },
  })),
});

describe('A chat with the account', () => {
  test('goes as it would on a phone: she adds it, writes, presses, and sees the answers', async () => {
    const simulator = await simulatorForTest({ botName: '窓口' });
    await replying(simulator, (event) => {
      if (event.type === 'follow') return [{ type: 'text', text: 'ようこそ' }];
      if (event.type === 'postback') return [{ type: 'text', text: `選びました: ${event.postback.data}` }];
      return [
        { type: 'text', text: `「${textOf(event)}」ですね`, quickReply: quick('相談を申し込む', '電話する') },
      ];
    });
    const hanako = simulator.person('花子');
    await hanako.follow();
    expect((await hanako.receives()).text).toBe('ようこそ');
    await hanako.says('こんにちは');
    await hanako.receives();
    expect(hanako.screen()).toBe('花子: こんにちは\n窓口: 「こんにちは」ですね\n[相談を申し込む] [電話する]');
    expect(hanako.buttons()).toEqual(['相談を申し込む', '電話する']);
    const pressed = await hanako.presses('相談を申し込む');
    expect(pressed).toMatchObject({ kind: 'postback', data: 'pressed=相談を申し込む' });
    await hanako.receives('選びました');
    expect(hanako.screen()).toBe('花子: 相談を申し込む\n窓口: 選びました: pressed=相談を申し込む');
    expect(hanako.story()).toContain('(花子 added the account)');
    expect(hanako.messages().map(({ way }) => way)).toEqual(['reply', 'reply', 'reply']);
  });

  test('events carry what LINE says they carry', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    await hanako.follow();
    await hanako.says('🤨です');
    await hanako.unfollow();
    await hanako.unblock();
    const [follow, message, unfollow, unblock] = bot.received.flatMap(({ events }) => events);
    expect(follow).toMatchObject({ type: 'follow', follow: { isUnblocked: false }, mode: 'active' });
    expect(message).toMatchObject({
      type: 'message',
      source: { type: 'user', userId: hanako.userId },
      deliveryContext: { isRedelivery: false },
      message: { type: 'text', text: '🤨です' },
    });
    expect(message?.webhookEventId).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(message?.type === 'message' && message.message.id).toMatch(/^\d{18}$/);
    expect(unfollow?.type).toBe('unfollow');
    expect(replyTokenOf(unfollow)).toBeUndefined();
    expect(unblock).toMatchObject({ type: 'follow', follow: { isUnblocked: true } });
    const ids = [follow, message, unfollow, unblock].map((event) => event?.webhookEventId ?? '');
    expect(new Set(ids).size).toBe(4);
    expect(bot.received[1]?.raw).toContain('\\uD83E\\uDD28です');
  });

  test.for(['sticker', 'image', 'video', 'audio', 'file', 'location'] as const)(
    'a %s can be sent',
    async (kind) => {
      const simulator = await simulatorForTest();
      const bot = await botFor(simulator);
      await simulator.person('花子').sends(kind);
      const [event] = bot.received.flatMap(({ events }) => events);
      expect(event).toMatchObject({
        type: 'message',
        message: { type: kind, id: expect.stringMatching(/^\d+$/) },
      });
    },
  );

  test('who has blocked the account cannot write to it, and whoever did not add it can', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    expect((await hanako.says('はじめまして')).outcome).toBe('ok');
    await hanako.follow();
    await hanako.unfollow();
    await expect(hanako.says('もしもし')).rejects.toThrow('has blocked the account');
    await expect(hanako.follow()).rejects.toThrow("cannot follow now: the friendship is 'blocked'");
    expect(bot.received).toHaveLength(3);
  });
});
