// Waiting for the queue to come to rest, for the controlled clock.

import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Log } from '../core/log.ts';
import type { PrismaClient } from './client.ts';
import type { Settle } from './controlled-clock.ts';
import type { Queue } from './queue.ts';
import { isEveryQueue } from './run-every.ts';

// Real time, for the clock that is moved says nothing about how long work takes.
const patienceMs = { inHand: 5_000, due: 30_000 };
const lookEveryMs = 20;

/** Where pg-boss keeps what its schedules have asked for, until it puts it into their queues. */
const cronQueue = '__pgboss__send-it';

/** Counts only queues that somebody works on: in others nothing would ever come to rest. */
export function settleQueue(
  boss: PgBoss,
  queue: Pick<Queue, 'isBusy' | 'worksOn'>,
  prisma: PrismaClient,
  log: Log,
): Omit<Settle, 'lookNow'> {
  const watched = () => {
    const every = boss
      .getWipData()
      .map((worker) => worker.name)
      .filter(isEveryQueue);
    return [...every, ...(queue.worksOn('timers') ? ['timers'] : []), cronQueue];
  };
  const until = async (what: string, patience: number, rest: () => Promise<boolean>) => {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (await rest()) return;
      await sleep(lookEveryMs);
    }
    log.warn({ what }, 'The clock was moved before the queue came to rest');
  };
  return {
    nothingInHand: () =>
      until(
        'in hand',
        patienceMs.inHand,
        async () => !queue.isBusy() && boss.getWipData().every((worker) => worker.count === 0),
      ),
    nothingDue: () =>
      until('due', patienceMs.due, async () => {
        const rows = await prisma.$queryRaw<{ waiting: boolean }[]>`
          SELECT EXISTS (
            SELECT 1 FROM pgboss.job
            WHERE name = ANY(${watched()}::text[])
              AND (state = 'active' OR (state < 'active' AND start_after <= pgboss.job_now()))
          ) AS waiting`;
        return rows.every((row) => !row.waiting);
      }),
  };
}
