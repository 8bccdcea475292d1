// Flex Messages with every kind of part and every property, in invented words.
import type { messagingApi } from '@line/bot-sdk';

type Part = messagingApi.FlexComponent;
type Box = messagingApi.FlexBox;

export const PICTURE = 'https://example.com/picture.png';
export const tap = (label: string): messagingApi.PostbackAction => ({ type: 'postback', label, data: label });
export const text = (words: string, more: Partial<messagingApi.FlexText> = {}): messagingApi.FlexText => ({
  type: 'text',
  text: words,
  ...more,
});
const box = (layout: Box['layout'], contents: Part[], more: Partial<Box> = {}): Box => ({
  type: 'box',
  layout,
  contents,
  ...more,
});
const icon = (size: string): messagingApi.FlexIcon => ({ type: 'icon', url: PICTURE, size });
const image = (more: Partial<messagingApi.FlexImage> = {}): messagingApi.FlexImage => ({
  type: 'image',
  url: PICTURE,
  ...more,
});
const button = (label: string, more: Partial<messagingApi.FlexButton> = {}): messagingApi.FlexButton => ({
  type: 'button',
  action: tap(label),
  ...more,
});
const separator = (more: Partial<messagingApi.FlexSeparator> = {}): Part => ({ type: 'separator', ...more });

const LONG = 'とても長い文なので一行にはどうしても入りきりません';
/** Meant to be cut by LINE: one line without `wrap`, or more lines than `maxLines`. */
export const CUT = ['一行だけ', '二行まで'].map((start) => `${start}、${LONG}`) as [string, string];

const letters: Part[] = [
  box('baseline', [icon('sm'), text('小', { size: 'xxs' }), text('中'), text('大', { size: 'xxl' })], {
    spacing: 'sm',
  }),
  text('太字', { weight: 'bold', size: '3xl', color: '#17594A' }),
  text('斜体と下線', { style: 'italic', decoration: 'underline', align: 'center' }),
  text('取り消し線', { decoration: 'line-through', align: 'end', size: '18px' }),
  text(CUT[0]),
  text(`${CUT[1]}${LONG}`, { wrap: true, maxLines: 2 }),
  text(`改行は\n${LONG}`, { wrap: true, lineSpacing: '8px' }),
  text(`縮む、${LONG}`.slice(0, 20), { adjustMode: 'shrink-to-fit', size: 'xl' }),
  {
    type: 'text',
    wrap: true,
    contents: [
      { type: 'span', text: '一部が' },
      { type: 'span', text: '大きく赤い', size: 'xl', color: '#C00000', weight: 'bold' },
      { type: 'span', text: '文', decoration: 'underline', style: 'italic' },
    ],
  },
  text('触れる文', { action: tap('触れる文'), size: 'xxs', color: '#0A5CC2' }),
];

const shares: Part[] = [
  box('horizontal', [text('1'), text('2', { flex: 2 }), text('中身だけ', { flex: 0 })], { spacing: 'md' }),
  box(
    'horizontal',
    [
      text('上', { gravity: 'top' }),
      separator({ color: '#C00000' }),
      text('中', { gravity: 'center', align: 'center' }),
      text('下', { gravity: 'bottom', align: 'end', margin: 'xxl' }),
    ],
    { height: '60px', backgroundColor: '#EEF4F2', cornerRadius: 'md', paddingAll: 'sm' },
  ),
  box('horizontal', [box('vertical', [text('左')], { width: '40%' }), box('vertical', [text('残り')])], {
    borderWidth: 'normal',
    borderColor: '#888888',
    paddingStart: '10%',
    paddingEnd: 'lg',
  }),
  box('vertical', [text('幅は百'), text('まで')], { maxWidth: '100px', alignItems: 'center' }),
  box('horizontal', [icon60(), icon60()], { justifyContent: 'space-between', alignItems: 'flex-end' }),
  box('vertical', [text('上'), { type: 'filler' }, text('下')], { height: '80px', maxHeight: '70px' }),
  separator({ margin: 'xl' }),
];

