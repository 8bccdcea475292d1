// Control calls: groups.
import { z } from 'zod';
import type { Group } from '../handles/group.ts';
import { bare, route } from './route.ts';

const newGroup = z.object({
  name: z.string().min(1),
  members: z.array(z.string()).default([]),
  groupId: z.string().optional(),
});

const act = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['invitesBot', 'removesBot']) }),
  z.object({ act: z.literal('adds'), userId: z.string() }),
]);

export const describeGroup = (group: Group) => ({
  groupId: group.groupId,
  name: group.name,
  botIsMember: group.botIsMember,
  members: group.memberIds(),
});

export const groupRoutes = [
  bare('GET', '/groups', ({ simulator }) => simulator.groups().map(describeGroup)),
  route('POST', '/groups', newGroup, ({ simulator, body: { name, members, groupId } }) => {
    const people = members.map((userId) => simulator.findPerson(userId));
    return describeGroup(simulator.group(name, people, { groupId }));
  }),
  bare('DELETE', '/groups/{groupId}', ({ simulator, params: { groupId = '' } }) =>
    simulator.removeGroup(groupId),
  ),
  route('POST', '/groups/{groupId}/acts', act, ({ simulator, params: { groupId = '' }, body }) => {
    const group = simulator.findGroup(groupId);
    if (body.act === 'adds') return group.adds(simulator.findPerson(body.userId));
    return group[body.act]();
  }),
];
