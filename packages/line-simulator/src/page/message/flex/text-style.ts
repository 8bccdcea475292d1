// How letters look in a Flex Message.
import type { FlexSpan, FlexText } from '../../../messages/flex/parts.ts';
import { type Style, styleOf, through } from '../style.ts';
import { letterSizeOf } from './sizes.ts';

/** What a text and a part of a text have in common. */
export function lettersStyle({ size, color, weight, style, decoration }: FlexSpan | FlexText): Style {
  return styleOf({
    fontSize: through(letterSizeOf, size),
    color,
    fontWeight: weight && (weight === 'bold' ? '700' : '400'),
    fontStyle: style,
    textDecoration: decoration,
  });
}

/** Without `wrap` a text is one line, cut with an ellipsis where it does not fit; `maxLines` cuts later. */
export function textStyle(text: FlexText): Style {
  return { ...lettersStyle(text), ...styleOf({ textAlign: text.align, ...linesOf(text) }) };
}

function linesOf({ wrap, maxLines, lineSpacing }: FlexText) {
  if (!wrap) return { whiteSpace: 'nowrap', textOverflow: 'ellipsis' };
  const lines = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: lineHeightOf(lineSpacing) };
  if (!maxLines) return lines;
  return { ...lines, display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: String(maxLines) };
}

/** `lineSpacing` is the space between two lines, on top of the usual height of one. */
const lineHeightOf = (lineSpacing: string | undefined) => lineSpacing && `calc(1.4em + ${lineSpacing})`;

/** Where a part stands in the height its box gives it. */
export const gravityOf = (gravity: FlexText['gravity']): string =>
  gravity === 'center' ? 'center' : gravity === 'bottom' ? 'flex-end' : 'flex-start';
