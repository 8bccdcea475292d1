// GET /v2/bot/group/{groupId}/… (reference: group). All of it only while the account is in the group.
import { removeBot } from '../../acts/gather.ts';
import type { Platform } from '../../platform.ts';
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { GroupRecord } from '../../world/chats.ts';
import { isGroupId, isUserId } from '../../world/ids.ts';
import type { ApiRequest, Endpoint } from '../endpoint.ts';
import { checkVerified, pageOf } from '../pages-of-ids.ts';
import { badParameter, notFound } from '../refusal.ts';
import { shortProfile } from './profiles.ts';

type GroupEndpoint = {
  name: string;
  method: 'GET' | 'POST';
  below: string;
  /** May this account ask at all? */
  check?(platform: Platform): void;
  /** Does what is asked for; what it returns is the answer's body. */
  answer(group: GroupRecord, request: ApiRequest, platform: Platform): unknown;
};

const groupEndpoint = ({ name, method, below, check, answer }: GroupEndpoint): Endpoint => ({
  name,
  method,
  path: `/v2/bot/group/{groupId}/${below}`,
  rate: PER_SECOND_2000,
  takes: 'nothing',
  chatOf: (request) => request.params.groupId,
  answer(request, platform) {
    const { groupId = '' } = request.params;
    check?.(platform);
    if (!isGroupId(groupId)) throw badParameter('groupId');
    const group = platform.world.groups.get(groupId);
    if (!group?.botIsMember) throw notFound();
    return { status: 200, body: answer(group, request, platform) };
  },
});

export const getGroupSummary = groupEndpoint({
  name: 'group-summary',
  method: 'GET',
  below: 'summary',
  answer: ({ groupId, name, pictureUrl }) => ({ groupId, groupName: name, pictureUrl }),
});

/** The account itself does not count. */
export const countGroupMembers = groupEndpoint({
  name: 'group-members-count',
  method: 'GET',
  below: 'members/count',
  answer: ({ memberIds }) => ({ count: memberIds.size }),
});

/** Tells of strangers and of those who have blocked the account too. */
export const getGroupMember = groupEndpoint({
  name: 'group-member',
  method: 'GET',
  below: 'member/{userId}',
  answer(group, { params: { userId = '' } }, platform) {
    if (!isUserId(userId)) throw badParameter('userId');
    const person = platform.world.people.get(userId);
    if (!person || !group.memberIds.has(userId)) throw notFound();
    return shortProfile(person);
  },
});

/** A hundred at a time. */
export const getGroupMemberIds = groupEndpoint({
  name: 'group-member-ids',
  method: 'GET',
  below: 'members/ids',
  check: checkVerified,
  answer(group, { query }) {
    const { ids, next } = pageOf([...group.memberIds], query.get('start'), 100);
    return { memberIds: ids, next };
  },
});

/** The webhook that tells of it goes out by itself. */
export const leaveGroup = groupEndpoint({
  name: 'leave-group',
  method: 'POST',
  below: 'leave',
  answer(group, _request, platform) {
    void removeBot(platform, group);
    return {};
  },
});
