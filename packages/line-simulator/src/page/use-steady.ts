// A function that stays the same from drawing to drawing, for what is drawn once and tapped much later.
import { useCallback, useRef } from 'preact/hooks';

/** Does what `newest` of the last drawing does. */
export function useSteady<Args extends unknown[], Result>(
  newest: (...args: Args) => Result,
): (...args: Args) => Result {
  const last = useRef(newest);
  last.current = newest;
  return useCallback((...args: Args) => last.current(...args), []);
}
