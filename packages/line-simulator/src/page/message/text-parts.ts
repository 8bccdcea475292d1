// Takes a text apart: plain words, addresses that can be opened, LINE's own emoji, and people called by name.
import type { LineMessage } from '../../messages/message.ts';

type Text = Extract<LineMessage, { type: 'text' }>;
type TextV2 = Extract<LineMessage, { type: 'textV2' }>;

export type TextPart =
  | { kind: 'words' | 'link' | 'mention'; text: string }
  | { kind: 'emoji'; productId: string; emojiId: string };

/** Letters outside ASCII end an address, as Japanese is written without spaces around it. */
const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+|tel:[+\d][\d-]+/gi;
/** Ends the sentence around an address, not the address. */
const AFTER = /[.,;:!?'()[\]]+$/;

export function linked(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const link = found.replace(AFTER, '');
    parts.push({ kind: 'words', text: text.slice(from, index) }, { kind: 'link', text: link });
    from = index + link.length;
  }
  parts.push({ kind: 'words', text: text.slice(from) });
  return parts.filter((part) => part.kind === 'emoji' || part.text !== '');
}

/** Each emoji stands where a `$` is in the text. */
export function partsOfText({ text, emojis = [] }: Text): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { index, productId, emojiId } of emojis.toSorted((one, other) => one.index - other.index)) {
    parts.push(...linked(text.slice(from, index)), { kind: 'emoji', productId, emojiId });
    from = index + 1;
  }
  return [...parts, ...linked(text.slice(from))];
}

/** `{key}` stands for a person or an emoji, `{{` and `}}` for the braces themselves. */
export function partsOfTextV2(
  { text, substitution = {} }: TextV2,
  nameOf: (userId: string) => string | undefined,
): TextPart[] {
  const pieces = text.split(/(\{\{|\}\}|\{\w+\})/);
  return pieces.flatMap((piece): TextPart[] => {
    if (piece === '{{' || piece === '}}') return [{ kind: 'words', text: piece.slice(1) }];
    const key = /^\{(\w+)\}$/.exec(piece)?.[1];
    const meant = key === undefined ? undefined : substitution[key];
    if (key === undefined || meant === undefined) return linked(piece);
    if (meant.type === 'emoji') return [{ ...meant, kind: 'emoji' }];
    const name = meant.mentionee.type === 'all' ? 'All' : nameOf(meant.mentionee.userId);
    return [{ kind: 'mention', text: `@${name ?? key}` }];
  });
}
