// How a conversation that was saved by an older version of its flow becomes one of today's: step by step, from each version to
// the next. A person's form goes on where it stood; nothing that was answered is asked again.
import type { StateValue } from 'xstate';

/** Where a conversation stood: as JSON. */
export type SavedState = { value: StateValue; context: unknown };

/** From one version to the next: a new field gets its start, a state that was renamed its new name. Pure. */
export type Lift = (saved: SavedState) => SavedState;

/** By flow, and by the version that is lifted. Who raises the `version` of a flow adds the lift from the one before. */
export const lifts: Readonly<Record<string, Readonly<Record<string, Lift>>>> = {
  home: {},
  request: {},
  // Numbers are typed without a dialogue now.
  admin: { 1: () => ({ value: 'idle', context: { pressed: [] } }) },
};

/** The state at version `to`; undefined where no way leads there, as from a newer version. Versions are 1, 2, 3 … */
export function lift(
  saved: SavedState,
  from: string,
  to: string,
  steps: Readonly<Record<string, Lift>>,
): SavedState | undefined {
  if (from === to) return saved;
  const next = steps[from];
  return next && lift(next(saved), String(Number(from) + 1), to, steps);
}
