// Lets only so many through at a time; the others wait in order.

export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** `most` is asked each time, so that it may change. */
export function createGate(most: () => number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= most()) await new Promise<void>((go) => waiting.push(go));
    else inside += 1;
    try {
      return await work();
    } finally {
      // Who waits takes over the place of who leaves.
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
