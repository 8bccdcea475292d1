// GET /v2/bot/followers/ids (reference: get-follower-ids).
import { PER_SECOND_2000 } from '../rules/rate-limits.ts';
import type { Endpoint } from './endpoint.ts';
import { checkVerified, pageOf } from './pages-of-ids.ts';
import { badParameter } from './refusal.ts';
import { friendsOf } from './send-to-many.ts';

const LEAST = 1;
const MOST = 1000;

export const getFollowerIds: Endpoint = {
  name: 'follower-ids',
  method: 'GET',
  path: '/v2/bot/followers/ids',
  rate: PER_SECOND_2000,
  answer({ query }, platform) {
    checkVerified(platform);
    const limit = Number(query.get('limit') ?? 300);
    if (!Number.isInteger(limit) || limit < LEAST || limit > MOST) throw badParameter('limit');
    const friends = friendsOf(platform).map(({ userId }) => userId);
    const { ids, next } = pageOf(friends, query.get('start'), limit);
    return { status: 200, body: { userIds: ids, next } };
  },
};
