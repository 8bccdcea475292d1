// What a finished job carried is not needed any more, only its id, against repeats. So the database itself
// empties a job in the very statement that completes it, whoever completes it.

import type { PgBoss } from 'pg-boss';
import type { QueueName } from './queue-settings.ts';

/** A job of `menus` carries nothing that could be forgotten. */
const names: Record<Exclude<QueueName, 'menus'>, string> = {
  inbox: `'inbox'`,
  outbox: `'outbox'`,
  timers: `'timers'`,
};
const ours = Object.values(names).join(', ');

/** Installs the rule unless it is there. `boss` has been started; one process at a time (src/db/migrate.ts). */
export async function forgetDone(boss: PgBoss): Promise<void> {
  const db = boss.getDb();
  // Asked first: making a trigger would wait for everybody who writes to the queue, at every start.
  const { rows } = await db.executeSql(
    `SELECT 1 FROM pg_trigger WHERE tgrelid = 'pgboss.job'::regclass AND tgname = 'forget_done'`,
  );
  if (rows.length > 0) return;
  await db.executeSql(`
    CREATE OR REPLACE FUNCTION pgboss.forget_done() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN NEW.data = NULL; RETURN NEW; END';
    CREATE TRIGGER forget_done BEFORE UPDATE OF state ON pgboss.job
      FOR EACH ROW WHEN (NEW.state = 'completed' AND NEW.name IN (${ours}))
      EXECUTE FUNCTION pgboss.forget_done();
    UPDATE pgboss.job SET data = NULL
      WHERE state = 'completed' AND data IS NOT NULL AND name IN (${ours});
  `);
}
