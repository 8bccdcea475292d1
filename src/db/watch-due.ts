// Who puts a job wakes a worker for it (queue.ts). Nobody does for timers that become due, for jobs that are tried again, and
// for those of a process that has died: one question a second for all queues together finds them.

import { z } from 'zod';
import { type Log, traceOf } from '../core/log.ts';
import type { PrismaClient } from './client.ts';
import { passingTrouble } from './passing-trouble.ts';

export type DueWatch = {
  /** From now on `wake` is called when there is something due in that queue. */
  add(queue: string, wake: () => void): void;
  /** Asks now. */
  look(): Promise<void>;
  /** Not so many questions are without an answer that no further is asked. */
  isHealthy(): boolean;
  stop(): void;
};

/** By the process's own clock. A question that no answer comes to, on a connection that has gone silent, holds up no other. */
const ask = { everyMs: 1_000, patienceMs: 3_000, unansweredAtMost: 3 };

const rows = z.array(z.object({ name: z.string() }));

export function watchDue(prisma: PrismaClient, log: Log): DueWatch {
  const wakes = new Map<string, () => void>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  let unanswered = 0;

  const look = async () => {
    const due = await prisma.$queryRaw`
      SELECT name FROM unnest(${[...wakes.keys()]}::text[]) AS queue(name) WHERE EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = queue.name AND j.state < 'active' AND NOT j.blocked AND j.start_after <= pgboss.job_now())`;
    for (const { name } of rows.parse(due)) wakes.get(name)?.();
  };
  const again = () => {
    if (isStopped) return;
    timer = setTimeout(() => void lookInTime().finally(again), ask.everyMs);
    timer.unref();
  };
  /** Resolves with the answer, and without one once it is late. Never rejects. */
  const lookInTime = async () => {
    if (unanswered >= ask.unansweredAtMost) return;
    unanswered += 1;
    const answered = look()
      .catch((error) => {
        // That the database is away is said by the workers.
        if (passingTrouble(error) === undefined) log.error(traceOf(error), 'Nobody could ask what is due');
      })
      .finally(() => {
        unanswered -= 1;
      });
    const late = Promise.withResolvers<void>();
    const patience = setTimeout(late.resolve, ask.patienceMs);
    await Promise.race([answered, late.promise]);
    clearTimeout(patience);
  };

  return {
    add(queue, wake) {
      wakes.set(queue, wake);
      if (timer === undefined) again();
    },
    look,
    isHealthy: () => unanswered < ask.unansweredAtMost,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