/** A picture of 60 px that takes no share of the width. */
function icon60(): Part {
  return image({ size: '60px', aspectRatio: '3:4', aspectMode: 'cover', flex: 0 });
}

const placed: Part = box(
  'vertical',
  [
    image({ size: 'full', aspectRatio: '2:1', aspectMode: 'cover' }),
    box('vertical', [text('上に乗る', { color: '#FFFFFF' })], {
      position: 'absolute',
      offsetBottom: '8px',
      offsetStart: 'lg',
      backgroundColor: '#00000099',
      cornerRadius: 'xl',
      paddingAll: 'sm',
    }),
  ],
  { action: tap('写真') },
);

const everything: messagingApi.FlexBubble = {
  type: 'bubble',
  size: 'giga',
  header: box('vertical', [text('見出し', { color: '#FFFFFF', weight: 'bold' })], {
    background: {
      type: 'linearGradient',
      angle: '90deg',
      startColor: '#17594A',
      centerColor: '#3B8F7B',
      centerPosition: '30%',
      endColor: '#8AC7B7',
    },
  }),
  hero: image({ size: 'full', aspectRatio: '20:13', aspectMode: 'cover', action: tap('見出しの写真') }),
  body: box('vertical', [...letters, ...shares, placed], { spacing: 'md' }),
  footer: box('vertical', [
    button('主', { style: 'primary' }),
    button('副', { style: 'secondary', height: 'sm', margin: 'sm' }),
    button(`縮む、${LONG}`.slice(0, 19), { style: 'link', adjustMode: 'shrink-to-fit' }),
    box('horizontal', [button('左', { color: '#C00000' }), button('右', { gravity: 'bottom' })]),
  ]),
  styles: { body: { separator: true, separatorColor: '#C00000' }, footer: { backgroundColor: '#F4F4F4' } },
};

const nested: messagingApi.FlexBubble = {
  type: 'bubble',
  size: 'kilo',
  direction: 'rtl',
  action: tap('カード全体'),
  body: box(
    'vertical',
    [
      text('右から左へ', { wrap: true }),
      box('horizontal', [text('行'), button('行の中のボタン', { flex: 3 })], { action: tap('行全体') }),
      box('horizontal', [text('始まり'), text('終わり', { align: 'end' })], { paddingStart: 'xxl' }),
    ],
    { spacing: 'lg' },
  ),
};

const film: messagingApi.FlexBubble = {
  type: 'bubble',
  hero: {
    type: 'video',
    url: 'https://example.com/film.mp4',
    previewUrl: PICTURE,
    aspectRatio: '16:9',
    altContent: image({ size: 'full' }),
    action: { type: 'uri', label: 'くわしく', uri: 'https://example.com/' },
  },
  body: box('vertical', [text('動画')]),
};

const SIZES = ['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga'] as const;
const sized = SIZES.map(
  (size): messagingApi.FlexBubble => ({
    type: 'bubble',
    size,
    header: box('vertical', [text(size)]),
    body: box('vertical', [text('本文は折り返します', { wrap: true, size: 'sm' })]),
    footer: box('vertical', [button('押す', { style: 'primary' })]),
  }),
);

const side = (words: string): messagingApi.FlexBubble => ({
  type: 'bubble',
  size: 'micro',
  body: box('vertical', [text(words, { wrap: true })]),
  footer: box('vertical', [button('選ぶ')]),
});

const flex = (altText: string, contents: messagingApi.FlexContainer): messagingApi.FlexMessage => ({
  type: 'flex',
  altText,
  contents,
});

export const flexSamples: messagingApi.Message[] = [
  flex('すべての部品', everything),
  flex('入れ子', nested),
  flex('動画つき', film),
  flex('横に並ぶカード', {
    type: 'carousel',
    contents: ['一枚目', LONG, '三枚目', '四枚目'].map(side),
  }),
  ...sized.map((bubble) => flex(`大きさ ${bubble.size}`, bubble)),
];
