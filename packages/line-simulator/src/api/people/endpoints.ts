// All calls about friends, groups and who is in them.
import type { Endpoint } from '../endpoint.ts';
import { getFollowerIds } from './followers.ts';
import {
  countGroupMembers,
  getGroupMember,
  getGroupMemberIds,
  getGroupSummary,
  leaveGroup,
} from './groups.ts';
import { getProfile } from './profiles.ts';
import { roomEndpoints } from './rooms.ts';

export const peopleEndpoints: readonly Endpoint[] = [
  getProfile,
  getFollowerIds,
  getGroupSummary,
  countGroupMembers,
  getGroupMember,
  getGroupMemberIds,
  leaveGroup,
  ...roomEndpoints,
];
