// A table of sentences of the hour: each is read as one thing, and as nothing besides.
import { describe, expect, it } from 'vitest';
import type { Matter } from '../../flows/vocabulary-words.ts';
import { mattersAtTheHour } from '../../src/messages/ja/hour-words.ts';

export function readsAs(
  about: string,
  sentences: Readonly<Partial<Record<Matter, readonly string[]>>>,
): void {
  const rows = Object.entries(sentences).flatMap(([matter, list]) =>
    list.map((text) => [text, matter] as const),
  );
  describe(`around the time of her consultation, ${about}`, () => {
    it.each(rows)('「%s」 is read as %s', (text, matter) => {
      expect(mattersAtTheHour(text)).toEqual([matter]);
    });
  });
}
