// Finding the menu that a call names, and saying no the way rich menu endpoints do.
import type { Platform } from '../../platform.ts';
import type { RichMenuRecord } from '../../world/rich-menus.ts';
import { notFound, Refusal } from '../refusal.ts';

/** Some errors about rich menus come with an empty list of details, as the reference shows. */
export const refuseMenu = (status: number, message: string): Refusal =>
  new Refusal(status, { message, details: [] });

export const noSuchMenu = (status: number): Refusal => refuseMenu(status, 'richmenu not found');

/** The menu with the id in the path. Throws 404. */
export function menuInPath({ richMenus }: Platform, { richMenuId = '' }: Readonly<Record<string, string>>) {
  const record = richMenus.menus.get(richMenuId);
  if (!record) throw notFound();
  return record;
}

/** A menu without a picture can be shown to nobody. */
export function mustHavePicture({ picture }: RichMenuRecord): void {
  if (!picture) throw refuseMenu(400, 'must upload richmenu image before applying it to user');
}

const RICH_MENU_ID = /^richmenu-[0-9a-f]{32}$/;

/** Ids in bodies are looked at before the menu is looked for. Throws 400. */
export function checkMenuId(richMenuId: string): void {
  if (RICH_MENU_ID.test(richMenuId)) return;
  const details = [{ message: 'invalid richMenuId', property: 'richMenuId' }];
  throw new Refusal(400, { message: 'The request body has 1 error(s)', details });
}

/** Aliases and batches may only name menus that have their pictures. Throws 400. */
export function mustBeReady({ richMenus }: Platform, richMenuId: string): void {
  checkMenuId(richMenuId);
  if (!richMenus.menus.get(richMenuId)?.picture) throw noSuchMenu(400);
}
