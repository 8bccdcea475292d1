// Bubbles and carousels of bubbles (reference: flex-message, bubble, f-carousel).
import { z } from 'zod';
import { actionsIn } from '../actions.ts';
import { sizeBetween } from '../sizes.ts';
import { box, type FlexComponent, hero } from './components.ts';
import { color } from './sizes.ts';

/** LINE says 30 KB and 50 KB; measured here as UTF-8 bytes of the JSON without spaces, 1 KB = 1,024 bytes. */
const BUBBLE_BYTES_MAX = 30 * 1024;
const CAROUSEL_BYTES_MAX = 50 * 1024;
const MOST_BUBBLES = 12;
const MOST_ANIMATED = 10;

const blockStyle = z
  .strictObject({
    backgroundColor: color.optional(),
    separator: z.boolean().optional(),
    separatorColor: color.optional(),
  })
  .optional();

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const bubble = z
  .strictObject({
    type: z.literal('bubble'),
    size: z.enum(['nano', 'micro', 'deca', 'hecto', 'kilo', 'mega', 'giga']).optional(),
    direction: z.enum(['ltr', 'rtl']).optional(),
    header: box.optional(),
    hero: hero.optional(),
    body: box.optional(),
    footer: box.optional(),
    styles: z
      .strictObject({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle })
      .optional(),
    action: actionsIn({ labelMax: 40, labelRequired: false, strict: true }).optional(),
  })
  .superRefine((part, context) => {
    const complain = (rule: string, path: string[] = []) =>
      context.addIssue({ code: 'custom', path, params: { rule } });
    if (!part.header && !part.hero && !part.body && !part.footer) complain('noBlock');
    if (bytesOf(part) > BUBBLE_BYTES_MAX) complain('bubbleTooLarge');
    if (part.hero?.type === 'video' && !['kilo', 'mega', 'giga'].includes(part.size ?? 'mega'))
      complain('invalidProperty', ['hero']);
  });

const carousel = z
  .strictObject({ type: z.literal('carousel'), contents: sizeBetween(bubble, 1, MOST_BUBBLES) })
  .superRefine((part, context) => {
    const complain = (rule: string, path: (string | number)[] = []) =>
      context.addIssue({ code: 'custom', path, params: { rule } });
    if (bytesOf(part) > CAROUSEL_BYTES_MAX) complain('carouselTooLarge');
    const size = part.contents[0]?.size ?? 'mega';
    for (const [index, one] of part.contents.entries()) {
      if ((one.size ?? 'mega') !== size) complain('unequalBubbles', ['contents', index, 'size']);
      if (one.hero?.type === 'video') complain('invalidProperty', ['contents', index, 'hero']);
    }
  });

const container = z.discriminatedUnion('type', [bubble, carousel]);
export type FlexContainer = z.infer<typeof container>;
export type FlexBubble = z.infer<typeof bubble>;

export const flexContainer = container.refine(
  (whole) => componentsOf(whole).filter((part) => part.animated).length <= MOST_ANIMATED,
  { params: { rule: 'tooManyAnimated' } },
);

export const bubblesOf = (whole: FlexContainer): FlexBubble[] =>
  whole.type === 'bubble' ? [whole] : whole.contents;

export const blocksOf = (one: FlexBubble): FlexComponent[] =>
  [one.header, one.hero, one.body, one.footer].filter((block) => block !== undefined);

/** Every part in the order in which it is seen, boxes before what is in them. */
function componentsOf(whole: FlexContainer): FlexComponent[] {
  const below = (part: FlexComponent): FlexComponent[] => [part, ...(part.contents ?? []).flatMap(below)];
  return bubblesOf(whole).flatMap((one) => blocksOf(one).flatMap(below));
}
