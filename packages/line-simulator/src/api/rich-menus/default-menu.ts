// …/v2/bot/user/all/richmenu: the menu of everyone who has no other (reference: set-default-rich-menu).
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { Endpoint } from '../endpoint.ts';
import { menuInPath, mustHavePicture, refuseMenu } from './find-menu.ts';

export const setDefaultMenu: Endpoint = {
  name: 'richmenu-default-set',
  method: 'POST',
  path: '/v2/bot/user/all/richmenu/{richMenuId}',
  rate: PER_SECOND_2000,
  takes: 'nothing',
  answer({ params }, platform) {
    const record = menuInPath(platform, params);
    mustHavePicture(record);
    platform.richMenus.defaultId = record.richMenuId;
    return { status: 200, body: {} };
  },
};

export const getDefaultMenu: Endpoint = {
  name: 'richmenu-default',
  method: 'GET',
  path: '/v2/bot/user/all/richmenu',
  rate: PER_SECOND_2000,
  answer(_request, { richMenus: { defaultId }, switches }) {
    if (defaultId !== undefined) return { status: 200, body: { richMenuId: defaultId } };
    if (switches.managerHasDefaultMenu) throw refuseMenu(403, 'the richmenu is owned by another channel');
    throw refuseMenu(404, 'no default richmenu');
  },
};

export const cancelDefaultMenu: Endpoint = {
  name: 'richmenu-default-cancel',
  method: 'DELETE',
  path: '/v2/bot/user/all/richmenu',
  rate: PER_SECOND_2000,
  answer(_request, { richMenus }) {
    richMenus.defaultId = undefined;
    return { status: 200, body: {} };
  },
};
