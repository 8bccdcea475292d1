// What people see as one character.

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** What people see as characters: a kanji with its variation selector is one. */
export const graphemes = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);
