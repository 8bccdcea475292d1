// JSON inside JSON inside JSON: deeper than any phone could draw it, it only breaks whatever walks through it.

/** LINE names no limit. Twice the depth of the deepest card that fits into the 30 KB of a bubble would be more. */
const DEEPEST = 500;

/** Looks level by level, so that no depth is too much for it. */
export function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    if (level.length === 0) return false;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return true;
}
