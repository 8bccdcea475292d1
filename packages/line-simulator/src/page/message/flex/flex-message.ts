// A Flex Message: one bubble, or several side by side.
import { html } from 'htm/preact';
import type { FlexBubble as Bubble, FlexContainer } from '../../../messages/flex/container.ts';
import type { FlexBox as Box, FlexImage as Image, FlexVideo as Video } from '../../../messages/flex/parts.ts';
import { Scroller } from '../scroller.ts';
import { type Style, styleOf } from '../style.ts';
import { Tappable } from '../tappable.ts';
import { type Block, blockPadding } from './block-padding.ts';
import { FlexBox } from './flex-box.ts';
import { FlexImage, FlexVideo } from './flex-picture.ts';
import type { Around } from './place-style.ts';
import { bubbleWidthOf } from './sizes.ts';
import { canBeTapped, wordsOf } from './words-of.ts';

export function FlexMessage({ contents, altText }: { contents: FlexContainer; altText: string }) {
  if (contents.type === 'bubble')
    return html`<div role="group" aria-label=${altText}><${FlexBubble} bubble=${contents} /></div>`;
  return html`<${Scroller} label=${altText}>
    ${contents.contents.map((bubble) => html`<${FlexBubble} bubble=${bubble} />`)}
  </${Scroller}>`;
}

const BLOCKS: readonly Block[] = ['header', 'hero', 'body', 'footer'];
const ALONE: Around = { layout: 'vertical', isFirst: true };

function FlexBubble({ bubble }: { bubble: Bubble }) {
  const { size = 'mega', direction = 'ltr', action } = bubble;
  const parts = BLOCKS.flatMap((block) => {
    const part = partIn(bubble, block);
    return part ? [{ block, part }] : [];
  });
  const blocks = parts.map(({ block, part }, index) => {
    const style = blockStyle(bubble, block, index === 0);
    return html`<div class=${`flex-block flex-${block}`} style=${style}>${drawn(part, { ...blockPadding(block, bubble), flexGrow: '1' })}</div>`;
  });
  const holdsTaps = parts.some(({ part }) => part.type === 'video' || canBeTapped(part));
  const words = parts.map(({ part }) => wordsOf(part)).join(' ');
  return html`<div class=${`flex-bubble flex-bubble-${size}`} dir=${direction} style=${{ width: bubbleWidthOf(size) }}>
    <${Tappable} action=${action} class="flex-blocks" words=${words.trim()} holdsTaps=${holdsTaps}>${blocks}</${Tappable}>
  </div>`;
}

/** The server let in only what the schemas of the parts allow; its own type for a part says less. */
const partIn = (bubble: Bubble, block: Block) => bubble[block] as Box | Image | Video | undefined;

function drawn(part: Box | Image | Video, fromBlock: Style) {
  if (part.type === 'box') return html`<${FlexBox} part=${part} around=${ALONE} fromBlock=${fromBlock} />`;
  if (part.type === 'image') return html`<${FlexImage} part=${part} around=${ALONE} />`;
  return html`<${FlexVideo} part=${part} />`;
}

/** LINE draws no line above the first block. */
function blockStyle({ styles }: Bubble, block: Block, isFirst: boolean): Style {
  const { backgroundColor, separator, separatorColor } = styles?.[block] ?? {};
  const hasLine = separator && !isFirst;
  return styleOf({
    backgroundColor,
    borderTop: hasLine ? `1px solid ${separatorColor ?? '#d4d6da'}` : undefined,
  });
}
