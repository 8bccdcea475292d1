// Link tokens, with which a person ties an account elsewhere to LINE: ten minutes, once (reference: issue-link-token).
import type { Ids } from '../world/ids.ts';

const VALID_MS = 10 * 60_000;

export type LinkTokens = {
  issue(userId: string, now: number): string;
  /** Uses the token up. For whom it was issued; undefined when it is expired, used or nobody's. */
  redeem(token: string, now: number): string | undefined;
  clear(): void;
};

export function createLinkTokens(ids: Pick<Ids, 'token'>): LinkTokens {
  const tokens = new Map<string, { userId: string; issuedAt: number }>();
  return {
    issue(userId, now) {
      const token = ids.token();
      tokens.set(token, { userId, issuedAt: now });
      return token;
    },
    redeem(token, now) {
      const known = tokens.get(token);
      tokens.delete(token);
      return known && now - known.issuedAt < VALID_MS ? known.userId : undefined;
    },
    clear: () => tokens.clear(),
  };
}
