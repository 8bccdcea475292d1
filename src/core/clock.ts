/** Where the time comes from. Nothing else in the product may ask the machine for it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
