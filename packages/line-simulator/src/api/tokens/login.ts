// What a person's own access token opens, the one that a web page in LINE hands to its server (LINE Login reference:
// get-user-profile, get-friendship-status).
import type { Platform } from '../../platform.ts';
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { PersonRecord } from '../../world/chats.ts';
import type { ApiRequest, Endpoint } from '../endpoint.ts';
import { shortProfile } from '../people/profiles.ts';
import { unauthorized } from '../refusal.ts';

/** Throws 401 for the account's own tokens too: they speak for nobody. */
function holderOf({ token = '' }: ApiRequest, { loginTokens, clock, world }: Platform): PersonRecord {
  const person = world.people.get(loginTokens.holderOf(token, clock.now()) ?? '');
  if (!person) throw unauthorized();
  return person;
}

/** Told of everybody, be they friends of the account or not. */
export const getOwnProfile: Endpoint = {
  name: 'login-profile',
  method: 'GET',
  path: '/v2/profile',
  rate: PER_SECOND_2000,
  isPublic: true,
  answer(request, platform) {
    const person = holderOf(request, platform);
    return { status: 200, body: { ...shortProfile(person), statusMessage: person.statusMessage } };
  },
};

export const getFriendship: Endpoint = {
  name: 'login-friendship',
  method: 'GET',
  path: '/friendship/v1/status',
  rate: PER_SECOND_2000,
  isPublic: true,
  answer: (request, platform) => ({
    status: 200,
    body: { friendFlag: holderOf(request, platform).friendship === 'friend' },
  }),
};
