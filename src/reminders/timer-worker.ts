// The worker of the timers: what is due is put on the outbox in the same transaction that ends the timer.
import type { Clock } from '../clock.ts';
import { outboxJobs } from '../conversation/outbox.ts';
import type { Desk } from '../conversation/turn.ts';
import type { Database } from '../db/open.ts';
import type { Job, Outcome } from '../db/queue.ts';
import { expire } from './expire.ts';
import { remind } from './remind.ts';
import { timerSchema } from './timers.ts';

type Parts = { database: Database; desk: Desk; clock: Clock };

/** Handles a batch in one transaction; a throw leaves all of them to be tried again. */
export const timerWorker =
  ({ database, desk, clock }: Parts) =>
  async (jobs: Job[]): Promise<Outcome[]> => {
    const now = clock.now();
    const timers = jobs.map((job) => timerSchema.parse(job.data));
    await database.prisma.$transaction(async (tx) => {
      const at = { now, office: desk.office, sealer: desk.sealer };
      const outgoing = await remind(
        tx,
        timers.flatMap(({ kind, booking }) => (kind === 'expiry' ? [] : [{ kind, booking }])),
        at,
      );
      for (const { kind, booking } of timers) {
        if (kind === 'expiry') outgoing.push(...(await expire(tx, booking, at)));
      }
      await database.queue.put('outbox', outboxJobs(outgoing, desk, now), tx);
      await database.queue.finish('timers', jobs, tx);
    });
    return jobs.map(({ id }) => ({ id, status: 'completed' }));
  };
