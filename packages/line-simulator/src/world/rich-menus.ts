// The account's rich menus, their short names, and who sees which.
import type { RichMenu } from '../messages/rich-menu.ts';
import type { Content } from './contents.ts';

export type RichMenuRecord = {
  richMenuId: string;
  menu: RichMenu;
  /** Without it nobody sees the menu. */
  picture?: Content;
};

export type RichMenus = {
  menus: Map<string, RichMenuRecord>;
  /** Alias id to rich menu id. An alias outlives its menu. */
  aliases: Map<string, string>;
  /** Shown to every friend who has no other. */
  defaultId: string | undefined;
  /** User id to rich menu id: linked by the account. */
  linked: Map<string, string>;
  /** User id to rich menu id: switched to on the phone, until the account links or unlinks. */
  switched: Map<string, string>;
};

export const createRichMenus = (): RichMenus => ({
  menus: new Map(),
  aliases: new Map(),
  defaultId: undefined,
  linked: new Map(),
  switched: new Map(),
});

/** The menu this person sees: switched to, else linked, else the default (docs: rich-menus-overview). */
export function richMenuFor(richMenus: RichMenus, userId: string): RichMenuRecord | undefined {
  const { menus, switched, linked, defaultId } = richMenus;
  return [switched.get(userId), linked.get(userId), defaultId]
    .map((id) => (id === undefined ? undefined : menus.get(id)))
    .find((record) => record !== undefined);
}

/** From now on she sees this menu, or, without one, the default. */
export function linkMenu(richMenus: RichMenus, userId: string, richMenuId: string | undefined): void {
  richMenus.switched.delete(userId);
  if (richMenuId === undefined) richMenus.linked.delete(userId);
  else richMenus.linked.set(userId, richMenuId);
}

/** The menu is gone from every phone; aliases go on naming it. */
export function removeMenu(richMenus: RichMenus, richMenuId: string): void {
  richMenus.menus.delete(richMenuId);
  if (richMenus.defaultId === richMenuId) richMenus.defaultId = undefined;
  for (const shown of [richMenus.linked, richMenus.switched])
    for (const [userId, id] of shown) if (id === richMenuId) shown.delete(userId);
}
