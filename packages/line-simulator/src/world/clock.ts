// The platform's own clock: it runs with the machine's, and can be moved.

export type SimulatorClock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Forward or back, to an instant or an ISO text such as `2026-12-01T09:50:00+09:00`. Throws on what is none, and
   * on years before 1970 and after 9999.
   */
  moveTo(when: Date | string | number): void;
  moveBy(milliseconds: number): void;
};

const TOO_LATE = Date.parse('9999-12-31T00:00:00Z');

/** `base` is the clock underneath (ms); it goes on running after a move. */
export function createClock(base: () => number = Date.now): SimulatorClock {
  let ahead = 0;
  const now = () => base() + ahead;
  const moveTo = (when: Date | string | number) => {
    const instant = new Date(when).getTime();
    if (Number.isNaN(instant)) throw new Error(`Not a point in time: ${String(when)}`);
    // Ids count from 1970, and the calendar of JavaScript ends: a clock must not run over its edge.
    if (instant < 0 || instant >= TOO_LATE) throw new Error('The clock goes from 1970 to 9999.');
    ahead = instant - base();
  };
  return { now, moveTo, moveBy: (milliseconds) => moveTo(now() + milliseconds) };
}
