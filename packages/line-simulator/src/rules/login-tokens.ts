// What a web page opened in LINE holds of the person who opened it: an access token for twelve hours, and an ID
// token, signed, for one (docs: liff/using-user-profile, line-login/verify-id-token).
import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { PersonRecord } from '../world/chats.ts';
import type { Ids } from '../world/ids.ts';

const ACCESS_TOKEN_MS = 12 * 60 * 60_000;
const ID_TOKEN_S = 60 * 60;
const ISSUER = 'https://access.line.me';

const claims = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.string(),
  exp: z.number(),
  iat: z.number(),
  nonce: z.string().optional(),
  amr: z.array(z.string()),
  name: z.string(),
  picture: z.string().optional(),
});
export type IdTokenClaims = z.infer<typeof claims>;

export type LoginTokens = {
  /** Opaque. */
  issueAccessToken(userId: string, now: number): string;
  /** Whose it is; undefined when it has expired or is nobody's. */
  holderOf(accessToken: string, now: number): string | undefined;
  /** Seconds for which it is valid, 0 when it has expired; undefined when it is nobody's. */
  secondsLeft(accessToken: string, now: number): number | undefined;
  issueIdToken(person: PersonRecord, audience: string, now: number, nonce?: string): string;
  /** What the token says, whatever its time and audience; undefined when it is none of ours or was touched. */
  readIdToken(idToken: string): IdTokenClaims | undefined;
  /** The key to check ID tokens with, as a JSON Web Key. */
  publicKey(): Readonly<Record<string, unknown>>;
  /** No access token is valid any more. ID tokens speak for themselves. */
  clear(): void;
};

export function createLoginTokens(ids: Pick<Ids, 'token'>): LoginTokens {
  const accessTokens = new Map<string, { userId: string; expiresAt: number }>();
  const keyId = ids.token();
  let pair: KeyObject | undefined;
  const key = () => {
    pair ??= generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    return pair;
  };
  return {
    issueAccessToken(userId, now) {
      const token = ids.token() + ids.token();
      accessTokens.set(token, { userId, expiresAt: now + ACCESS_TOKEN_MS });
      return token;
    },
    holderOf(token, now) {
      const known = accessTokens.get(token);
      return known && known.expiresAt > now ? known.userId : undefined;
    },
    secondsLeft(token, now) {
      const known = accessTokens.get(token);
      return known && Math.max(0, Math.ceil((known.expiresAt - now) / 1000));
    },
    issueIdToken: (person, audience, now, nonce) =>
      signed({ alg: 'ES256', typ: 'JWT', kid: keyId }, claimsOf(person, audience, now, nonce), key()),
    readIdToken: (idToken) => read(idToken, key()),
    publicKey: () => ({
      ...createPublicKey(key()).export({ format: 'jwk' }),
      kid: keyId,
      alg: 'ES256',
      use: 'sig',
    }),
    clear: () => accessTokens.clear(),
  };
}

function claimsOf(person: PersonRecord, audience: string, now: number, nonce?: string): IdTokenClaims {
  const iat = Math.floor(now / 1000);
  return {
    iss: ISSUER,
    sub: person.userId,
    aud: audience,
    exp: iat + ID_TOKEN_S,
    iat,
    ...(nonce === undefined ? {} : { nonce }),
    amr: ['linesso'],
    name: person.displayName,
    ...(person.pictureUrl === undefined ? {} : { picture: person.pictureUrl }),
  };
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(header: object, payload: object, key: KeyObject): string {
  const text = `${encoded(header)}.${encoded(payload)}`;
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

function read(idToken: string, key: KeyObject): IdTokenClaims | undefined {
  const [header = '', payload = '', signature = ''] = idToken.split('.');
  const text = Buffer.from(`${header}.${payload}`);
  const isOurs = verify(
    'sha256',
    text,
    { key: createPublicKey(key), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  return isOurs ? claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))) : undefined;
}
