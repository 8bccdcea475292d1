// The menu below a chat (reference: rich-menu-object).
import { z } from 'zod';
import { richMenuAction } from './actions.ts';
import { bodyDialect, type Dialect } from './complaints.ts';
import { upToGraphemes } from './graphemes.ts';
import { sizeBetween } from './sizes.ts';

const AREAS_MAX = 20;
const NAME_MAX = 300;
const CHAT_BAR_TEXT_MAX = 14;
const INTEGER_MAX = 2_147_483_647;

const from = (least: number, most = INTEGER_MAX) => z.number().int().min(least).max(most);

/** Width divided by height, of the menu and of its picture. */
export const LEAST_RATIO = 1.45;
export const WIDTH = { least: 800, most: 2500 };
export const LEAST_HEIGHT = 250;

const size = z
  .object({ width: from(WIDTH.least, WIDTH.most), height: from(LEAST_HEIGHT) })
  .refine(({ width, height }) => width / height >= LEAST_RATIO);

const bounds = z.object({ x: from(0), y: from(0), width: from(1), height: from(1) });

export const richMenu = z.object({
  size,
  selected: z.boolean(),
  name: upToGraphemes(NAME_MAX),
  chatBarText: upToGraphemes(CHAT_BAR_TEXT_MAX),
  areas: sizeBetween(z.object({ bounds, action: richMenuAction }), 0, AREAS_MAX),
});

export type RichMenu = z.infer<typeof richMenu>;

/** Says of a missing field what the reference shows for rich menus; the words for numbers are assumed. */
export const richMenuDialect: Dialect = {
  ...bodyDialect,
  missing: 'must be specified',
  otherwise(issue) {
    if (issue.code === 'too_small') return `must be greater than or equal to ${issue.minimum}`;
    if (issue.code === 'too_big') return `must be less than or equal to ${issue.maximum}`;
    return bodyDialect.otherwise(issue);
  },
};
