// Lengths, colours and places in Flex Messages (docs: flex-message-layout).
import { z } from 'zod';

const keywords = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl'];
const fontSizes = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl'];
const PIXELS = /^\d+(\.\d+)?px$/;
const SIGNED_PIXELS = /^-?\d+(\.\d+)?px$/;
const PERCENT = /^\d+(\.\d+)?%$/;
const SIGNED_PERCENT = /^-?\d+(\.\d+)?%$/;

const oneOf = (words: readonly string[], ...forms: readonly RegExp[]) =>
  z
    .string()
    .refine((value) => words.includes(value) || forms.some((form) => form.test(value)), {
      params: { rule: 'invalidProperty' },
    })
    .optional();

export const space = oneOf(keywords, PIXELS);
export const padding = oneOf(keywords, PIXELS, PERCENT);
export const offset = oneOf(keywords, SIGNED_PIXELS, SIGNED_PERCENT);
export const length = oneOf([], PIXELS, PERCENT);
export const borderWidth = oneOf(['none', 'light', 'normal', 'medium', 'semi-bold', 'bold'], PIXELS);
export const cornerRadius = oneOf(keywords, PIXELS);
export const fontSize = oneOf(fontSizes, PIXELS);
export const imageSize = oneOf([...fontSizes, 'full'], PIXELS, PERCENT);
export const lineSpacing = oneOf([], PIXELS);
export const angle = z
  .string()
  .refine((value) => /^\d+(\.\d+)?deg$/.test(value) && Number.parseFloat(value) < 360, {
    params: { rule: 'invalidProperty' },
  });
export const position = oneOf([], /^(100(\.0+)?|\d{1,2}(\.\d+)?)%$/);

export const color = z.string().regex(/^#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$/);

/** `{width}:{height}`, each 1 to 100,000, the height at most three times the width. */
export const aspectRatio = z
  .string()
  .refine((text) => {
    const [width, height] = text
      .split(':')
      .map((side) => (/^\d+(\.\d+)?$/.test(side) ? Number(side) : Number.NaN));
    if (width === undefined || height === undefined || text.split(':').length !== 2) return false;
    return [width, height].every((side) => side >= 1 && side <= 100_000) && height <= 3 * width;
  })
  .optional();

export const flexRatio = z.number().int().min(0).optional();

/** Where a component stands, shared by most of them. */
export const place = {
  margin: space,
  position: z.enum(['relative', 'absolute']).optional(),
  offsetTop: offset,
  offsetBottom: offset,
  offsetStart: offset,
  offsetEnd: offset,
};
export const align = z.enum(['start', 'end', 'center']).optional();
export const gravity = z.enum(['top', 'bottom', 'center']).optional();
