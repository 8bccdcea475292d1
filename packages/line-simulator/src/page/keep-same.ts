// Tells what is new in an answer from what only came once more.

/**
 * What is equal to what was known before is given back as the same object, in every depth: whoever compares by
 * identity then sees only what has changed. In a list, something with an `id` is compared with the one of that id,
 * wherever it stood. Both are JSON; `fresh` is changed.
 */
export function keepSame(known: unknown, fresh: unknown): unknown {
  if (!isHolder(known) || !isHolder(fresh) || Array.isArray(known) !== Array.isArray(fresh))
    return known === fresh ? known : fresh;
  const keys = Object.keys(fresh);
  const before = Array.isArray(known) ? findById(known) : undefined;
  let isSame = keys.length === Object.keys(known).length;
  for (const key of keys) {
    const value = keepSame(before ? before(known[key], fresh[key]) : known[key], fresh[key]);
    if (value !== known[key] || !Object.hasOwn(known, key)) isSame = false;
    fresh[key] = value;
  }
  return isSame ? known : fresh;
}

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const idOf = (value: unknown): unknown => (isHolder(value) ? value.id : undefined);

/** What to compare a part of a list with. Most lists only grow at the end, so the same place is looked at first. */
function findById(list: readonly unknown[]): (atSamePlace: unknown, fresh: unknown) => unknown {
  let byId: Map<unknown, unknown> | undefined;
  return (atSamePlace, fresh) => {
    const id = idOf(fresh);
    if (id === idOf(atSamePlace)) return atSamePlace;
    byId ??= new Map(list.map((one) => [idOf(one), one]));
    return byId.get(id);
  };
}
