// Every message that is no Flex Message, in invented words.
import type { messagingApi } from '@line/bot-sdk';
import { PICTURE, tap } from './flex-samples.ts';

const LONG = 'とても長い説明の文です。'.repeat(5);
const column = (title: string): messagingApi.CarouselColumn => ({
  thumbnailImageUrl: PICTURE,
  imageBackgroundColor: '#EEEEEE',
  title,
  text: LONG.slice(0, 60),
  defaultAction: tap('写真'),
  actions: [tap('選ぶ'), { type: 'uri', label: 'くわしく見てみる', uri: 'https://example.com/' }],
});

const templates: messagingApi.Template[] = [
  {
    type: 'buttons',
    thumbnailImageUrl: PICTURE,
    imageAspectRatio: 'square',
    imageSize: 'contain',
    title: '見出し',
    text: '説明',
    actions: [
      tap('二十文字まで書けるボタンの長い名前です。'),
      { type: 'datetimepicker', label: '日を選ぶ', data: 'day', mode: 'date' },
    ],
  } as messagingApi.ButtonsTemplate,
  { type: 'buttons', text: LONG, actions: [tap('はい')] } as messagingApi.ButtonsTemplate,
  {
    type: 'confirm',
    text: 'よろしいですか?',
    actions: [tap('はい'), tap('いいえ')],
  } as messagingApi.ConfirmTemplate,
  {
    type: 'carousel',
    columns: ['一', '二', '三'].map(column),
  } as messagingApi.CarouselTemplate,
  {
    type: 'image_carousel',
    columns: ['赤', '青', '緑'].map((label) => ({ imageUrl: PICTURE, action: tap(label) })),
  } as messagingApi.ImageCarouselTemplate,
];

const imagemap: messagingApi.ImagemapMessage = {
  type: 'imagemap',
  baseUrl: 'https://example.com/map',
  altText: '地図',
  baseSize: { width: 1040, height: 520 },
  actions: [
    { type: 'message', text: '左', area: { x: 0, y: 0, width: 520, height: 520 } },
    {
      type: 'uri',
      label: '右',
      linkUri: 'https://example.com/',
      area: { x: 520, y: 0, width: 520, height: 520 },
    },
  ],
};

const film = { originalContentUrl: 'https://example.com/film.mp4', previewImageUrl: PICTURE };

/** `mentioned`: somebody who is in the group (user id). */
export const otherSamples = (mentioned: string): messagingApi.Message[] => [
  {
    type: 'text',
    text: '$ 詳しくは(https://example.com/a?b=1)をご覧ください。\n電話 tel:053-000-0000\nhttps://example.com/とても長い',
    emojis: [{ index: 0, productId: '5ac1bfd5040ab15980c9b435', emojiId: '001' }],
  },
  { type: 'text', text: `切れ目のない ${'https://example.com/'.repeat(6)}` },
  {
    type: 'textV2',
    text: '{who}さん、{{こんにちは}}{smile} {all}',
    substitution: {
      who: { type: 'mention', mentionee: { type: 'user', userId: mentioned } },
      all: { type: 'mention', mentionee: { type: 'all' } },
      smile: { type: 'emoji', productId: '5ac1bfd5040ab15980c9b435', emojiId: '002' },
    },
  } as messagingApi.TextMessageV2,
  { type: 'sticker', packageId: '446', stickerId: '1988' },
  { type: 'image', originalContentUrl: PICTURE, previewImageUrl: PICTURE },
  { type: 'video', ...film },
  { type: 'audio', originalContentUrl: 'https://example.com/sound.m4a', duration: 83_000 },
  {
    type: 'location',
    title: '砂丘のとても長い名前の休憩所',
    address: '静岡県浜松市南区どこかの町一丁目二番三号',
    latitude: 34.66,
    longitude: 137.73,
  },
  { type: 'coupon', couponId: 'coupon-0001' } as messagingApi.CouponMessage,
  imagemap,
  ...templates.map(
    (template, index): messagingApi.TemplateMessage => ({
      type: 'template',
      altText: `型 ${index}`,
      template,
    }),
  ),
];
