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
  stop(): void;
};

/** By the process's own clock. */
const askEveryMs = 1_000;

const rows = z.array(z.object({ name: z.string() }));

export function watchDue(prisma: PrismaClient, log: Log): DueWatch {
  const wakes = new Map<string, () => void>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const ask = async () => {
    const due = await prisma.$queryRaw`
      SELECT name FROM unnest(${[...wakes.keys()]}::text[]) AS queue(name) WHERE EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = queue.name AND j.state < 'active' AND NOT j.blocked AND j.start_after <= pgboss.job_now())`;
    for (const { name } of rows.parse(due)) wakes.get(name)?.();
  };
  const again = () => {
    if (isStopped) return;
    timer = setTimeout(() => {
      ask()
        .catch((error) => {
          // That the database is away is said by the workers.
          if (passingTrouble(error) === undefined) log.error(traceOf(error), 'Nobody could ask what is due');
        })
        .finally(again);
    }, askEveryMs);
    timer.unref();
  };

  return {
    add(queue, wake) {
      wakes.set(queue, wake);
      if (timer === undefined) again();
    },
    look: ask,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
