// Messages a month: one for each recipient who can receive, replies are free (docs: pricing). LINE does not say
// where a month begins; its statistics use Japanese time, so here it begins there too.
import { monthInJapan } from './japanese-days.ts';

export type Quota = {
  /** Messages a month; undefined: no limit. */
  limit: number | undefined;
  /** Counted this month. */
  used(): number;
  /** As if so many had been sent this month, from the manager for instance. */
  setUsed(count: number): void;
  /** Counts the recipients; false, and nothing counted, when the limit does not allow them. */
  take(recipients: number): boolean;
  /** As if nothing had ever been sent; the limit stays. */
  clear(): void;
};

/** `now` in ms. */
export function createQuota(now: () => number): Quota {
  const months = new Map<string, number>();
  const month = () => monthInJapan(now());
  const used = () => months.get(month()) ?? 0;
  const quota: Quota = {
    limit: undefined,
    used,
    setUsed(count) {
      months.set(month(), count);
    },
    take(recipients) {
      if (quota.limit !== undefined && used() + recipients > quota.limit) return false;
      months.set(month(), used() + recipients);
      return true;
    },
    clear: () => months.clear(),
  };
  return quota;
}
