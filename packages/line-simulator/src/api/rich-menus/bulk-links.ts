// POST /v2/bot/richmenu/bulk/(un)link: up to 500 people at once (reference: link-rich-menu-to-users). LINE does it
// some seconds after its 202; here it is done at once.
import { z } from 'zod';
import { invalidProperty } from '../../messages/judge-messages.ts';
import { richMenuDialect } from '../../messages/rich-menu.ts';
import { sizeBetween } from '../../messages/sizes.ts';
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import { isUserId } from '../../world/ids.ts';
import { linkMenu } from '../../world/rich-menus.ts';
import type { Endpoint } from '../endpoint.ts';
import { readBody } from '../read-request.ts';
import { Refusal } from '../refusal.ts';
import { checkMenuId, mustHavePicture, noSuchMenu } from './find-menu.ts';
import { linkIfFriend } from './links.ts';

const USERS_MAX = 500;
const userIds = sizeBetween(z.string(), 1, USERS_MAX);
const linkSchema = z.object({ richMenuId: z.string(), userIds });
const unlinkSchema = z.object({ userIds });

function checkUserIds(ids: readonly string[]): void {
  const wrong = ids.findIndex((id) => !isUserId(id));
  if (wrong >= 0) throw new Refusal(400, invalidProperty(`userIds[${wrong}]`));
}

export const linkMenuToUsers: Endpoint = {
  name: 'richmenu-bulk-link',
  method: 'POST',
  path: '/v2/bot/richmenu/bulk/link',
  rate: PER_SECOND_2000,
  answer({ body }, platform) {
    const wanted = readBody(linkSchema, body, richMenuDialect);
    checkUserIds(wanted.userIds);
    checkMenuId(wanted.richMenuId);
    const record = platform.richMenus.menus.get(wanted.richMenuId);
    if (!record) throw noSuchMenu(404);
    mustHavePicture(record);
    for (const userId of wanted.userIds) linkIfFriend(platform, userId, record.richMenuId);
    return { status: 202, body: {} };
  },
};

export const unlinkMenuFromUsers: Endpoint = {
  name: 'richmenu-bulk-unlink',
  method: 'POST',
  path: '/v2/bot/richmenu/bulk/unlink',
  rate: PER_SECOND_2000,
  answer({ body }, { richMenus }) {
    const wanted = readBody(unlinkSchema, body, richMenuDialect);
    checkUserIds(wanted.userIds);
    for (const userId of wanted.userIds) linkMenu(richMenus, userId, undefined);
    return { status: 202, body: {} };
  },
};
