// Text messages (reference: text-message, text-message-v2).
import { z } from 'zod';
import { commonParts } from './quick-reply.ts';
import { upToUnits } from './units.ts';

const TEXT_MAX = 5000;
const KEY = /^[a-zA-Z0-9_]{1,20}$/;
const MOST_MENTIONS = 20;
const MOST_EMOJI = 20;
const MOST_SUBSTITUTIONS = 100;

const emoji = z.object({
  index: z.number().int().min(0),
  productId: z.string().min(1),
  emojiId: z.string().min(1),
});

export const text = z
  .object({
    type: z.literal('text'),
    text: upToUnits(TEXT_MAX).min(1),
    emojis: z.array(emoji).max(MOST_EMOJI).optional(),
    quoteToken: z.string().min(1).optional(),
    ...commonParts,
  })
  .superRefine((message, context) => {
    for (const [place, { index }] of (message.emojis ?? []).entries())
      if (message.text[index] !== '$')
        context.addIssue({ code: 'custom', path: ['emojis', place, 'index'], params: { rule: 'noDollar' } });
  });

const mention = z.object({
  type: z.literal('mention'),
  mentionee: z.discriminatedUnion('type', [
    z.object({ type: z.literal('user'), userId: z.string().min(1) }),
    z.object({ type: z.literal('all') }),
  ]),
});
const emojiPart = z.object({
  type: z.literal('emoji'),
  productId: z.string().min(1),
  emojiId: z.string().min(1),
});
const substitution = z.discriminatedUnion('type', [mention, emojiPart]);

export const textV2 = z
  .object({
    type: z.literal('textV2'),
    text: upToUnits(TEXT_MAX).min(1),
    substitution: z.record(z.string(), substitution).optional(),
    quoteToken: z.string().min(1).optional(),
    ...commonParts,
  })
  .superRefine((message, context) => {
    const complain = (path: string, rule: string, more: Record<string, unknown> = {}) =>
      context.addIssue({ code: 'custom', path: [path], params: { rule, ...more } });
    const parts = message.substitution ?? {};
    const kinds = Object.values(parts).map((part) => part.type);
    if (kinds.length > MOST_SUBSTITUTIONS)
      complain('substitution', 'size', { min: 0, max: MOST_SUBSTITUTIONS });
    if (kinds.filter((kind) => kind === 'mention').length > MOST_MENTIONS)
      complain('substitution', 'tooManyMentions');
    if (kinds.filter((kind) => kind === 'emoji').length > MOST_EMOJI)
      complain('substitution', 'tooManyEmoji');
    for (const key of Object.keys(parts)) if (!KEY.test(key)) complain('substitution', 'badKey', { key });
    const { keys, loose } = placeholdersOf(message.text);
    if (loose) complain('text', 'looseBrace');
    for (const key of keys) {
      if (!KEY.test(key)) complain('text', 'badKey', { key });
      else if (!Object.hasOwn(parts, key)) complain('text', 'unknownKey', { key });
    }
  });

/** `{{` and `}}` stand for the braces themselves; a brace left over is `loose`. */
function placeholdersOf(text: string): { keys: string[]; loose: boolean } {
  const plain = text.replaceAll(/\{\{|\}\}/g, '');
  const keys = [...plain.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
  return { keys, loose: /[{}]/.test(plain.replaceAll(/\{[^{}]*\}/g, '')) };
}
