// …/v2/bot/richmenu/alias: short names, through which menus switch to one another (reference: rich-menu-alias).
import { z } from 'zod';
import { richMenuDialect } from '../../messages/rich-menu.ts';
import type { Platform } from '../../platform.ts';
import { PER_HOUR_100, PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { ApiRequest, Endpoint } from '../endpoint.ts';
import { readBody } from '../read-request.ts';
import { badParameter } from '../refusal.ts';
import { mustBeReady, refuseMenu } from './find-menu.ts';

const ALIASES_MAX = 1000;
const ALIAS_ID = /^[a-z0-9_-]{1,32}$/;
const createSchema = z.object({ richMenuAliasId: z.string().regex(ALIAS_ID), richMenuId: z.string() });
const updateSchema = z.object({ richMenuId: z.string() });
const PATH = '/v2/bot/richmenu/alias/{richMenuAliasId}';

/** An alias that exists, and its menu. Throws 400 or 404. */
function aliasInPath({ richMenus }: Platform, { params: { richMenuAliasId = '' } }: ApiRequest) {
  if (!ALIAS_ID.test(richMenuAliasId)) throw badParameter('richMenuAliasId');
  const richMenuId = richMenus.aliases.get(richMenuAliasId);
  if (richMenuId === undefined) throw refuseMenu(404, 'richmenu alias not found');
  return { richMenuAliasId, richMenuId };
}

export const createAlias: Endpoint = {
  name: 'richmenu-alias-create',
  method: 'POST',
  path: '/v2/bot/richmenu/alias',
  rate: PER_SECOND_2000,
  answer({ body }, platform) {
    const { richMenuAliasId, richMenuId } = readBody(createSchema, body, richMenuDialect);
    mustBeReady(platform, richMenuId);
    const { aliases } = platform.richMenus;
    if (aliases.has(richMenuAliasId)) throw refuseMenu(400, 'conflict richmenu alias id');
    // LINE does not show the words of this refusal.
    if (aliases.size >= ALIASES_MAX)
      throw refuseMenu(400, 'The maximum number of rich menu aliases has been reached');
    aliases.set(richMenuAliasId, richMenuId);
    return { status: 200, body: {} };
  },
};

export const updateAlias: Endpoint = {
  name: 'richmenu-alias-update',
  method: 'POST',
  path: PATH,
  rate: PER_SECOND_2000,
  answer(request, platform) {
    const { richMenuId } = readBody(updateSchema, request.body, richMenuDialect);
    const { richMenuAliasId } = aliasInPath(platform, request);
    mustBeReady(platform, richMenuId);
    platform.richMenus.aliases.set(richMenuAliasId, richMenuId);
    return { status: 200, body: {} };
  },
};

export const getAlias: Endpoint = {
  name: 'richmenu-alias',
  method: 'GET',
  path: PATH,
  rate: PER_SECOND_2000,
  answer: (request, platform) => ({ status: 200, body: aliasInPath(platform, request) }),
};

export const deleteAlias: Endpoint = {
  name: 'richmenu-alias-delete',
  method: 'DELETE',
  path: PATH,
  rate: PER_HOUR_100,
  answer(request, platform) {
    platform.richMenus.aliases.delete(aliasInPath(platform, request).richMenuAliasId);
    return { status: 200, body: {} };
  },
};

export const listAliases: Endpoint = {
  name: 'richmenu-alias-list',
  method: 'GET',
  path: '/v2/bot/richmenu/alias/list',
  rate: PER_SECOND_2000,
  answer: (_request, { richMenus }) => ({
    status: 200,
    body: {
      aliases: [...richMenus.aliases].map(([richMenuAliasId, richMenuId]) => ({
        richMenuAliasId,
        richMenuId,
      })),
    },
  }),
};
