// Parts of one day, in minutes since midnight JST; `until` is exclusive.

export type Span = { readonly from: number; readonly until: number };

export const overlap = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until;

/** Whether `inner` lies wholly in `outer`. */
export const within = (inner: Span, outer: Span): boolean =>
  outer.from <= inner.from && inner.until <= outer.until;

/** What is left of `whole` when the `holes` are cut out, in order. */
export function without(whole: Span, holes: readonly Span[]): Span[] {
  return holes
    .reduce(
      (rest, hole) =>
        rest.flatMap((part) =>
          overlap(part, hole)
            ? [
                { from: part.from, until: hole.from },
                { from: hole.until, until: part.until },
              ].filter(({ from, until }) => from < until)
            : [part],
        ),
      [whole],
    )
    .sort((a, b) => a.from - b.from);
}
