// POST /v2/bot/richmenu and what can be asked about menus (reference: rich-menu).
import { type RichMenu, richMenu, richMenuDialect } from '../../messages/rich-menu.ts';
import { PER_HOUR_100, PER_SECOND_10, PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import { type RichMenuRecord, removeMenu } from '../../world/rich-menus.ts';
import type { Endpoint } from '../endpoint.ts';
import { readBody } from '../read-request.ts';
import { menuInPath, refuseMenu } from './find-menu.ts';

const MENUS_MAX = 1000;

const readMenu = (body: unknown): RichMenu => readBody(richMenu, body, richMenuDialect);

export const createRichMenu: Endpoint = {
  name: 'richmenu-create',
  method: 'POST',
  path: '/v2/bot/richmenu',
  rate: PER_HOUR_100,
  answer({ body }, { richMenus: { menus }, ids }) {
    const menu = readMenu(body);
    // LINE does not show the words of this refusal.
    if (menus.size >= MENUS_MAX) throw refuseMenu(400, 'The maximum number of rich menus has been reached');
    const richMenuId = `richmenu-${ids.token()}`;
    menus.set(richMenuId, { richMenuId, menu });
    return { status: 200, body: { richMenuId } };
  },
};

/** The same judgement, and nothing is made. */
export const validateRichMenu: Endpoint = {
  name: 'richmenu-validate',
  method: 'POST',
  path: '/v2/bot/richmenu/validate',
  rate: PER_SECOND_2000,
  answer({ body }) {
    readMenu(body);
    return { status: 200, body: {} };
  },
};

const described = ({ richMenuId, menu }: RichMenuRecord) => ({ richMenuId, ...menu });

export const getRichMenu: Endpoint = {
  name: 'richmenu',
  method: 'GET',
  path: '/v2/bot/richmenu/{richMenuId}',
  rate: PER_SECOND_2000,
  answer: ({ params }, platform) => ({ status: 200, body: described(menuInPath(platform, params)) }),
};

export const listRichMenus: Endpoint = {
  name: 'richmenu-list',
  method: 'GET',
  path: '/v2/bot/richmenu/list',
  rate: PER_SECOND_10,
  answer: (_request, { richMenus: { menus } }) => ({
    status: 200,
    body: { richmenus: [...menus.values()].map(described) },
  }),
};

export const deleteRichMenu: Endpoint = {
  name: 'richmenu-delete',
  method: 'DELETE',
  path: '/v2/bot/richmenu/{richMenuId}',
  rate: PER_HOUR_100,
  answer({ params }, platform) {
    removeMenu(platform.richMenus, menuInPath(platform, params).richMenuId);
    return { status: 200, body: {} };
  },
};
