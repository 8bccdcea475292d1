// A connection on which PostgreSQL plans once what is asked again and again. Planned anew each time, the queue's statements
// cost the server more in planning than in running. And a COMMIT on it that rolls back is an error.

import pg from 'pg';
import { z } from 'zod';
import { createNames, isPlanned, type Names } from './statement-names.ts';

type Config = { text: string; values: readonly unknown[]; name?: string };

const isUnnamed = (config: object): config is Config =>
  'text' in config &&
  typeof config.text === 'string' &&
  isPlanned(config.text) &&
  'values' in config &&
  Array.isArray(config.values) &&
  !('name' in config && config.name !== undefined);

/** The statement with its name; as it was where it has none. */
function named(config: unknown, values: unknown, names: Names): unknown {
  const asked = typeof config === 'string' && Array.isArray(values) ? { text: config, values } : config;
  if (typeof asked !== 'object' || asked === null || !isUnnamed(asked)) return config;
  const name = names.of(asked.text);
  return name === undefined ? config : { ...asked, name };
}

/** What the server says to the COMMIT of a transaction in which a statement has failed, unlike PGlite without an error. */
const isRolledBack = z.object({ command: z.literal('ROLLBACK') });

/** Otherwise what was rolled back would count as done, and its messages would go out. */
function refuseRollback(answer: unknown): unknown {
  if (!isRolledBack.safeParse(answer).success) return answer;
  const error = new Error('The transaction was rolled back: a statement in it had failed');
  throw Object.assign(error, { code: '25P02', severity: 'ERROR' });
}

const isCommit = (config: unknown): boolean =>
  typeof config === 'object' && config !== null && 'text' in config && config.text === 'COMMIT';

type Query = (config: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * For a pool's option `Client`: its connections count together. A statement whose name the server refuses fails once and is
 * asked again by whoever asked; no connection of the pool uses that name then.
 */
export function clientWithPreparedStatements(): typeof pg.Client {
  const names = createNames();
  return class Client extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      this.connection.on('errorMessage', ({ code }: { code?: string }) => names.refused(code));
      // The declared type is a list of overloads, which no function of ours has.
      const ask = this.query.bind(this) as Query;
      const query: Query = (config, values, callback) => {
        const asked = named(config, values, names);
        const answer = asked === config ? ask(config, values, callback) : ask(asked, callback);
        return isCommit(config) && answer instanceof Promise ? answer.then(refuseRollback) : answer;
      };
      this.query = query as pg.Client['query'];
    }
  };
}
