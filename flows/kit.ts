// What every flow is built with. Flows hold no clock, randomness, I/O or words. Saved states are restored with
// `resolveState`, so there are no invoked children, no delays, no history states and no raised events in them.
export { effects } from './vocabulary/effects.ts';

/**
 * `awaitsResult`: the state's effect must be answered within the turn; a conversation is never saved here.
 * `quiet`: nothing is asked here; the last message stands for itself.
 */
export type Tag = 'awaitsResult' | 'quiet';

/** A flow must not turn in circles by itself. */
export const options = { maxIterations: 100 };
