// The parts of a Flex Message (reference: flex-component). Properties nobody knows are refused, as LINE does.
import { z } from 'zod';
import { type Action, actionsIn } from '../actions.ts';
import { mediaUrl } from '../uris.ts';
import * as size from './sizes.ts';

/** What readers of a card need to know of any of its parts. */
export type FlexComponent = {
  type: string;
  layout?: 'horizontal' | 'vertical' | 'baseline' | undefined;
  text?: string | undefined;
  contents?: FlexComponent[] | undefined;
  url?: string | undefined;
  animated?: boolean | undefined;
  action?: Action | undefined;
};

const tap = actionsIn({ labelMax: 40, labelRequired: false, strict: true }).optional();
const pressed = actionsIn({ labelMax: 40, labelRequired: true, strict: true });

const font = {
  size: size.fontSize,
  color: size.color.optional(),
  weight: z.enum(['regular', 'bold']).optional(),
  style: z.enum(['normal', 'italic']).optional(),
  decoration: z.enum(['none', 'underline', 'line-through']).optional(),
};
const adjustMode = z.literal('shrink-to-fit').optional();
const scaling = z.boolean().optional();

export const button = z.strictObject({
  type: z.literal('button'),
  action: pressed,
  flex: size.flexRatio,
  ...size.place,
  height: z.enum(['sm', 'md']).optional(),
  style: z.enum(['primary', 'secondary', 'link']).optional(),
  color: size.color.optional(),
  gravity: size.gravity,
  adjustMode,
  scaling,
});

export const image = z.strictObject({
  type: z.literal('image'),
  url: mediaUrl,
  flex: size.flexRatio,
  ...size.place,
  align: size.align,
  gravity: size.gravity,
  size: size.imageSize,
  aspectRatio: size.aspectRatio,
  aspectMode: z.enum(['cover', 'fit']).optional(),
  backgroundColor: size.color.optional(),
  action: tap,
  animated: z.boolean().optional(),
});

export const icon = z.strictObject({
  type: z.literal('icon'),
  url: mediaUrl,
  ...size.place,
  size: size.fontSize,
  aspectRatio: size.aspectRatio,
  scaling,
});

export const span = z.strictObject({ type: z.literal('span'), text: z.string().optional(), ...font });

export const text = z
  .strictObject({
    type: z.literal('text'),
    text: z.string().min(1).optional(),
    contents: z.array(span).optional(),
    flex: size.flexRatio,
    ...size.place,
    ...font,
    align: size.align,
    gravity: size.gravity,
    wrap: z.boolean().optional(),
    lineSpacing: size.lineSpacing,
    maxLines: z.number().int().min(0).optional(),
    action: tap,
    adjustMode,
    scaling,
  })
  .refine((part) => part.text !== undefined || (part.contents?.length ?? 0) > 0, {
    path: ['text'],
    params: { rule: 'missing' },
  });

export const separator = z.strictObject({
  type: z.literal('separator'),
  margin: size.space,
  color: size.color.optional(),
});

export const filler = z.strictObject({ type: z.literal('filler'), flex: size.flexRatio });

const background = z.strictObject({
  type: z.literal('linearGradient'),
  angle: size.angle,
  startColor: size.color,
  endColor: size.color,
  centerColor: size.color.optional(),
  centerPosition: size.position,
});

const childrenOf: Record<string, readonly string[]> = {
  horizontal: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  vertical: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  baseline: ['icon', 'text', 'filler'],
};

export const box = z
  .strictObject({
    type: z.literal('box'),
    layout: z.enum(['horizontal', 'vertical', 'baseline']),
    contents: z.lazy(() => z.array(component)),
    flex: size.flexRatio,
    ...size.place,
    spacing: size.space,
    backgroundColor: size.color.optional(),
    borderColor: size.color.optional(),
    borderWidth: size.borderWidth,
    cornerRadius: size.cornerRadius,
    width: size.length,
    maxWidth: size.length,
    height: size.length,
    maxHeight: size.length,
    paddingAll: size.padding,
    paddingTop: size.padding,
    paddingBottom: size.padding,
    paddingStart: size.padding,
    paddingEnd: size.padding,
    action: tap,
    justifyContent: z
      .enum(['center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'])
      .optional(),
    alignItems: z.enum(['center', 'flex-start', 'flex-end']).optional(),
    background: background.optional(),
  })
  .superRefine((part, context) => {
    const allowed = childrenOf[part.layout] ?? [];
    for (const [index, child] of part.contents.entries())
      if (!allowed.includes(child.type))
        context.addIssue({ code: 'custom', path: ['contents', index], params: { rule: 'invalidProperty' } });
  });

// By hand, because a box holds components and a component may be a box.
const component: z.ZodType<FlexComponent> = z.lazy(() =>
  z.discriminatedUnion('type', [box, button, image, icon, text, separator, filler]),
);

export const video = z.strictObject({
  type: z.literal('video'),
  url: mediaUrl,
  previewUrl: mediaUrl,
  altContent: z.discriminatedUnion('type', [box, image]),
  aspectRatio: size.aspectRatio,
  action: tap.refine((action) => action === undefined || action.type === 'uri', {
    params: { rule: 'invalidProperty' },
  }),
});

/** The block between header and body. */
export const hero = z.discriminatedUnion('type', [box, image, video]);
