// The one place that says how long an answer may be. Nobody's name, wish or command needs this much, and the
// readers' work grows with the length.

import { longestText } from '../core/compatible.ts';
import type { Incoming } from '../records/incoming.ts';

/** UTF-16 units. */
export const longestAnswer = 1000;

/**
 * What came, with a text that is too long for an answer told apart. Of such a text only words of crisis are read,
 * and the numbers that staff type or paste; at the hour of a consultation it is a sign of life like anything else.
 */
export const toldApart = (what: Incoming['what']): Incoming['what'] =>
  what.type === 'text' && what.text.length > longestAnswer
    ? { type: 'longText', text: what.text.slice(0, longestText) }
    : what;
