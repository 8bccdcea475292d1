// What pg-boss does by itself, the same on both engines.

import type { TestClock } from 'pg-boss';
import { type ConstructorOptions, PgBoss } from 'pg-boss';
import { type Log, traceOf } from '../log.ts';

/** A PgBoss that has not been started, with its troubles going to `log`. */
export function createBoss(
  engine: Pick<ConstructorOptions, 'db' | 'backend' | 'connectionString' | 'max' | 'application_name'>,
  options: { testClock: TestClock | undefined; log: Log },
): PgBoss {
  const { testClock, log } = options;
  const boss = new PgBoss({
    ...engine,
    useListenNotify: true,
    // What a killed process held is found within this and put back.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
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
  boss.on('error', (error) => log.error({ ...traceOf(error) }, 'The queue reports an error'));
  boss.on('warning', ({ message }) => log.warn({ reason: message }, 'The queue reports a warning'));
  return boss;
}
