// X-Line-Retry-Key (docs: retrying-api-request): a request that was accepted once is not carried out again for 24 hours.

const VALID_MS = 24 * 60 * 60_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export type SentMessage = { id: string; quoteToken?: string };
export type Accepted = { requestId: string; sentMessages: SentMessage[] | undefined };

export type RetryKeys = {
  /** What the first accepted request with this key did; undefined when there was none in the last 24 hours. */
  find(key: string, now: number): Accepted | undefined;
  /** Only for requests that were answered with a 2xx: what was refused may be sent again under its key. */
  accept(key: string, now: number, accepted: Accepted): void;
  /** The 24 hours run from the first request with the key, also when that one was refused. */
  seen(key: string, now: number): void;
  /** As if no key had ever been used. */
  clear(): void;
};

type Known = { firstAt: number; accepted?: Accepted };

export const isRetryKey = (text: string): boolean => UUID.test(text);

export function createRetryKeys(): RetryKeys {
  const keys = new Map<string, Known>();
  const valid = (key: string, now: number): Known | undefined => {
    const known = keys.get(key.toLowerCase());
    return known && now - known.firstAt < VALID_MS ? known : undefined;
  };
  return {
    find: (key, now) => valid(key, now)?.accepted,
    accept(key, now, accepted) {
      keys.set(key.toLowerCase(), { firstAt: valid(key, now)?.firstAt ?? now, accepted });
    },
    seen(key, now) {
      if (valid(key, now)) return;
      forgetOld(keys, now);
      keys.set(key.toLowerCase(), { firstAt: now });
    },
    clear: () => keys.clear(),
  };
}

/** Keys stand in the order of their first requests. */
function forgetOld(keys: Map<string, Known>, now: number): void {
  for (const [key, known] of keys) {
    if (now - known.firstAt < VALID_MS) return;
    keys.delete(key);
  }
}
