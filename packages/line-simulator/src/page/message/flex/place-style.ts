// Where a part stands in its box (docs: flex-message-layout).
import type { FlexBox, FlexPart, FlexText, FlexVideo } from '../../../messages/flex/parts.ts';
import { type Style, styleOf, through } from '../style.ts';
import { spaceOf } from './sizes.ts';

/** What a part must know of the box around it. */
export type Around = {
  layout: FlexBox['layout'];
  spacing?: string | undefined;
  /** The first part of a box has no space before it, unless it asks for some itself. */
  isFirst: boolean;
};

type Placing = Pick<
  FlexText,
  'position' | 'offsetTop' | 'offsetBottom' | 'offsetStart' | 'offsetEnd' | 'margin' | 'flex'
>;

/** Everything but the flexible gap, the line and the film says where it wants to be. */
const placingOf = (part: FlexPart | FlexVideo): Placing => (part.type === 'video' ? {} : part);

export const isAbsolute = (part: FlexPart | FlexVideo): boolean => placingOf(part).position === 'absolute';

export function placeStyle(part: FlexPart | FlexVideo, around: Around): Style {
  const { position, offsetTop, offsetBottom, offsetStart, offsetEnd } = placingOf(part);
  return styleOf({
    flex: flexOf(part, around.layout),
    [around.layout === 'vertical' ? 'marginTop' : 'marginInlineStart']: spaceBefore(part, around),
    position: position === 'absolute' ? 'absolute' : 'relative',
    top: through(spaceOf, offsetTop),
    bottom: through(spaceOf, offsetBottom),
    insetInlineStart: through(spaceOf, offsetStart),
    insetInlineEnd: through(spaceOf, offsetEnd),
  });
}

/** A margin of its own stands in place of the box's spacing. */
function spaceBefore(part: FlexPart | FlexVideo, { spacing, isFirst }: Around): string | undefined {
  const { margin } = placingOf(part);
  if (margin !== undefined) return spaceOf(margin);
  const asks = !isFirst && part.type !== 'filler' && !isAbsolute(part);
  return asks ? through(spaceOf, spacing) : undefined;
}

/**
 * CSS's `flex`. Side by side, a share of the width whatever is inside; one above the other, as high as what is
 * inside and a share of what is left over. 0: as large as what is inside.
 */
function flexOf(part: FlexPart | FlexVideo, layout: FlexBox['layout']): string {
  if (isAbsolute(part)) return 'none';
  const share = placingOf(part).flex ?? shareByDefault(part, layout);
  if (share === 0) return 'none';
  return layout === 'vertical' ? `${share} 0 auto` : `${share} 0 0`;
}

function shareByDefault(part: FlexPart | FlexVideo, layout: FlexBox['layout']): number {
  if (part.type === 'filler') return 1;
  if (layout === 'vertical' || part.type === 'separator' || part.type === 'icon') return 0;
  return part.type === 'box' && part.width !== undefined ? 0 : 1;
}
