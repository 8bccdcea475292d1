// Work that comes round by the clock on the wall of the office, in one process at a time.

import type { PgBoss } from 'pg-boss';
import type { Log } from '../core/log.ts';
import { passingTrouble, troubleOf } from './passing-trouble.ts';
import { lookEverySeconds } from './queue-settings.ts';
import type { DueWatch } from './watch-due.ts';

export type RunEvery = (name: string, cron: string, handler: () => Promise<void>) => Promise<void>;

const prefix = 'every-';

/** The queue's name as pg-boss knows it. */
export const isEveryQueue = (queue: string) => queue.startsWith(prefix);

export function runEvery(boss: PgBoss, watch: Pick<DueWatch, 'add'>, log: Log): RunEvery {
  return async (name, cron, handler) => {
    const queue = `${prefix}${name}`;
    await boss.createQueue(queue, {
      // One waiting or running, in all processes together: a run that takes long is not joined by a second.
      policy: 'exclusive',
      expireInSeconds: 300,
      retryLimit: 3,
      retryDelay: 5,
      deleteAfterSeconds: 24 * 60 * 60,
    });
    await boss.schedule(queue, cron, null, { tz: 'Asia/Tokyo', missed: 'once' });
    const workerId = await boss.work(queue, { pollingIntervalSeconds: lookEverySeconds }, async () => {
      try {
        await handler();
      } catch (error) {
        const isPassing = passingTrouble(error) !== undefined;
        const trouble = { every: name, ...troubleOf(error) };
        log[isPassing ? 'warn' : 'error'](trouble, 'A regular task failed and is tried again');
        throw new Error('failed');
      }
    });
    watch.add(queue, () => boss.notifyWorker(workerId));
  };
}
