// Makes each migration one transaction, together with the row that says it is done. Prisma's engine writes that row before and
// after the script, and its adapter for a server sends a script piece by piece: a process that was ended in between
// left half a migration, or a whole one that counted as failed, and no later start got past it.
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/** The engine has written the row of the migration in hand, and sets this column once more afterwards. */
const markDone = `
;UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`;

/** For adapters with one connection. `scripts`: the SQL of the migrations; what else the engine runs, it runs as before. */
export function wholeScripts(
  adapters: SqlMigrationAwareDriverAdapterFactory,
  scripts: ReadonlySet<string>,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: adapters.provider,
    adapterName: adapters.adapterName,
    connectToShadowDb: () => adapters.connectToShadowDb(),
    async connect() {
      const adapter = await adapters.connect();
      const run = adapter.executeScript.bind(adapter);
      // The adapter for a server cuts a script at every semicolon, within a function or a comment too. One statement without
      // values it sends as it is, and the server takes it apart.
      const whole = (sql: string) => adapter.executeRaw({ sql, args: [], argTypes: [] });
      const runAll = adapters.adapterName === '@prisma/adapter-pg' ? whole : run;
      adapter.executeScript = (script) => (scripts.has(script) ? runWhole(runAll, script) : run(script));
      return adapter;
    },
  };
}

async function runWhole(run: (script: string) => Promise<unknown>, script: string): Promise<void> {
  try {
    await run(`BEGIN;${script}${markDone};COMMIT`);
  } catch (error) {
    // A broken connection cannot roll back, and its transaction is gone by itself: the first error counts.
    await run('ROLLBACK').catch(() => {});
    throw error;
  }
}
