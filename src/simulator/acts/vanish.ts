// People and groups that are no more. The bot is not told: LINE tells nothing of deleted accounts.
import type { Platform } from '../platform.ts';
import type { GroupRecord, PersonRecord } from '../world/chats.ts';
import { linkMenu } from '../world/rich-menus.ts';

/** What is sent to them from now on is answered 200 and reaches nobody. */
export function removePerson({ world, richMenus }: Platform, { userId }: PersonRecord): void {
  world.people.delete(userId);
  world.chats.delete(userId);
  world.gone.add(userId);
  linkMenu(richMenus, userId, undefined);
  for (const { memberIds } of world.groups.values()) memberIds.delete(userId);
}

export function removeGroup({ world }: Platform, { groupId }: GroupRecord): void {
  world.groups.delete(groupId);
  world.chats.delete(groupId);
}
