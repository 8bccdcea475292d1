// How many messages went out on which day, by which way (reference: get-number-of-push-messages). LINE counts the
// days in Japanese time.
import { dayInJapan } from './japanese-days.ts';

export type SentCounts = {
  /** Counted today, one for each recipient who can receive. */
  add(way: string, recipients: number): void;
  /** `day`: `20261201`. */
  on(way: string, day: string): number;
  today(): string;
  clear(): void;
};

/** `now` in ms. */
export function createSentCounts(now: () => number): SentCounts {
  const counts = new Map<string, number>();
  const today = () => dayInJapan(now());
  const on = (way: string, day: string) => counts.get(`${way} ${day}`) ?? 0;
  return {
    add(way, recipients) {
      counts.set(`${way} ${today()}`, on(way, today()) + recipients);
    },
    on,
    today,
    clear: () => counts.clear(),
  };
}
