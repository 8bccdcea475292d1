// Channel access tokens for a channel id and its secret (reference: channel-access-token). Tokens for a signed
// assertion need a key registered with the channel; this channel has none, and LINE says so with a 404.
import { z } from 'zod';
import type { Channel } from '../../platform.ts';
import type { Issued } from '../../rules/access-tokens.ts';
import { PER_SECOND_370, PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { ApiAnswer, Endpoint } from '../endpoint.ts';
import { oAuthRefusal, refusal } from '../refusal.ts';

const form = z.object({
  grant_type: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  client_assertion: z.string().optional(),
});

const noSuchKey = () => refusal(404, 'Cannot find channel key that satisfies the conditions');

const issued = ({ token, expiresIn }: Issued): ApiAnswer => ({
  status: 200,
  body: { token_type: 'Bearer', access_token: token, expires_in: expiresIn },
});

const isChannel = ({ client_id, client_secret }: z.infer<typeof form>, { channelId, secret }: Channel) =>
  client_id === channelId && client_secret === secret;

export const issueStatelessToken: Endpoint = {
  name: 'token-stateless',
  method: 'POST',
  path: '/oauth2/v3/token',
  rate: PER_SECOND_2000,
  takes: 'form',
  isPublic: true,
  answer({ body }, { channel, accessTokens, clock }) {
    const fields = form.parse(body);
    if (fields.grant_type !== 'client_credentials')
      throw oAuthRefusal('unsupported_grant_type', "The 'grant_type' must be 'client_credentials'.");
    if (fields.client_assertion !== undefined) throw noSuchKey();
    if (!isChannel(fields, channel)) throw oAuthRefusal('invalid_request', "Invalid 'client_credentials'.");
    return issued(accessTokens.issueStateless(clock.now()));
  },
};

export const issueShortLivedToken: Endpoint = {
  name: 'token-short-lived',
  method: 'POST',
  path: '/v2/oauth/accessToken',
  rate: PER_SECOND_370,
  takes: 'form',
  isPublic: true,
  answer({ body }, { channel, accessTokens, clock }) {
    const { grant_type, client_id, client_secret } = form.parse(body);
    if (grant_type !== 'client_credentials') throw oAuthRefusal('invalid_request', 'invalid grant_type');
    if (client_id !== channel.channelId) throw oAuthRefusal('invalid_client', 'invalid client_id');
    if (client_secret !== channel.secret) throw oAuthRefusal('invalid_client', 'invalid client_secret');
    return issued(accessTokens.issueShortLived(clock.now()));
  },
};

export const issueTokenByKey: Endpoint = {
  name: 'token-by-key',
  method: 'POST',
  path: '/oauth2/v2.1/token',
  rate: PER_SECOND_2000,
  takes: 'form',
  isPublic: true,
  answer() {
    throw noSuchKey();
  },
};
