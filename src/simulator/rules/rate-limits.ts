// Token buckets, one for each endpoint (reference: rate-limits). Capacity and refill are not published: here the
// capacity is the documented number, and it refills evenly.

/** So many requests in so many ms. */
export type Rate = { requests: number; perMs: number };

export const PER_SECOND_2000: Rate = { requests: 2000, perMs: 1000 };
export const PER_SECOND_100: Rate = { requests: 100, perMs: 1000 };

export type RateLimits = {
  /** Takes one token of that endpoint's bucket; false when there is none. */
  take(endpoint: string, rate: Rate, now: number): boolean;
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
  };
}
