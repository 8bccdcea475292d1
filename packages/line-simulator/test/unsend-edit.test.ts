// People take back what they have written, write it anew, quote and mention.
import type { webhook } from '@line/bot-sdk';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ChatView } from '../src/handles/view.ts';
import { replyTokenOf } from './helpers/bot.ts';
import { callerOf } from './helpers/control.ts';
import { hello, standing } from './helpers/standing.ts';

async function inGroup() {
  const { simulator, bot, hanako } = await standing();
  const momoko = simulator.person('桃子');
  const group = simulator.group('会', [hanako, momoko]);
  await group.invitesBot();
  return { simulator, bot, group, hanako: hanako.in(group), momoko: momoko.in(group), userId: hanako.userId };
}

const idsIn = (chat: ChatView) => chat.entries().flatMap((entry) => ('id' in entry ? entry.id : []));
const lastId = (chat: ChatView) => idsIn(chat).at(-1) ?? '';
const messageOf = (event: webhook.Event | undefined) =>
  z.object({ message: z.record(z.string(), z.unknown()) }).parse(event).message;

describe('A message taken back (rule 33)', () => {
  test('is gone from the chat, and the bot is told which one, without a reply token', async () => {
    const { simulator, bot, hanako } = await standing();
    await hanako.says('秘密です');
    const messageId = lastId(hanako);
    await hanako.unsends(messageId);
    const event = bot.received.at(-1)?.events[0];
    expect(event).toMatchObject({
      type: 'unsend',
      source: { type: 'user', userId: hanako.userId },
      unsend: { messageId },
    });
    expect(replyTokenOf(event)).toBeUndefined();
    expect(hanako.story()).toContain('花子: (unsent)');
    expect(hanako.entries().at(-1)).toMatchObject({ id: messageId, unsent: true });
    const phone = simulator.openChat(hanako.userId, hanako.userId);
    expect(phone.lastWords).toBe('(unsent)');
    expect(JSON.stringify([phone, hanako.entries()])).not.toContain('秘密');
  });

  test('must be one of the person’s own, and is taken back once', async () => {
    const { bot, hanako, momoko } = await inGroup();
    await hanako.says('一');
    const messageId = lastId(hanako);
    await expect(momoko.unsends(messageId)).rejects.toThrow('桃子 has no message');
    await expect(hanako.unsends('1')).rejects.toThrow('花子 has no message 1');
    await hanako.unsends(messageId);
    await expect(hanako.unsends(messageId)).rejects.toThrow('has taken it back');
    await expect(hanako.edits(messageId, '二')).rejects.toThrow('has taken it back');
    expect(bot.received.at(-1)?.events).toMatchObject([{ type: 'unsend', source: { type: 'group' } }]);
  });
});

describe('A message edited (rule 33)', () => {
  test('keeps its id, and comes with tokens of its own, but none to mark it as read', async () => {
    const { bot, hanako, group, userId } = await inGroup();
    await hanako.says('三時に');
    const messageId = lastId(hanako);
    await hanako.edits(messageId, '四時に');
    const [said, edited] = bot.received.slice(-2).map(({ events }) => events[0]);
    expect(edited).toMatchObject({
      type: 'messageEdited',
      source: { type: 'group', groupId: group.groupId, userId },
      message: { id: messageId, type: 'text', text: '四時に' },
    });
    expect(messageOf(edited)).not.toHaveProperty('markAsReadToken');
    const quoteTokens = [said, edited].map((event) => messageOf(event).quoteToken);
    expect(new Set(quoteTokens).size).toBe(2);
    expect(quoteTokens).not.toContain(undefined);
    const replyToken = replyTokenOf(edited);
    expect(replyToken).not.toBe(replyTokenOf(said));
    await bot.client.replyMessage({ replyToken: replyToken ?? '', messages: hello });
    expect(group.story()).toContain('花子: 四時に');
    expect(group.story()).not.toContain('三時に');
    expect(group.entries()).toContainEqual(expect.objectContaining({ id: messageId, edited: true }));
  });

  test('is a text, of the person’s own, in a group', async () => {
    const { hanako, momoko } = await inGroup();
    await hanako.says('一');
    await expect(momoko.edits(lastId(hanako), '二')).rejects.toThrow('桃子 has no message');
    await expect(hanako.edits(lastId(hanako), '')).rejects.toThrow('empty message');
    await hanako.sends('sticker');
    await expect(hanako.edits(lastId(hanako), '二')).rejects.toThrow('Only texts');
    const { hanako: alone } = await standing();
    await alone.says('一');
    await expect(alone.edits(lastId(alone), '二')).rejects.toThrow('in groups only');
  });
});

describe('A message may', () => {
  test('quote another of the same chat', async () => {
    const { bot, hanako, momoko } = await inGroup();
    await momoko.says('どう？');
    const quotedMessageId = lastId(momoko);
    await hanako.says('いいよ', { quotedMessageId });
    expect(bot.received.at(-1)?.events).toMatchObject([{ message: { text: 'いいよ', quotedMessageId } }]);
    await expect(hanako.says('え', { quotedMessageId: '1' })).rejects.toThrow('no message 1');
  });

  test('hold emoji of LINE, as words of which is told where they stand', async () => {
    const { bot, hanako } = await inGroup();
    await hanako.says('👋(love) はい(love)(moon)', { emojis: ['(love)', '(love)', '(moon)'] });
    const at = (index: number) => ({
      index,
      length: 6,
      productId: expect.any(String),
      emojiId: expect.any(String),
    });
    expect(bot.received.at(-1)?.events).toMatchObject([{ message: { emojis: [at(2), at(11), at(17)] } }]);
  });

  test('mention people, all of them, and the bot itself', async () => {
    const { simulator, bot, hanako, userId } = await inGroup();
    const { botUserId } = simulator.channel;
    await hanako.says('👋@bot と @桃子 @花子 と @All', { mentions: [botUserId, userId, 'all'] });
    expect(bot.received.at(-1)?.events).toMatchObject([
      {
        message: {
          mention: {
            mentionees: [
              { index: 2, length: 4, type: 'user', userId: botUserId, isSelf: true },
              { index: 13, length: 3, type: 'user', userId, isSelf: false },
              { index: 19, length: 4, type: 'all' },
            ],
          },
        },
      },
    ]);
    await expect(hanako.says('ねえ', { mentions: [botUserId] })).rejects.toThrow('「@bot」');
    const { hanako: alone } = await standing();
    await expect(alone.says('(love)', { emojis: ['(moon)'] })).rejects.toThrow('「(moon)」');
    await expect(alone.says('@花子', { mentions: [alone.userId] })).rejects.toThrow('in groups only');
  });
});

test('All of this can be done over HTTP', async () => {
  const { simulator, hanako, group, userId } = await inGroup();
  const call = callerOf(simulator);
  const act = (body: object) => call('POST', `/people/${userId}/acts`, { ...body, in: group.groupId });
  await act({ act: 'says', text: '@bot 一', mentions: [simulator.channel.botUserId] });
  await act({ act: 'says', text: '二', quotedMessageId: lastId(hanako) });
  const [, messageId] = idsIn(hanako);
  expect(await act({ act: 'edits', messageId, text: '三' })).toMatchObject({ status: 200 });
  expect(hanako.story()).toContain('花子: 三');
  expect(await act({ act: 'unsends', messageId })).toMatchObject({ status: 200, body: { outcome: 'ok' } });
  expect(await act({ act: 'unsends', messageId })).toMatchObject({ status: 422 });
  expect(hanako.story()).toContain('花子: @bot 一\n花子: (unsent)');
});
