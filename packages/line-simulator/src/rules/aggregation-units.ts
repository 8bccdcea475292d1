// Names under which pushes and multicasts are counted together (docs: unit-based-statistics-aggregation): a thousand
// different ones a month. Where LINE begins a month it does not say; here in Japan, as for the quota.
import { monthInJapan } from './japanese-days.ts';

const NAMES_MAX = 1000;

export type AggregationUnits = {
  /** One name too many is passed over without a word, as LINE does: the message is sent all the same. */
  use(names: readonly string[]): void;
  /** Those used this month, in the order of their first use. */
  names(): readonly string[];
  clear(): void;
};

/** `now` in ms. */
export function createAggregationUnits(now: () => number): AggregationUnits {
  const months = new Map<string, Set<string>>();
  const used = (): Set<string> => months.get(monthInJapan(now())) ?? new Set();
  return {
    use(names) {
      const known = used();
      for (const name of names) if (known.size < NAMES_MAX) known.add(name);
      months.set(monthInJapan(now()), known);
    },
    names: () => [...used()],
    clear: () => months.clear(),
  };
}
