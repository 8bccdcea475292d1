// How Prisma's schema engine runs a migration on a PostgreSQL server. Its adapter cuts a script at every semicolon, also within a
// comment or the body of a function: here the server, which knows its own language, gets the script as it is.

import { PrismaPg } from '@prisma/adapter-pg';
import { DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** `pool`: with one connection. */
export function adapterForScripts(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      adapter.executeScript = (script) => runScript(pool, script);
      return adapter;
    },
  };
}

async function runScript(pool: pg.Pool, script: string): Promise<void> {
  try {
    await pool.query(script);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const { code = '', message, severity = 'ERROR', detail, column, hint } = error;
    throw new DriverAdapterError({ kind: 'postgres', code, message, severity, detail, column, hint });
  }
}
