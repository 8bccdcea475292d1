// Bytes that were sent or uploaded, for whoever wants to show them.
import type { Platform } from './platform.ts';
import { isUnsent } from './world/chats.ts';
import type { Content } from './world/contents.ts';

/** Throws when there are none, or the message was taken back. */
export function messageContentOf({ world, contents }: Platform, messageId: string): Content {
  const content = isUnsent(world, messageId) ? undefined : contents.get(messageId);
  if (!content) throw new Error(`Message ${messageId} has no content, or none any more.`);
  return content;
}

/** Throws when there is no such menu, or it has no picture yet. */
export function richMenuPictureOf({ richMenus }: Platform, richMenuId: string): Content {
  const picture = richMenus.menus.get(richMenuId)?.picture;
  if (!picture) throw new Error(`There is no rich menu ${richMenuId}, or it has no picture.`);
  return picture;
}
