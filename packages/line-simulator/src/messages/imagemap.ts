// Pictures with places to tap (reference: imagemap-message).
import { z } from 'zod';
import { commonParts } from './quick-reply.ts';
import { sizeBetween } from './sizes.ts';
import { upToUnits } from './units.ts';
import { actionUri, mediaUrl } from './uris.ts';

const area = z.object({
  x: z.number().int().min(0),
  y: z.number().int().min(0),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});
const label = upToUnits(100).optional();

const action = z.discriminatedUnion('type', [
  z.object({ type: z.literal('uri'), label, linkUri: actionUri, area }),
  z.object({ type: z.literal('message'), label, text: upToUnits(400).min(1), area }),
  z.object({ type: z.literal('clipboard'), label, clipboardText: upToUnits(1000).min(1), area }),
]);

export type ImagemapAction = z.infer<typeof action>;

export const imagemap = z.object({
  type: z.literal('imagemap'),
  baseUrl: mediaUrl,
  altText: upToUnits(1500).min(1),
  baseSize: z.object({ width: z.literal(1040), height: z.number().int().min(1) }),
  actions: sizeBetween(action, 1, 50),
  video: z
    .object({
      originalContentUrl: mediaUrl,
      previewImageUrl: mediaUrl,
      area,
      externalLink: z.object({ linkUri: actionUri, label: upToUnits(30).min(1) }).optional(),
    })
    .optional(),
  ...commonParts,
});
