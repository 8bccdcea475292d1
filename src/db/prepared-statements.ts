// A connection on which PostgreSQL plans once what is asked again and again. Planned anew each time, the queue's statements
// cost the server more in planning than in running.

import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * A statement is prepared at its 200th use. A plan is kept until its table is analysed again, and one made while the table is
 * nearly empty is bad later: so early uses are planned each time.
 */
const preparedFrom = 200;
/** A prepared statement costs memory in each session on the server. Beyond so many different ones the next are planned each time. */
const preparedAtMost = 150;
/** Texts that are made anew each time would fill the memory: beyond so many all begin to count anew. */
const countedAtMost = 1_000;

type Names = {
  /** The same text has the same name on each connection; undefined: it was not asked often enough. */
  of(text: string): string | undefined;
  /** What the server has answered to a prepared statement, by its SQLSTATE. */
  refused(code: string | undefined): void;
};

/** Behind a pooler that gives each transaction another session: what has a name here has none there, or has one already. */
const sessionIsShared: ReadonlySet<string | undefined> = new Set(['26000', '42P05']);
/** A table has changed since the statement was planned. */
const planIsOutdated = '0A000';
/** Each makes all statements be planned anew on each connection. More changes of tables while a process runs there are not. */
const renewedAtMost = 20;

function createNames(): Names {
  /** How often each text was asked, while it has no name. */
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  let renewed = 0;
  let isOff = false;
  return {
    of(text) {
      if (isOff) return undefined;
      const known = names.get(text);
      if (known !== undefined) return `${known}_${renewed}`;
      if (names.size >= preparedAtMost) return undefined;
      const count = (uses.get(text) ?? 0) + 1;
      if (count < preparedFrom) {
        if (uses.size >= countedAtMost) uses.clear();
        uses.set(text, count);
        return undefined;
      }
      uses.delete(text);
      const name = `m_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
      names.set(text, name);
      return `${name}_${renewed}`;
    },
    refused(code) {
      if (sessionIsShared.has(code)) isOff = true;
      if (code !== planIsOutdated) return;
      renewed += 1;
      if (renewed > renewedAtMost) isOff = true;
    },
  };
}

type Config = { text: string; values: readonly unknown[]; name?: string };

/** One statement that is planned. Several in one text cannot have a name. */
const isPlanned = (text: string) =>
  /^\s*(?:WITH|SELECT|INSERT|UPDATE|DELETE)\s/.test(text) && !text.includes(';');

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
        return asked === config ? ask(config, values, callback) : ask(asked, callback);
      };
      this.query = query as pg.Client['query'];
    }
  };
}
