// With which message a value of a draft was typed, so that it can be taken back with it. Pure.
import { z } from 'zod';

/** Beside the values of a draft, inside its seal. Missing in drafts of earlier versions. */
export const originsShape = {
  /** By value: LINE's id of the message it came with. */
  from: z.record(z.string(), z.string()).exactOptional(),
  /** Values that were taken back and not typed again since. */
  gone: z.array(z.string()).exactOptional(),
  /** How, while nobody in the chat has been told. */
  untold: z.enum(['unsent', 'edited']).exactOptional(),
  /** She was led back to what is gone: what she had answered after it is not asked again. */
  ledBack: z.literal(true).exactOptional(),
};

export type Origins = z.infer<z.ZodObject<typeof originsShape>>;
export type HowTaken = NonNullable<Origins['untold']>;

/** These values have been typed, with `message` where LINE told its id. */
export function typedWith(
  { from = {}, gone = [], untold }: Origins,
  values: readonly string[],
  message: string | undefined,
): Origins {
  const others = Object.entries(from).filter(([value]) => !values.includes(value));
  const ours = message === undefined ? [] : values.map((value): [string, string] => [value, message]);
  return {
    ...(untold && { untold }),
    from: Object.fromEntries([...others, ...ours]),
    gone: gone.filter((value) => !values.includes(value)),
  };
}

/** The draft without what came with `message`; undefined when nothing did. */
export function withoutMessage<T extends Origins>(draft: T, message: string, how: HowTaken): T | undefined {
  const taken = Object.entries(draft.from ?? {}).flatMap(([value, id]) => (id === message ? [value] : []));
  if (taken.length === 0) return undefined;
  const kept = Object.entries(draft).filter(([value]) => !taken.includes(value));
  const { from, gone } = typedWith(draft, taken, undefined);
  return { ...(Object.fromEntries(kept) as T), from, gone: [...(gone ?? []), ...taken], untold: how };
}
