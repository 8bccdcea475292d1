// Template messages (reference: template-messages).
import { z } from 'zod';
import { actionsIn } from './actions.ts';
import { upToGraphemes } from './graphemes.ts';
import { sizeBetween } from './sizes.ts';
import { mediaUrl } from './uris.ts';

const action = actionsIn({ labelMax: 20, labelRequired: true });
const title = upToGraphemes(40).optional();
const notEmpty = (max: number) =>
  upToGraphemes(max).refine((text) => text !== '', { params: { rule: 'empty' } });
const pictureForm = {
  imageAspectRatio: z.enum(['rectangle', 'square']).optional(),
  imageSize: z.enum(['cover', 'contain']).optional(),
};
const pictureColor = z
  .string()
  .regex(/^#[0-9A-Fa-f]{6}$/)
  .optional();

type Head = { title?: string | undefined; thumbnailImageUrl?: string | undefined; text: string };

/** A text may be longer when there is neither title nor picture. */
const shorterUnderHead = (max: number) => ({
  check: (part: Head) =>
    (part.title === undefined && part.thumbnailImageUrl === undefined) ||
    upToGraphemes(max).safeParse(part.text).success,
  complaint: { path: ['text'], params: { rule: 'tooManyGraphemes', max } },
});
const underHead = shorterUnderHead(60);

const buttons = z
  .object({
    type: z.literal('buttons'),
    thumbnailImageUrl: mediaUrl.optional(),
    imageBackgroundColor: pictureColor,
    title,
    text: notEmpty(160),
    defaultAction: action.optional(),
    actions: sizeBetween(action, 1, 4),
    ...pictureForm,
  })
  .refine(underHead.check, underHead.complaint);

const confirm = z.object({
  type: z.literal('confirm'),
  text: notEmpty(240),
  actions: sizeBetween(action, 2, 2),
});

const column = z
  .object({
    thumbnailImageUrl: mediaUrl.optional(),
    imageBackgroundColor: pictureColor,
    title,
    text: notEmpty(120),
    defaultAction: action.optional(),
    actions: sizeBetween(action, 1, 3),
  })
  .refine(underHead.check, underHead.complaint);

const carousel = z
  .object({ type: z.literal('carousel'), columns: sizeBetween(column, 1, 10), ...pictureForm })
  .superRefine(({ columns }, context) => {
    const [first] = columns;
    if (!first) return;
    for (const [place, other] of columns.entries()) {
      const complain = (path: string, rule: string) =>
        context.addIssue({ code: 'custom', path: ['columns', place, path], params: { rule } });
      if (other.actions.length !== first.actions.length) complain('actions', 'unequalColumns');
      for (const part of ['title', 'thumbnailImageUrl'] as const)
        if ((other[part] === undefined) !== (first[part] === undefined)) complain(part, 'unequalColumns');
    }
  });

const imageCarousel = z.object({
  type: z.literal('image_carousel'),
  columns: sizeBetween(
    z.object({ imageUrl: mediaUrl, action: actionsIn({ labelMax: 12, labelRequired: false }) }),
    1,
    10,
  ),
});

export const template = z.discriminatedUnion('type', [buttons, confirm, carousel, imageCarousel]);
export type Template = z.infer<typeof template>;
