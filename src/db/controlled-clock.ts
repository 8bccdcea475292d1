// A clock that runs by itself and can be put forward, for tests and the demo: JavaScript's and the
// queue's "now" inside the database move together (pg-boss's TestClock).

import { TestClock } from 'pg-boss';
import type { Clock } from '../core/clock.ts';
import { type Log, traceOf } from '../core/log.ts';

export type ControlledClock = Clock & {
  /**
   * Puts the clock forward and resolves once what became due has been handled by the `timers` workers.
   * Rejects with ClockBackwardsError when `date` lies before now; one that passes while it waits has simply come.
   */
  moveTo(date: Date): Promise<void>;
};

export const isControlled = (clock: Clock): clock is ControlledClock => 'moveTo' in clock;

/** Time was to go backwards. */
export class ClockBackwardsError extends Error {
  override name = 'ClockBackwardsError';
}

/** What the clock waits for around a jump. Both give up after a while and say so in the log. */
export type Settle = {
  /** Until no worker has anything in hand: a jump would let it run out of time. */
  nothingInHand(): Promise<void>;
  /** Wakes the workers: nobody does when the clock goes past what is due. */
  lookNow(): Promise<void>;
  /** Until no timer that is due is left. */
  nothingDue(): Promise<void>;
};

const tickEveryMs = 250;
// pg-boss looks every second which regular tasks are due: the last stretch is walked slowly enough for one such look.
const approachMs = 1_200;

export function createControlledClock(log: Log) {
  const testClock = new TestClock(Date.now());
  let settle: Settle | undefined;
  let timer: NodeJS.Timeout | undefined;
  let lastReal = Date.now();
  // TestClock refuses to be moved while it moves.
  let moving: Promise<void> = Promise.resolve();

  const inTurn = (step: () => Promise<void>): Promise<void> => {
    const done = moving.then(step);
    moving = done.catch(() => {});
    return done;
  };
  /** As much as really passed: a tick waits for statements in flight, and must not lose time by it. */
  const catchUp = () =>
    inTurn(async () => {
      const real = Date.now();
      const passed = real - lastReal;
      lastReal = real;
      await testClock.tick(Math.max(passed, 0));
    });
  const refuseBackwards = (to: number): void => {
    if (to < testClock.now())
      throw new ClockBackwardsError(`the clock stands at ${new Date(testClock.now()).toISOString()}`);
  };
  const jump = async (to: number) => {
    const gap = Math.max(to - testClock.now(), 0);
    const approach = Math.min(gap, approachMs);
    if (gap > approach) await testClock.setTime(to - approach);
    await testClock.tick(approach);
    lastReal = Date.now();
  };

  const clock: ControlledClock = {
    now: () => new Date(testClock.now()),
    async moveTo(date) {
      refuseBackwards(date.getTime());
      await settle?.nothingInHand();
      await inTurn(() => jump(date.getTime()));
      await settle?.lookNow();
      await settle?.nothingDue();
    },
  };
  return {
    clock,
    /** For pg-boss's constructor. */
    testClock,
    /** Lets the clock run. Call it once pg-boss has started. */
    run(waits: Settle): void {
      settle = waits;
      lastReal = Date.now();
      timer = setInterval(() => {
        catchUp().catch((error) => log.warn(traceOf(error), 'The controlled clock missed a tick'));
      }, tickEveryMs);
    },
    /** Stops it and waits for a tick under way. Call it before pg-boss stops. */
    async halt(): Promise<void> {
      clearInterval(timer);
      await moving;
    },
  };
}
