// Knows whether anything is under way.

export type Busy = {
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
};

export function createBusy(): Busy {
  let count = 0;
  let waiting: (() => void)[] = [];
  const ended = () => {
    count -= 1;
    if (count > 0) return;
    for (const go of waiting) go();
    waiting = [];
  };
  return {
    async during(work) {
      count += 1;
      try {
        return await work();
      } finally {
        ended();
      }
    },
    idle: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
