// New jobs wake their workers by NOTIFY. Timers that become due, and jobs that are tried again, do not: one question a
// second for all queues together finds them, where each worker by itself would ask twice a second.

import { z } from 'zod';
import { type Log, traceOf } from '../core/log.ts';
import type { PrismaClient } from './client.ts';
import { passingTrouble } from './passing-trouble.ts';
import type { QueueName } from './queue-settings.ts';

export type DueWatch = {
  /** From now on `workerId` is woken when there is something due in that queue. */
  add(queue: QueueName, workerId: string): void;
  /** Asks now. */
  look(): Promise<void>;
  stop(): void;
};

/** By the process's own clock. */
const askEveryMs = 1_000;

const rows = z.array(z.object({ name: z.string() }));

export function watchDue(prisma: PrismaClient, wake: (workerId: string) => void, log: Log): DueWatch {
  const workers = new Map<string, string[]>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const ask = async () => {
    const due = await prisma.$queryRaw`
      SELECT name FROM unnest(${[...workers.keys()]}::text[]) AS queue(name) WHERE EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = queue.name AND j.state < 'active' AND NOT j.blocked AND j.start_after <= pgboss.job_now())`;
    for (const { name } of rows.parse(due)) for (const id of workers.get(name) ?? []) wake(id);
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
    add(queue, workerId) {
      workers.set(queue, [...(workers.get(queue) ?? []), workerId]);
      if (timer === undefined) again();
    },
    look: ask,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
