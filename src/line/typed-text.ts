// What somebody typed, out of a text of LINE's: its own emoji stand in it as words such as `(love)`, people as
// `@name`, and beside it is said where (reference: wh-text). Places may be wrong: what is not sure stays.
import { z } from 'zod';

/** UTF-16 units. Far more than an emoji's or a person's name has. */
const span = z.object({ index: z.number().int().min(0), length: z.number().int().min(1).max(200) });
const list = z.array(z.unknown()).catch([]);
const parts = z.object({
  emojis: list,
  mention: z.object({ mentionees: list }).catch({ mentionees: [] }),
});
/** Everybody else, and everybody (`all`), is not the account. */
const self = z.object({ isSelf: z.literal(true) });

type Span = z.infer<typeof span>;

/** `cut`: something was taken out; when nothing is left then, it was emoji only. */
export type Typed = { text: string; cut: boolean };

/**
 * The text without emoji and without a mention of the account itself. Undefined for a line in a group that mentions
 * somebody else: people talk to each other there. In a one-to-one chat nobody can be mentioned.
 */
export function typedText(text: string, message: unknown, inGroup: boolean): Typed | undefined {
  const { emojis, mention } = parts.safeParse(message).data ?? { emojis: [], mention: { mentionees: [] } };
  const mentioned = inGroup ? mention.mentionees : [];
  if (mentioned.some((who) => !self.safeParse(who).success)) return undefined;
  const spans = [...sure(emojis, text, isEmoji), ...sure(mentioned, text, isName)];
  return spans.length === 0 ? { text, cut: false } : { text: without(spans, text), cut: true };
}

const sure = (named: readonly unknown[], text: string, isIt: (words: string) => boolean): Span[] =>
  named
    .map((one) => span.safeParse(one).data)
    .filter((one) => one !== undefined)
    .filter(({ index, length }) => index + length <= text.length && isIt(text.slice(index, index + length)));

/** In brackets, or made of signs alone. Half of a character of two units is neither. */
const isEmoji = (words: string): boolean =>
  words.isWellFormed() && /^(?:[(（][^()（）]+[)）]|[\p{So}\p{Sc}\p{Co}]+)$/u.test(words);

const isName = (words: string): boolean => words.isWellFormed() && /^[@＠]/.test(words);

/** Two numbers with an emoji between them are not one. */
const wouldJoin = (before: string, after: string): boolean =>
  /\d/.test(before.slice(-1)) && /^\d/.test(after);

function without(spans: readonly Span[], text: string): string {
  let kept = '';
  let from = 0;
  for (const { index, length } of spans.toSorted((a, b) => a.index - b.index)) {
    kept = join(kept, text.slice(from, index));
    from = Math.max(from, index + length);
  }
  return join(kept, text.slice(from)).trim();
}

const join = (kept: string, next: string): string =>
  wouldJoin(kept, next) ? `${kept} ${next}` : kept + next;
