// Channel access tokens: the fixed one, and those that are issued and expire (docs: basics/channel-access-token).
import type { Ids } from '../world/ids.ts';

const SHORT_LIVED_MAX = 30;
const SHORT_LIVED_S = 30 * 24 * 60 * 60;
const STATELESS_S = 15 * 60;
/** What LINE says of a token that does not expire: about a hundred years. */
const FIXED_S = 100 * 365 * 24 * 60 * 60;

/** `expiresIn`: seconds. */
export type Issued = { token: string; expiresIn: number };

export type AccessTokens = {
  /** Any number of them; cannot be revoked. */
  issueStateless(now: number): Issued;
  /** The oldest is revoked when there would be more than 30 that are valid. */
  issueShortLived(now: number): Issued;
  /** Seconds for which the token is still valid; undefined when it is not, or is nobody's. */
  secondsLeft(token: string, now: number): number | undefined;
  /** The fixed one too. No effect on a stateless token, and on no token at all. */
  revoke(token: string): void;
  /** The fixed one is valid again. */
  restoreFixed(): void;
};

export function createAccessTokens(fixed: string, ids: Pick<Ids, 'token'>): AccessTokens {
  const stateless = new Map<string, number>();
  const shortLived = new Map<string, number>();
  let fixedIsValid = true;
  const issue = (among: Map<string, number>, now: number, seconds: number): Issued => {
    const token = ids.token() + ids.token();
    among.set(token, now + seconds * 1000);
    return { token, expiresIn: seconds };
  };
  return {
    issueStateless(now) {
      forgetExpired(stateless, now);
      return issue(stateless, now, STATELESS_S);
    },
    issueShortLived(now) {
      forgetExpired(shortLived, now);
      const [oldest] = shortLived.keys();
      if (oldest !== undefined && shortLived.size >= SHORT_LIVED_MAX) shortLived.delete(oldest);
      return issue(shortLived, now, SHORT_LIVED_S);
    },
    secondsLeft(token, now) {
      if (token === fixed) return fixedIsValid ? FIXED_S : undefined;
      const expiresAt = stateless.get(token) ?? shortLived.get(token) ?? now;
      return expiresAt > now ? Math.ceil((expiresAt - now) / 1000) : undefined;
    },
    revoke(token) {
      if (token === fixed) fixedIsValid = false;
      shortLived.delete(token);
    },
    restoreFixed() {
      fixedIsValid = true;
    },
  };
}

function forgetExpired(tokens: Map<string, number>, now: number): void {
  for (const [token, expiresAt] of tokens) if (expiresAt <= now) tokens.delete(token);
}
