// How a box looks and where it puts what is in it.
import type { FlexBox } from '../../../messages/flex/parts.ts';
import { type Style, styleOf, through } from '../style.ts';
import { borderWidthOf, spaceOf } from './sizes.ts';

type Background = NonNullable<FlexBox['background']>;

export function boxStyle(box: FlexBox): Style {
  const { justifyContent, alignItems, backgroundColor, background, width, maxWidth, height, maxHeight } = box;
  return styleOf({
    flexDirection: box.layout === 'vertical' ? 'column' : 'row',
    alignItems: alignItems ?? (box.layout === 'baseline' ? 'baseline' : undefined),
    justifyContent,
    backgroundColor,
    backgroundImage: background && gradientOf(background),
    width,
    maxWidth,
    height,
    maxHeight,
    borderRadius: through(spaceOf, box.cornerRadius),
    ...borderOf(box),
    ...paddingOf(box),
  });
}

function borderOf({ borderWidth, borderColor }: FlexBox) {
  if (borderWidth === undefined) return {};
  return {
    borderStyle: 'solid',
    borderWidth: borderWidthOf(borderWidth),
    borderColor: borderColor ?? '#000000',
  };
}

/** A side's own padding wins over that of all sides; a side with neither keeps the block's. */
function paddingOf({ paddingAll, paddingTop, paddingBottom, paddingStart, paddingEnd }: FlexBox) {
  return {
    paddingTop: through(spaceOf, paddingTop ?? paddingAll),
    paddingBottom: through(spaceOf, paddingBottom ?? paddingAll),
    paddingInlineStart: through(spaceOf, paddingStart ?? paddingAll),
    paddingInlineEnd: through(spaceOf, paddingEnd ?? paddingAll),
  };
}

function gradientOf({ angle, startColor, endColor, centerColor, centerPosition }: Background): string {
  const center = centerColor === undefined ? [] : [`${centerColor} ${centerPosition ?? '50%'}`];
  return `linear-gradient(${[angle, `${startColor} 0%`, ...center, `${endColor} 100%`].join(', ')})`;
}
