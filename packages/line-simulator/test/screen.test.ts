// What people see and can tap, on each kind of message.
import type { messagingApi } from '@line/bot-sdk';
import { describe, expect, test } from 'vitest';
import { botFor, simulatorForTest } from './helpers/bot.ts';

const postback = (label: string, data = label) => ({ type: 'postback' as const, label, data });

/** Sends one message to 花子, who can then be asked what she sees. */
async function shown(message: messagingApi.Message) {
  const simulator = await simulatorForTest();
  const bot = await botFor(simulator);
  const hanako = simulator.person('花子');
  await hanako.follow();
  await bot.client.pushMessage({ to: hanako.userId, messages: [message] });
  return { simulator, bot, hanako, message: await hanako.receives() };
}

const box = (
  layout: 'vertical' | 'horizontal',
  contents: messagingApi.FlexComponent[],
  action?: messagingApi.Action,
) => ({
  type: 'box' as const,
  layout,
  contents,
  ...(action ? { action } : {}),
});
const words = (text: string) => ({ type: 'text' as const, text });

describe('On the screen', () => {
  test('a card shows its rows, and what can be tapped in brackets', async () => {
    const { hanako, message } = await shown({
      type: 'flex',
      altText: '予約のご案内',
      contents: {
        type: 'bubble',
        header: box('vertical', [words('予約')]),
        body: box('vertical', [
          box('horizontal', [
            words('日時'),
            {
              type: 'text',
              contents: [
                { type: 'span', text: '12月' },
                { type: 'span', text: '1日' },
              ],
            },
          ]),
          { type: 'separator' },
          box('horizontal', [words('地図'), words('を見る')], postback('map')),
        ]),
        footer: box('vertical', [{ type: 'button', action: postback('確定する') }]),
      },
    });
    expect(message.text).toBe('予約\n日時 12月1日\n[地図 を見る]\n[確定する]');
    expect(message).toMatchObject({
      altText: '予約のご案内',
      buttons: ['地図 を見る', '確定する'],
      way: 'push',
    });
    expect(await hanako.presses('地図 を見る')).toMatchObject({ data: 'map' });
    expect(await hanako.presses('map')).toMatchObject({ data: 'map' });
  });

  test('a carousel shows its bubbles one after the other, pressed by counting', async () => {
    const bubble = (day: string): messagingApi.FlexBubble => ({
      type: 'bubble',
      body: box('vertical', [words(day), { type: 'button', action: postback('選ぶ', day) }]),
    });
    const { hanako, message } = await shown({
      type: 'flex',
      altText: '日',
      contents: { type: 'carousel', contents: [bubble('一日'), bubble('二日')] },
    });
    expect(message.text).toBe('一日\n[選ぶ]\n---\n二日\n[選ぶ]');
    expect(await hanako.presses('選ぶ', { nth: 2 })).toMatchObject({ data: '二日' });
  });

  test('templates show title, text and buttons', async () => {
    const { hanako, message } = await shown({
      type: 'template',
      altText: '質問',
      template: {
        type: 'buttons',
        title: '題',
        text: '本文',
        defaultAction: postback('絵', 'picture'),
        actions: [postback('はい')],
      },
    });
    expect(message.text).toBe('題\n本文\n[はい]');
    expect(await hanako.presses('題')).toMatchObject({ data: 'picture' });
    const confirm = await shown({
      type: 'template',
      altText: '質問',
      template: { type: 'confirm', text: 'よろしいですか', actions: [postback('はい'), postback('いいえ')] },
    });
    expect(confirm.message.text).toBe('よろしいですか\n[はい]\n[いいえ]');
    const carousel = await shown({
      type: 'template',
      altText: '質問',
      template: {
        type: 'carousel',
        columns: ['一', '二'].map((text) => ({ text, actions: [postback(`${text}を選ぶ`)] })),
      },
    });
    expect(carousel.message.text).toBe('一\n[一を選ぶ]\n---\n二\n[二を選ぶ]');
    expect(carousel.hanako.buttons()).toEqual(['一を選ぶ', '二を選ぶ']);
  });

  test('an imagemap is pressed by what its areas say', async () => {
    const area = { x: 0, y: 0, width: 1, height: 1 };
    const { hanako, bot } = await shown({
      type: 'imagemap',
      baseUrl: 'https://example.com/map',
      altText: '地図',
      baseSize: { width: 1040, height: 1040 },
      actions: [
        { type: 'message', label: '駅', text: '駅です', area },
        { type: 'uri', label: '開く', linkUri: 'https://example.com/', area },
      ] as messagingApi.ImagemapAction[],
    });
    expect(hanako.screen()).toContain('bot: (地図)\n[駅]\n[開く]');
    expect(await hanako.presses('開く')).toEqual({ kind: 'uri', uri: 'https://example.com/' });
    await hanako.presses('駅');
    expect(bot.received.at(-1)?.events[0]).toMatchObject({ message: { text: '駅です' } });
  });

  test.for<[messagingApi.Message, string]>([
    [
      { type: 'location', title: '浜松駅', address: '砂山町', latitude: 34.7, longitude: 137.7 },
      '浜松駅\n砂山町',
    ],
    [{ type: 'sticker', packageId: '446', stickerId: '1988' }, '(sticker 446/1988)'],
    [
      {
        type: 'textV2',
        text: '{{かっこ}}と{emoji}',
        substitution: { emoji: { type: 'emoji', productId: 'a', emojiId: '1' } },
      } as messagingApi.Message,
      '{かっこ}と@emoji',
    ],
    [
      {
        type: 'image',
        originalContentUrl: 'https://example.com/a.png',
        previewImageUrl: 'https://example.com/b.png',
      },
      '(image https://example.com/a.png)',
    ],
  ])('%j reads as text', async ([message, expected]) => {
    expect((await shown(message)).message.text).toBe(expected);
  });

  test("in a group, one member's tap leaves the others' quick replies", async () => {
    const { simulator, bot } = await shown(words('a'));
    const [yamada, suzuki] = [simulator.person('山田'), simulator.person('鈴木')];
    const desk = simulator.group('窓口', [yamada, suzuki]);
    await desk.invitesBot();
    const quickReply = { items: [{ type: 'action', action: postback('来室') }] };
    await bot.client.pushMessage({ to: desk.groupId, messages: [{ ...words('来ましたか'), quickReply }] });
    await yamada.in(desk).presses('来室');
    expect(yamada.in(desk).allButtons()).toEqual([]);
    expect(suzuki.in(desk).allButtons()).toEqual(['来室']);
    expect(await suzuki.in(desk).presses('来室')).toMatchObject({ data: '来室' });
  });
});
