// What an engine has to bring. Everything else in this folder is the same for both.

import type { PgBoss } from 'pg-boss';
import type { PrismaClient } from './client.ts';

export type Engine = {
  prisma: PrismaClient;
  /** Started, with its queues. */
  boss: PgBoss;
  /** Closes the connections. The queue has stopped by then. */
  close(): Promise<void>;
};
