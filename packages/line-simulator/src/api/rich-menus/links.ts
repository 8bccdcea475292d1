// …/v2/bot/user/{userId}/richmenu: one person's own menu (reference: per-user-rich-menu).
import type { Platform } from '../../platform.ts';
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import { isUserId } from '../../world/ids.ts';
import { linkMenu } from '../../world/rich-menus.ts';
import type { ApiRequest, Endpoint } from '../endpoint.ts';
import { badParameter } from '../refusal.ts';
import { menuInPath, mustHavePicture, refuseMenu } from './find-menu.ts';

const chatOf = ({ params }: ApiRequest) => params.userId;

function userInPath({ params: { userId = '' } }: ApiRequest): string {
  if (!isUserId(userId)) throw badParameter('userId');
  return userId;
}

/** Of people who are no friends nothing is kept, and nobody says so. */
export function linkIfFriend({ world, richMenus }: Platform, userId: string, richMenuId: string): void {
  if (world.people.get(userId)?.friendship === 'friend') linkMenu(richMenus, userId, richMenuId);
}

export const linkMenuToUser: Endpoint = {
  name: 'richmenu-link',
  method: 'POST',
  path: '/v2/bot/user/{userId}/richmenu/{richMenuId}',
  rate: PER_SECOND_2000,
  takes: 'nothing',
  chatOf,
  answer(request, platform) {
    const userId = userInPath(request);
    const record = menuInPath(platform, request.params);
    mustHavePicture(record);
    linkIfFriend(platform, userId, record.richMenuId);
    return { status: 200, body: {} };
  },
};

export const getMenuOfUser: Endpoint = {
  name: 'richmenu-of-user',
  method: 'GET',
  path: '/v2/bot/user/{userId}/richmenu',
  rate: PER_SECOND_2000,
  chatOf,
  answer(request, { richMenus }) {
    const richMenuId = richMenus.linked.get(userInPath(request));
    if (richMenuId === undefined) throw refuseMenu(404, 'the user has no richmenu');
    return { status: 200, body: { richMenuId } };
  },
};

export const unlinkMenuFromUser: Endpoint = {
  name: 'richmenu-unlink',
  method: 'DELETE',
  path: '/v2/bot/user/{userId}/richmenu',
  rate: PER_SECOND_2000,
  chatOf,
  answer(request, { richMenus }) {
    linkMenu(richMenus, userInPath(request), undefined);
    return { status: 200, body: {} };
  },
};
