// The paddings that a block of a bubble has by itself, as LINE's Flex Message Simulator draws them.
import type { FlexBubble } from '../../../messages/flex/container.ts';
import type { Style } from '../style.ts';

export type Block = 'header' | 'hero' | 'body' | 'footer';
type BubbleSize = NonNullable<FlexBubble['size']>;

/** CSS's order: top, sides, bottom. */
const OF_TEXT: Readonly<Record<BubbleSize, readonly [top: number, sides: number, bottom: number]>> = {
  nano: [10, 10, 10],
  micro: [10, 10, 10],
  deca: [11, 14, 13],
  hecto: [11, 14, 13],
  kilo: [13, 13, 13],
  mega: [19, 20, 20],
  giga: [19, 20, 20],
};

/** The body's bottom when a footer follows. */
const ABOVE_FOOTER: Readonly<Record<BubbleSize, number>> = {
  nano: 10,
  micro: 10,
  deca: 17,
  hecto: 17,
  kilo: 17,
  mega: 10,
  giga: 10,
};

export function blockPadding(block: Block, { size = 'mega', footer }: FlexBubble): Style {
  if (block === 'hero') return {};
  if (block === 'footer') return padding(10, 10, 10);
  const [top, sides, bottom] = OF_TEXT[size];
  const isLarge = size === 'mega' || size === 'giga';
  if (block === 'header') return padding(isLarge ? 20 : top, sides, bottom);
  return padding(top, sides, footer ? ABOVE_FOOTER[size] : bottom);
}

const padding = (top: number, sides: number, bottom: number): Style => ({
  paddingTop: `${top}px`,
  paddingInlineStart: `${sides}px`,
  paddingInlineEnd: `${sides}px`,
  paddingBottom: `${bottom}px`,
});
