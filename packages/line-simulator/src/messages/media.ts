// Stickers, pictures, films, sounds, places, coupons (reference: message-objects).
import { z } from 'zod';
import { commonParts } from './quick-reply.ts';
import { upToUnits } from './units.ts';
import { mediaUrl } from './uris.ts';

const digits = z.string().regex(/^\d+$/);
const quoteToken = z.string().min(1).optional();

export const sticker = z.object({
  type: z.literal('sticker'),
  packageId: digits,
  stickerId: digits,
  quoteToken,
  ...commonParts,
});

export const image = z.object({
  type: z.literal('image'),
  originalContentUrl: mediaUrl,
  previewImageUrl: mediaUrl,
  ...commonParts,
});

export const video = z.object({
  type: z.literal('video'),
  originalContentUrl: mediaUrl,
  previewImageUrl: mediaUrl,
  trackingId: z
    .string()
    .regex(/^[a-zA-Z0-9\-.=,+*()%$&;:@{}!?<>[\]]{1,100}$/)
    .optional(),
  ...commonParts,
});

export const audio = z.object({
  type: z.literal('audio'),
  originalContentUrl: mediaUrl,
  duration: z.number().int().min(1),
  ...commonParts,
});

export const location = z.object({
  type: z.literal('location'),
  title: upToUnits(100).min(1),
  address: upToUnits(100).min(1),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  ...commonParts,
});

export const coupon = z.object({
  type: z.literal('coupon'),
  couponId: z.string().min(1),
  deliveryTag: upToUnits(30).optional(),
  ...commonParts,
});
