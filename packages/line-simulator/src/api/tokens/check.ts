// Is this token still good, and no longer, please (reference: verify-channel-access-token, line-login).
import { z } from 'zod';
import type { Platform } from '../../platform.ts';
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { Endpoint } from '../endpoint.ts';
import { oAuthRefusal } from '../refusal.ts';

const tokenOf = (body: unknown): string =>
  z.object({ access_token: z.string().default('') }).parse(body).access_token;

const described = (client_id: string, expires_in: number, scope: string) => ({
  status: 200,
  body: { client_id, expires_in, scope },
});

const channelToken = ({ accessTokens, clock, channel }: Platform, token: string) => {
  const left = accessTokens.secondsLeft(token, clock.now());
  return left === undefined ? undefined : described(channel.channelId, left, 'P CM');
};

export const verifyChannelToken: Endpoint = {
  name: 'token-verify',
  method: 'POST',
  path: '/v2/oauth/verify',
  rate: PER_SECOND_2000,
  takes: 'form',
  isPublic: true,
  answer({ body }, platform) {
    const answer = channelToken(platform, tokenOf(body));
    if (!answer) throw oAuthRefusal('invalid_request', 'access_token invalid');
    return answer;
  },
};

/** One address for two kinds of token: of channels, and of people who opened a page in LINE. */
export const verifyAnyToken: Endpoint = {
  name: 'token-verify-any',
  method: 'GET',
  path: '/oauth2/v2.1/verify',
  rate: PER_SECOND_2000,
  isPublic: true,
  answer({ query }, platform) {
    const token = query.get('access_token') ?? '';
    const { loginTokens, clock, channel } = platform;
    const left = loginTokens.secondsLeft(token, clock.now());
    if (left === 0) throw oAuthRefusal('invalid_request', 'access token expired');
    if (left !== undefined) return described(channel.loginChannelId, left, 'profile openid');
    const answer = channelToken(platform, token);
    if (!answer) throw oAuthRefusal('invalid_request', 'The access token expired');
    return answer;
  },
};

/** Nobody is told whether there was such a token. */
export const revokeToken: Endpoint = {
  name: 'token-revoke',
  method: 'POST',
  path: '/v2/oauth/revoke',
  rate: PER_SECOND_2000,
  takes: 'form',
  isPublic: true,
  answer({ body }, { accessTokens }) {
    accessTokens.revoke(tokenOf(body));
    return { status: 200, body: {} };
  },
};
