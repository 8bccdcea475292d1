// All calls about rich menus. Fixed paths stand before those with names in the same place.
import type { Endpoint } from '../endpoint.ts';
import { createAlias, deleteAlias, getAlias, listAliases, updateAlias } from './aliases.ts';
import { changeMenusOfMany, getBatchProgress, validateBatch } from './batch.ts';
import { linkMenuToUsers, unlinkMenuFromUsers } from './bulk-links.ts';
import { cancelDefaultMenu, getDefaultMenu, setDefaultMenu } from './default-menu.ts';
import { getMenuOfUser, linkMenuToUser, unlinkMenuFromUser } from './links.ts';
import { createRichMenu, deleteRichMenu, getRichMenu, listRichMenus, validateRichMenu } from './menus.ts';
import { downloadPicture, uploadPicture } from './picture.ts';

export const richMenuEndpoints: readonly Endpoint[] = [
  createRichMenu,
  validateRichMenu,
  listRichMenus,
  getRichMenu,
  deleteRichMenu,
  uploadPicture,
  downloadPicture,
  setDefaultMenu,
  getDefaultMenu,
  cancelDefaultMenu,
  linkMenuToUser,
  getMenuOfUser,
  unlinkMenuFromUser,
  linkMenuToUsers,
  unlinkMenuFromUsers,
  changeMenusOfMany,
  validateBatch,
  getBatchProgress,
  createAlias,
  listAliases,
  getAlias,
  updateAlias,
  deleteAlias,
];
