// Things of the same lane happen one after the other, those of different lanes side by side.

export type Lanes = {
  /** `work` starts when what is before it in its lane has ended. */
  run<T>(lane: string, work: () => Promise<T>): Promise<T>;
};

export function createLanes(): Lanes {
  const ends = new Map<string, Promise<unknown>>();
  return {
    async run(lane, work) {
      const before = ends.get(lane) ?? Promise.resolve();
      const result = before.then(work, work);
      ends.set(lane, result);
      try {
        return await result;
      } finally {
        if (ends.get(lane) === result) ends.delete(lane);
      }
    },
  };
}
