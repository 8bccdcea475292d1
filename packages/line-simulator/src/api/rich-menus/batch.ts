// /v2/bot/richmenu/…/batch: everybody who has this menu gets that one, or none (reference:
// batch-control-rich-menus-of-users). LINE takes its time; here it is done at once, so that nothing is to be resumed.
import { z } from 'zod';
import { richMenuDialect } from '../../messages/rich-menu.ts';
import { sizeBetween } from '../../messages/sizes.ts';
import type { Platform } from '../../platform.ts';
import { PER_HOUR_3, PER_HOUR_100, PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import { linkMenu } from '../../world/rich-menus.ts';
import type { Endpoint } from '../endpoint.ts';
import { readBody } from '../read-request.ts';
import { badParameter, notFound } from '../refusal.ts';
import { checkMenuId, mustBeReady } from './find-menu.ts';

const OPERATIONS_MAX = 1000;

const operation = z.discriminatedUnion('type', [
  z.object({ type: z.literal('link'), from: z.string(), to: z.string() }),
  z.object({ type: z.literal('unlink'), from: z.string() }),
  z.object({ type: z.literal('unlinkAll') }),
]);
type Operation = z.infer<typeof operation>;

const batch = z.object({
  operations: sizeBetween(operation, 1, OPERATIONS_MAX),
  resumeRequestKey: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{1,100}$/)
    .optional(),
});

/** Throws on ids of another form, and on menus to be given that do not exist or have no picture. */
function readOperations(body: unknown, platform: Platform): Operation[] {
  const { operations } = readBody(batch, body, richMenuDialect);
  for (const one of operations) {
    if (one.type !== 'unlinkAll') checkMenuId(one.from);
    if (one.type === 'link') mustBeReady(platform, one.to);
  }
  return operations;
}

export const changeMenusOfMany: Endpoint = {
  name: 'richmenu-batch',
  method: 'POST',
  path: '/v2/bot/richmenu/batch',
  rate: PER_HOUR_3,
  answer({ body, requestId }, platform) {
    const operations = readOperations(body, platform);
    const { richMenus, menuBatches, clock } = platform;
    // Each person's menu is looked at once: who was just given a menu does not lose it to a later operation.
    for (const [userId, richMenuId] of richMenus.linked) {
      const fitting = operations.find((one) => one.type === 'unlinkAll' || one.from === richMenuId);
      if (fitting) linkMenu(richMenus, userId, fitting.type === 'link' ? fitting.to : undefined);
    }
    menuBatches.set(requestId, clock.now());
    return { status: 202, body: {} };
  },
};

/** The same judgement, and nothing is changed. */
export const validateBatch: Endpoint = {
  name: 'richmenu-batch-validate',
  method: 'POST',
  path: '/v2/bot/richmenu/validate/batch',
  rate: PER_SECOND_2000,
  answer({ body }, platform) {
    readOperations(body, platform);
    return { status: 200, body: {} };
  },
};

export const getBatchProgress: Endpoint = {
  name: 'richmenu-batch-progress',
  method: 'GET',
  path: '/v2/bot/richmenu/progress/batch',
  rate: PER_HOUR_100,
  answer({ query }, { menuBatches }) {
    const requestId = query.get('requestId');
    if (!requestId) throw badParameter('requestId');
    const acceptedAt = menuBatches.get(requestId);
    if (acceptedAt === undefined) throw notFound();
    const time = new Date(acceptedAt).toISOString();
    return { status: 200, body: { phase: 'succeeded', acceptedTime: time, completedTime: time } };
  },
};
