// LINE's limits on what is sent, by name (reference: message objects, action objects, quick reply).
// Breaking one is a mistake of ours that LINE would answer with 400: it is refused here, with its name.

import { graphemes } from '../core/graphemes.ts';

type Limit = { max: number; unit: string };

export const limits = {
  'messages of one call': { max: 5, unit: 'messages' },
  'text of a message': { max: 5000, unit: 'UTF-16 units' },
  'altText of a card': { max: 1500, unit: 'UTF-16 units' },
  /** The reference says 30 KB and not which: the smaller one holds under both readings. */
  'bubble of a card': { max: 30_000, unit: 'bytes of JSON' },
  /** No maximum is documented; an empty text component is refused. */
  'text inside a card': { max: Number.POSITIVE_INFINITY, unit: 'UTF-16 units' },
  'quick replies of a message': { max: 13, unit: 'buttons' },
  'label of a quick reply': { max: 20, unit: 'graphemes' },
  'label of a card button': { max: 40, unit: 'graphemes' },
  /** Read aloud only. */
  'label of a rich menu area': { max: 20, unit: 'graphemes' },
  'data of a postback': { max: 300, unit: 'UTF-16 units' },
  'uri of a link': { max: 1000, unit: 'UTF-16 units' },
  'text to fill in': { max: 300, unit: 'graphemes' },
  'text to copy': { max: 1000, unit: 'UTF-16 units' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** Names the limit and the size found, never the text itself. */
export class LimitError extends Error {
  readonly limit: LimitName;
  constructor(limit: LimitName, size: number) {
    const { max, unit } = limits[limit];
    const allowed = Number.isFinite(max) ? `1 to ${max}` : 'at least 1';
    super(`The ${limit} has ${size} ${unit}; LINE allows ${allowed}.`);
    this.name = 'LimitError';
    this.limit = limit;
  }
}

/** Throws a `LimitError` unless 1 ≤ size ≤ the limit. */
export function demand(limit: LimitName, size: number): void {
  if (size < 1 || size > limits[limit].max) throw new LimitError(limit, size);
}

/** How many characters a person sees. */
export const countGraphemes = (text: string): number => graphemes(text).length;

/** LINE counts the characters that a person sees in a label, and UTF-16 units everywhere else. Throws as `demand` does. */
export function demandLabel(limit: LimitName, label: string): void {
  // Never more than units: most labels need not be taken apart.
  const isShort = label.length <= limits[limit].max;
  demand(limit, isShort ? label.length : countGraphemes(label));
}
