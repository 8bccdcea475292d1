// Token buckets, one for each endpoint (reference: rate-limits). Capacity and refill are not published: here the
// capacity is the documented number, and it refills evenly.

/** So many requests in so many ms. */
export type Rate = { requests: number; perMs: number };

export const PER_SECOND_2000: Rate = { requests: 2000, perMs: 1000 };
export const PER_SECOND_370: Rate = { requests: 370, perMs: 1000 };
export const PER_SECOND_200: Rate = { requests: 200, perMs: 1000 };
export const PER_SECOND_100: Rate = { requests: 100, perMs: 1000 };
export const PER_SECOND_10: Rate = { requests: 10, perMs: 1000 };
export const PER_MINUTE_1000: Rate = { requests: 1000, perMs: 60_000 };
export const PER_HOUR_100: Rate = { requests: 100, perMs: 60 * 60_000 };
export const PER_HOUR_3: Rate = { requests: 3, perMs: 60 * 60_000 };
export const PER_HOUR_60: Rate = { requests: 60, perMs: 60 * 60_000 };

export type RateLimits = {
  /** Takes one token of that endpoint's bucket; false when there is none. */
  take(endpoint: string, rate: Rate, now: number): boolean;
  /** All buckets are full again. */
  clear(): void;
};

export function createRateLimits(): RateLimits {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(endpoint, rate, now) {
      const bucket = buckets.get(endpoint) ?? { tokens: rate.requests, at: now };
      // A clock that was moved back refills nothing.
      const refill = (Math.max(0, now - bucket.at) * rate.requests) / rate.perMs;
      const tokens = Math.min(rate.requests, bucket.tokens + refill);
      const allowed = tokens >= 1;
      buckets.set(endpoint, { tokens: allowed ? tokens - 1 : tokens, at: now });
      return allowed;
    },
    clear: () => buckets.clear(),
  };
}
