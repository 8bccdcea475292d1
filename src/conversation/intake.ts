// What comes in while the database is away stays in memory and is put into the inbox as soon as it is back: LINE delivers
// once more only where the office has asked for that, and a restart of the database takes a second.

import { setImmediate as letOthersIn, setTimeout as sleep } from 'node:timers/promises';
import { type Log, traceOf } from '../core/log.ts';
import { passingTrouble } from '../db/passing-trouble.ts';
import type { Incoming } from '../records/incoming.ts';

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
  /** A few MB at most: what would be more than that together is refused. */
  events: 2_000,
  pauseMs: { first: 50, longest: 500 },
};

/** Of the event loop: a few milliseconds under load, and nothing without. */
const roundsAtMost = 10;

/** So many go into one statement, or one webhook's. */
const eventsTogether = 500;

type Waiting = PromiseWithResolvers<void> & { incoming: readonly Incoming[] };

/**
 * Resolves when they are in the inbox, in the order of the calls; what comes in while others are on their way goes together.
 * Rejects with NotKeptError when it takes too long: it is held and tried further then, for as long as the process lives.
 */
export function createIntake({
  put,
  log,
  limits = {},
}: IntakeParts): (incoming: Incoming[]) => Promise<void> {
  const { answerWithinMs, events, pauseMs } = { ...usualLimits, ...limits };
  const waiting: Waiting[] = [];
  let isRunning = false;
  /** When the database went away, by the process's clock. */
  let awaySince: number | undefined;

  const count = () => waiting.reduce((sum, { incoming }) => sum + incoming.length, 0);

  async function putAll(): Promise<void> {
    let pause = pauseMs.first;
    while (waiting.length > 0) {
      await letAllIn();
      const next = firstOf(waiting);
      const outcome = await tryPut(next.flatMap(({ incoming }) => incoming));
      if (outcome.kind === 'away') {
        awaySince ??= performance.now();
        await sleep(pause);
        pause = Math.min(pause * 2, pauseMs.longest);
        continue;
      }
      waiting.splice(0, next.length);
      pause = pauseMs.first;
      if (outcome.kind === 'kept') for (const { resolve } of next) resolve();
      else await putEach(next);
      if (awaySince !== undefined) sayBack(next.length);
    }
  }

  /** Webhooks that come at the same moment are read first: as long as more of them come, and not for long. */
  async function letAllIn(): Promise<void> {
    for (let round = 0; round < roundsAtMost; round += 1) {
      const before = waiting.length;
      await letOthersIn();
      if (waiting.length === before && round > 0) return;
    }
  }

  async function tryPut(
    incoming: readonly Incoming[],
  ): Promise<{ kind: 'kept' | 'away' } | { kind: 'failed'; error: unknown }> {
    try {
      await put(incoming);
      return { kind: 'kept' };
    } catch (error) {
      return passingTrouble(error) === undefined ? { kind: 'failed', error } : { kind: 'away' };
    }
  }

  /** One of them would fail for ever, and must not take the others along. */
  async function putEach(all: readonly Waiting[]): Promise<void> {
    for (const one of all) {
      const outcome = await tryPut(one.incoming);
      if (outcome.kind === 'kept') one.resolve();
      else one.reject(outcome.kind === 'failed' ? outcome.error : new NotKeptError('the database is away'));
    }
  }

  function sayBack(webhooks: number): void {
    const ms = Math.round(performance.now() - (awaySince ?? 0));
    awaySince = undefined;
    log.warn({ webhooks, ms }, 'Webhook events that were held are in the inbox now');
  }

  async function keep(incoming: readonly Incoming[]): Promise<void> {
    if (waiting.length > 0 && count() + incoming.length > events)
      throw new NotKeptError('too many events are held already');
    const one: Waiting = { ...Promise.withResolvers<void>(), incoming };
    waiting.push(one);
    if (!isRunning) {
      isRunning = true;
      putAll()
        .catch((error) => log.error(traceOf(error), 'Webhook events that were held are lost'))
        .finally(() => {
          isRunning = false;
        });
    }
    return one.promise;
  }

  return (incoming) => within(answerWithinMs, keep(incoming));
}

/** Whole webhooks, the oldest first. */
function firstOf(waiting: readonly Waiting[]): Waiting[] {
  let events = 0;
  const end = waiting.findIndex(({ incoming }, index) => {
    events += incoming.length;
    return index > 0 && events > eventsTogether;
  });
  return waiting.slice(0, end < 0 ? undefined : end);
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
