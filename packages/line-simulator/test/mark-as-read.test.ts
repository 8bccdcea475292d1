// What the account has read: people see it under their messages.
import { describe, expect, test } from 'vitest';
import type { ChatView } from '../src/handles/view.ts';
import { type TestBot, TOKEN } from './helpers/bot.ts';
import { refusal, standing } from './helpers/standing.ts';

const INVALID = refusal(
  400,
  'Invalid markAsReadToken. Tokens must be used by the bot that received them via Webhook.',
);

const tokensOf = ({ received }: TestBot): string[] =>
  received
    .flatMap(({ events }) => events)
    .flatMap((event) =>
      event.type === 'message' && 'markAsReadToken' in event.message
        ? (event.message.markAsReadToken ?? [])
        : [],
    );
const readOf = (chat: ChatView) =>
  chat.entries().flatMap((entry) => (entry.from === 'person' ? [entry.read ?? false] : []));

describe('With the chat of the manager on', () => {
  test('a message and all before it are read when the bot says so (rule 27)', async () => {
    const { simulator, bot, hanako } = await standing();
    simulator.switches.chatMode = 'chat';
    for (const text of ['一', '二', '三']) await hanako.says(text);
    expect(readOf(hanako)).toEqual([false, false, false]);
    const [, second = ''] = tokensOf(bot);
    expect(await bot.client.markMessagesAsReadByToken({ markAsReadToken: second })).toEqual({});
    expect(readOf(hanako)).toEqual([true, true, false]);
    simulator.clock.moveBy(365 * 24 * 60 * 60_000);
    await expect(bot.client.markMessagesAsReadByToken({ markAsReadToken: second })).resolves.toEqual({});
  });

  test('the token must be one that this bot has received (rule 27)', async () => {
    const { simulator, bot, hanako } = await standing();
    simulator.switches.chatMode = 'chat';
    const momoko = simulator.person('桃子');
    await momoko.says('あ');
    await hanako.says('い');
    const markAsRead = (markAsReadToken: string) => bot.client.markMessagesAsReadByToken({ markAsReadToken });
    await expect(markAsRead('guess')).rejects.toMatchObject(INVALID);
    await expect(markAsRead('')).rejects.toMatchObject({ status: 400 });
    const [ofMomoko = ''] = tokensOf(bot);
    await markAsRead(ofMomoko);
    expect([readOf(momoko), readOf(hanako)]).toEqual([[true], [false]]);
    const response = await fetch(`${simulator.origin}/v2/bot/message/markAsRead`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ chat: { userId: hanako.userId } }),
    });
    expect(response.status, 'the old way is for applicants only').toBe(404);
  });

  test('works in groups too, and the account says how it is set', async () => {
    const { simulator, bot, hanako } = await standing();
    expect(await bot.client.getBotInfo()).toMatchObject({ chatMode: 'bot', markAsReadMode: 'auto' });
    simulator.switches.chatMode = 'chat';
    expect(await bot.client.getBotInfo()).toMatchObject({ chatMode: 'chat', markAsReadMode: 'manual' });
    const group = simulator.group('会', [hanako]);
    await group.invitesBot();
    await hanako.in(group).says('こんにちは');
    const [markAsReadToken = ''] = tokensOf(bot);
    await bot.client.markMessagesAsReadByToken({ markAsReadToken });
    expect(readOf(group)).toEqual([true]);
  });
});

describe('With the chat of the manager off', () => {
  test('whatever reaches the bot is read at once, and nothing else', async () => {
    const { simulator, bot, hanako } = await standing();
    await hanako.says('一');
    expect(readOf(hanako)).toEqual([true]);
    bot.status = 500;
    simulator.clock.moveBy(1000);
    await hanako.pressesData('a', { displayText: '二' });
    expect(readOf(hanako)).toEqual([true, false]);
    bot.status = 200;
    await simulator.webhooks.redeliver(simulator.webhooks.deliveries.at(-1) ?? '');
    expect(readOf(hanako)).toEqual([true, true]);
    simulator.webhooks.hold();
    simulator.clock.moveBy(1000);
    const saying = hanako.says('三');
    expect(readOf(hanako)).toEqual([true, true, false]);
    await simulator.webhooks.release();
    await saying;
    expect(readOf(hanako)).toEqual([true, true, true]);
  });
});
