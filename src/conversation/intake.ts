// What comes in while the database is away stays in memory and is put into the inbox as soon as it is back: LINE delivers
// once more only where the office has asked for that, and a restart of the database takes a second.

import { setTimeout as sleep } from 'node:timers/promises';
import { passingTrouble } from '../db/passing-trouble.ts';
import { type Log, traceOf } from '../log.ts';
import type { Incoming } from './incoming.ts';

/** Not in the inbox yet. It may still be: whoever delivers it again does no harm. */
export class NotKeptError extends Error {
  override name = 'NotKeptError';
}

export type IntakeParts = {
  /** Puts them into the inbox, all or none; an id that is there already is no news. */
  put: (incoming: readonly Incoming[]) => Promise<void>;
  log: Log;
  /** Other limits, for tests. */
  limits?: Partial<typeof usualLimits>;
};

const usualLimits = {
  /** LINE waits for two seconds. */
  answerWithinMs: 1_500,
  /** A few MB at most; beyond it nothing is held. */
  events: 2_000,
  pauseMs: { first: 50, longest: 500 },
};

type Held = PromiseWithResolvers<void> & { incoming: readonly Incoming[] };

/**
 * Resolves when they are in the inbox, in the order of the calls; rejects with NotKeptError when that takes too long. They
 * are held and tried further then, for as long as the process lives.
 */
export function createIntake({
  put,
  log,
  limits = {},
}: IntakeParts): (incoming: Incoming[]) => Promise<void> {
  const { answerWithinMs, events, pauseMs } = { ...usualLimits, ...limits };
  let held: Held[] = [];
  let isRunning = false;

  const count = () => held.reduce((sum, { incoming }) => sum + incoming.length, 0);

  async function putAllHeld(): Promise<void> {
    const from = performance.now();
    for (let pause = pauseMs.first; held.length > 0; pause = Math.min(pause * 2, pauseMs.longest)) {
      await sleep(pause);
      // Others come in while these are on their way.
      const now = [...held];
      const together = now.flatMap(({ incoming }) => incoming);
      try {
        await put(together);
      } catch (error) {
        if (passingTrouble(error) !== undefined) continue;
        // Not the database: they would fail for ever.
        held = held.slice(now.length);
        for (const one of now) one.reject(error);
        continue;
      }
      held = held.slice(now.length);
      for (const one of now) one.resolve();
      const ms = Math.round(performance.now() - from);
      log.warn({ events: together.length, ms }, 'Webhook events that were held are in the inbox now');
    }
  }

  function hold(incoming: readonly Incoming[]): Promise<void> {
    if (count() + incoming.length > events) throw new NotKeptError('too many events are held already');
    const one: Held = { ...Promise.withResolvers<void>(), incoming };
    held.push(one);
    if (!isRunning) {
      isRunning = true;
      putAllHeld()
        .catch((error) => log.error(traceOf(error), 'Webhook events that were held are lost'))
        .finally(() => {
          isRunning = false;
        });
    }
    return one.promise;
  }

  async function keep(incoming: readonly Incoming[]): Promise<void> {
    // Behind those that wait: what a person wrote first is handled first.
    if (held.length > 0) return hold(incoming);
    try {
      await put(incoming);
    } catch (error) {
      if (passingTrouble(error) === undefined) throw error;
      return hold(incoming);
    }
  }

  return (incoming) => within(answerWithinMs, keep(incoming));
}

/** Whoever is late is told so and goes on alone. */
async function within(ms: number, kept: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new NotKeptError('held in memory')), ms);
  try {
    await Promise.race([kept, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
