// GET /v2/bot/profile/{userId} (reference: get-profile).
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { PersonRecord } from '../../world/chats.ts';
import { isUserId } from '../../world/ids.ts';
import type { Endpoint } from '../endpoint.ts';
import { badParameter, notFound } from '../refusal.ts';

export const getProfile: Endpoint = {
  name: 'profile',
  method: 'GET',
  path: '/v2/bot/profile/{userId}',
  rate: PER_SECOND_2000,
  chatOf: (request) => request.params.userId,
  answer({ params: { userId = '' } }, platform) {
    if (!isUserId(userId)) throw badParameter('userId');
    const person = platform.world.people.get(userId);
    if (!person || !showsProfile(person)) throw notFound();
    const { statusMessage, language } = person;
    return { status: 200, body: { ...shortProfile(person), statusMessage, language } };
  },
};

/** Friends show it, and strangers who have written; who has blocked the account does not. */
const showsProfile = ({ friendship, lastWroteAt }: PersonRecord): boolean =>
  friendship === 'friend' || (friendship === 'none' && lastWroteAt !== undefined);

export const shortProfile = ({ displayName, userId, pictureUrl }: PersonRecord) => ({
  displayName,
  userId,
  pictureUrl,
});
