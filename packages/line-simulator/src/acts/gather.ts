// Groups: who comes, who goes.
import type { Platform } from '../platform.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import { chatOf, type GroupRecord, type PersonRecord } from '../world/chats.ts';
import { type EventOf, noteDown } from './record.ts';

/** Someone invites the account. Throws when it may not join groups, or is in it already. */
export function inviteBot(platform: Platform, group: GroupRecord): Promise<Delivery> {
  if (platform.world.groups.get(group.groupId) !== group)
    throw new Error(`「${group.name}」 is not there any more: removed, or gone with a reset.`);
  if (!platform.switches.mayJoinGroups)
    throw new Error('The account may not join groups (switch `mayJoinGroups`).');
  if (group.botIsMember) throw new Error(`The account is already in 「${group.name}」.`);
  group.botIsMember = true;
  return happen(platform, group, 'the account joined', { type: 'join', replyable: true });
}

/** Someone removes the account. */
export function removeBot(platform: Platform, group: GroupRecord): Promise<Delivery> {
  if (!group.botIsMember) throw new Error(`The account is not in 「${group.name}」.`);
  const told = happen(platform, group, 'the account left', { type: 'leave', replyable: false });
  group.botIsMember = false;
  return told;
}

/** Rejects when the person is in the group already. */
export async function addMember(
  platform: Platform,
  group: GroupRecord,
  person: PersonRecord,
): Promise<Delivery | undefined> {
  if (group.memberIds.has(person.userId))
    throw new Error(`${person.displayName} is already in 「${group.name}」.`);
  group.memberIds.add(person.userId);
  const fields = { joined: { members: [{ type: 'user', userId: person.userId }] } };
  return happenIfThere(platform, group, `${person.displayName} joined`, {
    type: 'memberJoined',
    replyable: true,
    fields,
  });
}

/** Rejects when the person is not in the group. */
export async function removeMember(
  platform: Platform,
  group: GroupRecord,
  person: PersonRecord,
): Promise<Delivery | undefined> {
  if (!group.memberIds.delete(person.userId))
    throw new Error(`${person.displayName} is not in 「${group.name}」.`);
  const fields = { left: { members: [{ type: 'user', userId: person.userId }] } };
  return happenIfThere(platform, group, `${person.displayName} left`, {
    type: 'memberLeft',
    replyable: false,
    fields,
  });
}

async function happenIfThere(platform: Platform, group: GroupRecord, what: string, event: EventOf) {
  return group.botIsMember ? happen(platform, group, what, event) : undefined;
}

/** Such events name the group, and nobody as their source. */
function happen(platform: Platform, group: GroupRecord, what: string, event: EventOf): Promise<Delivery> {
  const { groupId } = group;
  noteDown(platform, chatOf(platform.world, groupId, 'group'), what);
  return platform.webhooks.send(groupId, [
    platform.makeEvent({ ...event, chatId: groupId, source: { type: 'group', groupId } }),
  ]);
}
