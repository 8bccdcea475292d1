// How this release's queue lays out its tables.
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { z } from 'zod';

const packageOfQueue = z.object({ pgboss: z.object({ schema: z.number() }) });

/** pg-boss tells it in its package only; `pgboss.version` holds it once a database has been started with it. */
export const queueVersion: number = packageOfQueue.parse(
  JSON.parse(readFileSync(findPackageJSON('pg-boss', import.meta.url) ?? '', 'utf8')),
).pgboss.schema;
