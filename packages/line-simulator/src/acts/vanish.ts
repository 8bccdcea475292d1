// People and groups that are no more. The bot is not told: LINE tells nothing of deleted accounts.
import type { Platform } from '../platform.ts';
import type { GroupRecord, PersonRecord, World } from '../world/chats.ts';
import type { Contents } from '../world/contents.ts';
import { linkMenu } from '../world/rich-menus.ts';

/** What is sent to them from now on is answered 200 and reaches nobody. */
export function removePerson({ world, richMenus, contents }: Platform, { userId }: PersonRecord): void {
  world.people.delete(userId);
  forgetChat(world, contents, userId);
  world.gone.add(userId);
  linkMenu(richMenus, userId, undefined);
  for (const { memberIds } of world.groups.values()) memberIds.delete(userId);
}

export function removeGroup({ world, contents }: Platform, { groupId }: GroupRecord): void {
  world.groups.delete(groupId);
  forgetChat(world, contents, groupId);
}

/** With the pictures and films that were sent there: nobody can come across them any more. */
function forgetChat({ chats }: World, contents: Contents, chatId: string): void {
  for (const entry of chats.get(chatId)?.entries ?? [])
    if (entry.from === 'person') contents.delete(entry.id);
  chats.delete(chatId);
}
