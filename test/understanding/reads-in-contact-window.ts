// A table of sentences of the hour: each is read as one thing, and as nothing besides.
import { describe, expect, test } from 'vitest';
import type { BookingIntent } from '../../flows/vocabulary.ts';
import { intentsInContactWindow } from '../../src/understanding/hour-words.ts';

export function readsAs(
  about: string,
  sentences: Readonly<Partial<Record<BookingIntent, readonly string[]>>>,
): void {
  const rows = Object.entries(sentences).flatMap(([intent, list]) =>
    list.map((text) => [text, intent] as const),
  );
  describe(`around the time of her consultation, ${about}`, () => {
    test.each(rows)('「%s」 is read as %s', (text, intent) => {
      expect(intentsInContactWindow(text)).toEqual([intent]);
    });
  });
}
