// POST /oauth2/v2.1/verify: whom an ID token speaks of (LINE Login reference: verify-id-token).
import { z } from 'zod';
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { Endpoint } from '../endpoint.ts';
import { oAuthRefusal } from '../refusal.ts';

const form = z.object({
  id_token: z.string().default(''),
  client_id: z.string().optional(),
  nonce: z.string().optional(),
  user_id: z.string().optional(),
});

const refused = (why: string) => oAuthRefusal('invalid_request', why);

export const verifyIdToken: Endpoint = {
  name: 'id-token-verify',
  method: 'POST',
  path: '/oauth2/v2.1/verify',
  rate: PER_SECOND_2000,
  takes: 'form',
  isPublic: true,
  answer({ body }, { loginTokens, clock }) {
    const { id_token, client_id, nonce, user_id } = form.parse(body);
    const claims = loginTokens.readIdToken(id_token);
    if (!claims) throw refused('Invalid IdToken.');
    if (clock.now() >= claims.exp * 1000) throw refused('IdToken expired.');
    if (client_id !== claims.aud) throw refused('Invalid IdToken Audience.');
    if (nonce !== undefined && nonce !== claims.nonce) throw refused('Invalid IdToken Nonce.');
    if (user_id !== undefined && user_id !== claims.sub) throw refused('Invalid IdToken Subject Identifier.');
    return { status: 200, body: claims };
  },
};

/** For those who check ID tokens themselves. */
export const getCertificates: Endpoint = {
  name: 'certificates',
  method: 'GET',
  path: '/oauth2/v2.1/certs',
  rate: PER_SECOND_2000,
  isPublic: true,
  answer: (_request, { loginTokens }) => ({ status: 200, body: { keys: [loginTokens.publicKey()] } }),
};
