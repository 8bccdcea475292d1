// Each kind of part of a Flex Message with all its properties: what drawing one needs to know.
import type { z } from 'zod';
import type * as schema from './components.ts';

export type FlexBox = Omit<z.infer<typeof schema.box>, 'contents'> & { contents: FlexPart[] };
export type FlexButton = z.infer<typeof schema.button>;
export type FlexImage = z.infer<typeof schema.image>;
export type FlexIcon = z.infer<typeof schema.icon>;
export type FlexSpan = z.infer<typeof schema.span>;
export type FlexText = z.infer<typeof schema.text>;
export type FlexSeparator = z.infer<typeof schema.separator>;
export type FlexFiller = z.infer<typeof schema.filler>;
export type FlexVideo = z.infer<typeof schema.video>;

/** What may stand in a box. */
export type FlexPart = FlexBox | FlexButton | FlexImage | FlexIcon | FlexText | FlexSeparator | FlexFiller;
