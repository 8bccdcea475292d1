// What pg-boss does by itself, the same on both engines.

import type pg from 'pg';
import type { TestClock } from 'pg-boss';
import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { Log } from '../core/log.ts';
import { passingTrouble, troubleOf } from './passing-trouble.ts';

/** A PgBoss that has not been started, with its troubles going to `log`. */
export function createBoss(
  engine: Pick<ConstructorOptions, 'db' | 'backend' | 'connectionString' | 'max' | 'application_name'> &
    Pick<pg.PoolConfig, 'Client'>,
  options: { testClock: TestClock | undefined; log: Log },
): PgBoss {
  const { testClock, log } = options;
  const boss = new PgBoss({
    ...engine,
    // What a killed process held is found within this and put back.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    // How often jobs past their keeping are deleted.
    maintenanceIntervalSeconds: 60 * 60,
    // Reminders of weeks lie in the queue; the warning would come every five seconds.
    warningQueueSize: 100_000,
    // Unused parts of pg-boss: job dependencies, the list of instances, tracing.
    flowIntervalSeconds: 60 * 60,
    registerInstance: false,
    openTelemetry: { enabled: false },
    // The embedded engine has no autovacuum to watch; open-embedded.ts does its work.
    monitorVacuum: engine.backend !== 'pglite',
    reindex: engine.backend !== 'pglite',
    // Who moves the clock does not want to wait half a minute for what comes round regularly.
    ...(testClock ? { clock: testClock, cronMonitorIntervalSeconds: 1, cronWorkerIntervalSeconds: 1 } : {}),
  });
  boss.on('error', reportTo(log));
  boss.on('warning', ({ message }) => log.warn({ reason: message }, 'The queue reports a warning'));
  return boss;
}

// Every worker that fails to look says the same, again and again.
const quietMs = 10_000;

/** While the database is away a line now and then is enough. */
function reportTo(log: Log): (error: Error) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    const trouble = troubleOf(error);
    if (passingTrouble(error) === undefined) {
      log.error(trouble, 'The queue reports an error');
      return;
    }
    const now = performance.now();
    if (now - saidAt < quietMs) return;
    saidAt = now;
    log.warn(trouble, 'The queue does not reach the database and goes on trying');
  };
}
