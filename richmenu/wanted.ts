// What LINE should have: for each menu its object, its drawing, and a name that tells one version from another.
import { createHash } from 'node:crypto';
import type { messagingApi } from '@line/bot-sdk';
import type { Office } from '../src/config/office.ts';
import { dayMenuAlias } from '../src/line/day-menu.ts';
import { renderAction } from '../src/line/render-action.ts';
import { ja } from '../src/messages/ja/index.ts';
import { type Area, areasOf, type MenuKind, menuKinds, menuSize } from './areas.ts';
import { drawMenu, paint } from './draw-menu.ts';

export type WantedMenu = {
  kind: MenuKind;
  /** Short name in LINE, by which the server finds the menu of the day. */
  aliasId: string;
  object: messagingApi.RichMenuRequest;
  /** The PNG; painting it the first time takes a moment. Throws MenuTrouble. */
  picture: () => Uint8Array;
};

export const aliasIds: Readonly<Record<MenuKind, string>> = {
  usual: 'madoguchi-usual',
  day: dayMenuAlias,
};

/** Names that `versionName` gives, also those of kinds there are no more. Other menus of the account are not ours. */
const ourName = /^madoguchi-[a-z]+ [0-9a-f]{16}$/;
export const isOurs = (name: string): boolean => ourName.test(name);
/** Whether a menu of ours is a version, maybe an old one, of this kind. */
export const isVersionOf = (kind: MenuKind, name: string): boolean =>
  isOurs(name) && name.startsWith(`${aliasIds[kind]} `);

export const wantedMenus = (office: Office): WantedMenu[] =>
  menuKinds.map((kind) => wantedMenu(kind, areasOf(kind, office)));

export function wantedMenu(kind: MenuKind, areas: readonly Area[]): WantedMenu {
  const drawing = drawMenu(areas);
  const object = {
    size: { ...menuSize },
    selected: true,
    chatBarText: ja.richMenu.chatBarText,
    areas: areas.map(({ bounds, button }) => ({
      bounds,
      action: renderAction(button, 'label of a rich menu area'),
    })),
  };
  const name = versionName(kind, object, drawing);
  let painted: Uint8Array | undefined;
  const picture = () => {
    painted ??= paint(drawing);
    return painted;
  };
  return { kind, aliasId: aliasIds[kind], object: { ...object, name }, picture };
}

/**
 * The hash is over the drawing, not over the painted bytes: those may differ in a last bit between kinds of
 * processors, and the menu would be made anew from each machine.
 */
function versionName(kind: MenuKind, object: object, drawing: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([object, drawing]))
    .digest('hex');
  return `${aliasIds[kind]} ${hash.slice(0, 16)}`;
}
