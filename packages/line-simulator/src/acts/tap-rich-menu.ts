// People tap the menu below the chat with the account.
import { isDeepStrictEqual } from 'node:util';
import type { RichMenuAction } from '../messages/actions.ts';
import type { Platform } from '../platform.ts';
import { NoSuchButtonError } from '../screen/find-button.ts';
import type { PersonRecord } from '../world/chats.ts';
import { richMenuFor } from '../world/rich-menus.ts';
import { carryOut, type Pressed, pressData } from './press.ts';

export type MenuTap = {
  /** The action of the area that is tapped, with all its properties. */
  action: unknown;
  /** What is picked in a date or time picker. */
  picks?: string | undefined;
};

/** Rejects with `NoSuchButtonError` when no area of the menu that she sees carries that action. */
export async function tapRichMenu(
  platform: Platform,
  person: PersonRecord,
  { action, picks }: MenuTap,
): Promise<Pressed> {
  // Only friends see a menu.
  const record = person.friendship === 'friend' ? richMenuFor(platform.richMenus, person.userId) : undefined;
  const area = record?.menu.areas.find((one) => isDeepStrictEqual(one.action, action));
  if (!area) throw new NoSuchButtonError(`${person.displayName} sees no rich menu with such an action.`);
  if (area.action.type === 'richmenuswitch') return switchMenu(platform, person, area.action);
  return carryOut(platform, { person }, { action: area.action, isQuickReply: false }, picks);
}

/** The phone switches by itself; the bot hears of it afterwards (docs: switch-rich-menus). */
async function switchMenu(
  platform: Platform,
  person: PersonRecord,
  { richMenuAliasId, data }: Extract<RichMenuAction, { type: 'richmenuswitch' }>,
): Promise<Pressed> {
  const { menus, aliases, switched } = platform.richMenus;
  const richMenuId = aliases.get(richMenuAliasId);
  const exists = richMenuId !== undefined && menus.has(richMenuId);
  if (exists) switched.set(person.userId, richMenuId);
  const status = richMenuId === undefined ? 'RICHMENU_ALIAS_ID_NOTFOUND' : 'RICHMENU_NOTFOUND';
  const params: Record<string, string> = exists
    ? { newRichMenuAliasId: richMenuAliasId, status: 'SUCCESS' }
    : { status };
  return { kind: 'postback', data, webhook: await pressData(platform, { person }, data, { params }) };
}
