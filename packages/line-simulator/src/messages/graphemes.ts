// Letters as people count them. LINE counts labels, titles and template texts this way, everything else in
// UTF-16 units (docs/messaging-api/text-character-count).
import { z } from 'zod';

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** A text of at most that many graphemes. */
export const upToGraphemes = (max: number) =>
  z.string().refine((text) => text.length <= max || countGraphemes(text) <= max, {
    params: { rule: 'tooManyGraphemes', max },
  });
