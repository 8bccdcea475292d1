// A group chat.
import { addMember, inviteBot, removeBot } from '../acts/gather.ts';
import type { Platform } from '../platform.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import { chatOf, type GroupRecord, type PersonRecord } from '../world/chats.ts';
import { isGroupId } from '../world/ids.ts';
import { type ChatView, viewOf } from './view.ts';

export type GroupDetails = Pick<GroupRecord, 'pictureUrl'> & { groupId?: string | undefined };
type Someone = { readonly userId: string };

export type Group = ChatView & {
  readonly groupId: string;
  readonly name: string;
  readonly botIsMember: boolean;
  memberIds(): string[];
  /** The account joins (a new group is without it). */
  invitesBot(): Promise<Delivery>;
  removesBot(): Promise<Delivery>;
  /** Somebody joins. The bot hears of it when it is in the group. */
  adds(person: Someone): Promise<Delivery | undefined>;
};

/** Throws on members who do not exist and on an id that is no `C` and 32 hexadecimal digits, or is taken. */
export function createGroup(
  platform: Platform,
  name: string,
  members: readonly Someone[],
  details: GroupDetails = {},
): Group {
  const { world, ids } = platform;
  const groupId = details.groupId ?? ids.group();
  if (!isGroupId(groupId)) throw new Error(`Not a group id: ${groupId} (C and 32 hexadecimal digits).`);
  if (world.groups.has(groupId)) throw new Error(`There is a group with the id ${groupId} already.`);
  const memberIds = new Set(members.map(({ userId }) => personRecord(platform, userId).userId));
  const record: GroupRecord = { ...details, groupId, name, memberIds, botIsMember: false };
  world.groups.set(groupId, record);
  return groupOf(platform, record);
}

export function groupOf(platform: Platform, record: GroupRecord): Group {
  const { groupId, name } = record;
  return {
    groupId,
    name,
    get botIsMember() {
      return record.botIsMember;
    },
    memberIds: () => [...record.memberIds],
    ...viewOf(platform, () => chatOf(platform.world, groupId, 'group')),
    invitesBot: async () => inviteBot(platform, record),
    removesBot: async () => removeBot(platform, record),
    adds: async (person) => addMember(platform, record, personRecord(platform, person.userId)),
  };
}

export function recordOf({ world }: Platform, groupId: string): GroupRecord {
  const record = world.groups.get(groupId);
  if (!record) throw new Error(`There is no group ${groupId}.`);
  return record;
}

export function personRecord({ world }: Platform, userId: string): PersonRecord {
  const record = world.people.get(userId);
  if (!record) throw new Error(`There is nobody with the id ${userId}.`);
  return record;
}
