// What handlers answered for their jobs, kept in memory until the queue surely knows it. An answer that a lost connection
// swallowed would leave its job in hand until its time runs out: its chat waits half a minute, and a message that was
// sent is sent once more.

import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { type Log, traceOf } from '../core/log.ts';
import { passingTrouble } from './passing-trouble.ts';
import type { QueueName } from './queue-settings.ts';
import type { Outcome } from './run-jobs.ts';

type Claim = { id: string; attempt: number };
type Answer = { attempt: number; outcome: Outcome };
type KeptAnswer = Answer & { at: number };

export type Answers = {
  keep(name: QueueName, jobs: readonly Claim[], outcomes: readonly Outcome[]): void;
  /**
   * What this process answered for that job before, when it comes back although it was done; or the output of the
   * attempt before this one, whatever the queue says of it.
   */
  recall(name: QueueName, claim: Claim): Outcome | undefined;
  stop(): void;
};

/** What is done there is done outside: it cannot be rolled back, so it must not be done again. */
const doneOutside: ReadonlySet<QueueName> = new Set(['outbox']);

// By the process's own clock: how long answers stay known, and the pauses between two tries to tell them.
const keptMs = 3 * 60_000;
const pauseMs = { first: 200, longest: 1_000 };

/** Tells what is not known yet as soon as it can, whenever `boss` reports an error. */
export function createAnswers(boss: PgBoss, log: Log): Answers {
  const answers = new Map<QueueName, Map<string, KeptAnswer>>();
  let isStopped = false;
  let isTelling = false;

  const tellUntilHeard = async () => {
    for (let pause = pauseMs.first; !isStopped; pause = Math.min(pause * 2, pauseMs.longest)) {
      await sleep(pause, undefined, { ref: false });
      try {
        for (const [name, known] of answers) await sendAnswers(boss, name, [...known.values()]);
        return;
      } catch (error) {
        if (passingTrouble(error) === undefined) throw error;
      }
    }
  };
  boss.on('error', () => {
    if (isTelling) return;
    isTelling = true;
    tellUntilHeard()
      .catch((error) => log.error(traceOf(error), 'The queue could not be told what has been done'))
      .finally(() => {
        isTelling = false;
      });
  });

  return {
    keep(name, jobs, outcomes) {
      const known = answers.get(name) ?? new Map<string, KeptAnswer>();
      answers.set(name, known);
      const attempts = new Map(jobs.map(({ id, attempt }) => [id, attempt]));
      const now = performance.now();
      if (!isTelling) forget(known, now - keptMs);
      for (const outcome of outcomes) {
        const attempt = attempts.get(outcome.id);
        if (attempt === undefined) continue;
        // The newest comes last.
        known.delete(outcome.id);
        known.set(outcome.id, { attempt, outcome, at: now });
      }
    },
    recall(name, { id, attempt }) {
      const known = answers.get(name)?.get(id);
      if (known === undefined) return undefined;
      if (known.outcome.status === 'completed') return doneOutside.has(name) ? known.outcome : undefined;
      return known.attempt === attempt - 1 ? known.outcome : undefined;
    },
    stop() {
      isStopped = true;
    },
  };
}

function forget(known: Map<string, KeptAnswer>, before: number): void {
  for (const [id, { at }] of known) {
    if (at >= before) return;
    known.delete(id);
  }
}

/** What the queue knows already, or has given to another, stays as it is: each counts for its own attempt only. */
export async function sendAnswers(
  boss: Pick<PgBoss, 'complete' | 'fail'>,
  name: QueueName,
  answers: readonly Answer[],
): Promise<void> {
  const all = answers.map(({ attempt, outcome }) => ({
    ...outcome,
    claim: { id: outcome.id, retryCount: attempt },
  }));
  const done = all.filter(({ status, output }) => status === 'completed' && output === undefined);
  if (done.length > 0)
    await boss.complete(
      name,
      done.map(({ claim }) => claim),
    );
  for (const { status, claim, output } of all) {
    if (status === 'failed') await boss.fail(name, claim, output);
    else if (output !== undefined) await boss.complete(name, claim, output);
  }
}
