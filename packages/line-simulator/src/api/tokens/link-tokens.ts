// POST /v2/bot/user/{userId}/linkToken (reference: issue-link-token).
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import { isUserId } from '../../world/ids.ts';
import type { Endpoint } from '../endpoint.ts';
import { badParameter, notFound } from '../refusal.ts';

export const issueLinkToken: Endpoint = {
  name: 'link-token',
  method: 'POST',
  path: '/v2/bot/user/{userId}/linkToken',
  rate: PER_SECOND_2000,
  takes: 'nothing',
  chatOf: (request) => request.params.userId,
  answer({ params: { userId = '' } }, { world, linkTokens, clock }) {
    if (!isUserId(userId)) throw badParameter('userId');
    if (!world.people.has(userId)) throw notFound();
    return { status: 200, body: { linkToken: linkTokens.issue(userId, clock.now()) } };
  },
};
