// GET /v2/bot/followers/ids (reference: get-follower-ids).
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { Endpoint } from '../endpoint.ts';
import { checkVerified, limitIn, pageOf } from '../pages-of-ids.ts';
import { friendsOf } from '../sending/send-to-many.ts';

const NORMALLY = 300;
const MOST = 1000;

export const getFollowerIds: Endpoint = {
  name: 'follower-ids',
  method: 'GET',
  path: '/v2/bot/followers/ids',
  rate: PER_SECOND_2000,
  answer({ query }, platform) {
    checkVerified(platform);
    const limit = limitIn(query, NORMALLY, MOST);
    const friends = friendsOf(platform).map(({ userId }) => userId);
    const { ids, next } = pageOf(friends, query.get('start'), limit);
    return { status: 200, body: { userIds: ids, next } };
  },
};
