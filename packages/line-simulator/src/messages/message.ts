// Everything that may stand in `messages` (reference: message-objects).
import { z } from 'zod';
import { type FlexContainer, flexContainer } from './flex/container.ts';
import { imagemap } from './imagemap.ts';
import { audio, coupon, image, location, sticker, video } from './media.ts';
import { commonParts } from './quick-reply.ts';
import { type Template, template } from './template.ts';
import { text, textV2 } from './text.ts';
import { upToUnits } from './units.ts';

const altText = upToUnits(1500).min(1);
/** What is in a template or a Flex Message is judged later, and reported differently. */
const judgedLater = z.record(z.string(), z.unknown());

const flexEnvelope = z.object({ type: z.literal('flex'), altText, contents: judgedLater, ...commonParts });
const templateEnvelope = z.object({
  type: z.literal('template'),
  altText,
  template: judgedLater,
  ...commonParts,
});

/** A message whose template or Flex contents nobody has looked at yet. */
export const envelope = z.discriminatedUnion('type', [
  text,
  textV2,
  sticker,
  image,
  video,
  audio,
  location,
  coupon,
  imagemap,
  templateEnvelope,
  flexEnvelope,
]);
export type Envelope = z.infer<typeof envelope>;

export const MESSAGE_TYPES = envelope.options.map((option) => option.shape.type.value);

type Unjudged = 'flex' | 'template';
export type FlexMessage = Omit<z.infer<typeof flexEnvelope>, 'contents'> & { contents: FlexContainer };
export type TemplateMessage = Omit<z.infer<typeof templateEnvelope>, 'template'> & { template: Template };
export type LineMessage = Exclude<Envelope, { type: Unjudged }> | FlexMessage | TemplateMessage;

export { flexContainer, template };
