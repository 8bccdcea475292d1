// Buttons under the newest message, and the name shown beside it (reference: quick-reply, icon-nickname-switch).
import { z } from 'zod';
import { actionsIn } from './actions.ts';
import { upToGraphemes } from './graphemes.ts';
import { sizeBetween } from './sizes.ts';
import { mediaUrl } from './uris.ts';

const quickReply = z.object({
  items: sizeBetween(
    z.object({
      type: z.literal('action'),
      imageUrl: mediaUrl.optional(),
      action: actionsIn({ labelMax: 20, labelRequired: true, quickReply: true }),
    }),
    1,
    13,
  ),
});

const sender = z.object({ name: upToGraphemes(20).optional(), iconUrl: mediaUrl.optional() });

/** What every message may carry. */
export const commonParts = { quickReply: quickReply.optional(), sender: sender.optional() };
