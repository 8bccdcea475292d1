// GET /v2/bot/group/{groupId}/… (reference: group). All of it only while the account is in the group.
import type { Platform } from '../platform.ts';
import { PER_SECOND_2000 } from '../rules/rate-limits.ts';
import type { GroupRecord } from '../world/chats.ts';
import { isGroupId, isUserId } from '../world/ids.ts';
import type { ApiRequest, Endpoint } from './endpoint.ts';
import { shortProfile } from './profiles.ts';
import { badParameter, notFound } from './refusal.ts';

type GroupEndpoint = {
  name: string;
  below: string;
  tell(group: GroupRecord, request: ApiRequest, platform: Platform): unknown;
};

const groupEndpoint = ({ name, below, tell }: GroupEndpoint): Endpoint => ({
  name,
  method: 'GET',
  path: `/v2/bot/group/{groupId}/${below}`,
  rate: PER_SECOND_2000,
  chatOf: (request) => request.params.groupId,
  answer(request, platform) {
    const { groupId = '' } = request.params;
    if (!isGroupId(groupId)) throw badParameter('groupId');
    const group = platform.world.groups.get(groupId);
    if (!group?.botIsMember) throw notFound();
    return { status: 200, body: tell(group, request, platform) };
  },
});

export const getGroupSummary = groupEndpoint({
  name: 'group-summary',
  below: 'summary',
  tell: ({ groupId, name, pictureUrl }) => ({ groupId, groupName: name, pictureUrl }),
});

/** The account itself does not count. */
export const countGroupMembers = groupEndpoint({
  name: 'group-members-count',
  below: 'members/count',
  tell: ({ memberIds }) => ({ count: memberIds.size }),
});

/** Tells of strangers and of those who have blocked the account too. */
export const getGroupMember = groupEndpoint({
  name: 'group-member',
  below: 'member/{userId}',
  tell(group, { params: { userId = '' } }, platform) {
    if (!isUserId(userId)) throw badParameter('userId');
    const person = platform.world.people.get(userId);
    if (!person || !group.memberIds.has(userId)) throw notFound();
    return shortProfile(person);
  },
});
