// A connection on which PostgreSQL plans once what is asked again and again. Planned anew each time, the queue's statements
// cost the server more in planning than in running.

import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * From so-manyth time on a statement has a name. A plan is kept until the table is analysed anew, and one made for a table
 * that has just begun to fill is a bad one for what it becomes: so early statements are planned each time.
 */
const namedFrom = 200;
/** A named statement costs memory in each session of the server's. Beyond so many different ones the next stay without. */
const namedAtMost = 150;
/** Texts that are made anew each time would fill the memory: beyond so many all begin to count anew. */
const countedAtMost = 1_000;

/** The same text has the same name on each connection; undefined: it was not asked often enough. */
type NameOf = (text: string) => string | undefined;

function createNames(): NameOf {
  /** How often each text was asked, while it has no name. */
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= namedAtMost) return known;
    const count = (uses.get(text) ?? 0) + 1;
    if (count < namedFrom) {
      if (uses.size >= countedAtMost) uses.clear();
      uses.set(text, count);
      return undefined;
    }
    uses.delete(text);
    const name = `m_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
    names.set(text, name);
    return name;
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
function named(config: unknown, values: unknown, nameOf: NameOf): unknown {
  const asked = typeof config === 'string' && Array.isArray(values) ? { text: config, values } : config;
  if (typeof asked !== 'object' || asked === null || !isUnnamed(asked)) return config;
  const name = nameOf(asked.text);
  return name === undefined ? config : { ...asked, name };
}

/**
 * What the server says to a name it cannot serve: the table has changed since, or a pooler has put another session behind
 * the connection. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const refusesNames = new Set(['0A000', '26000', '42P05']);

type Query = (config: unknown, values?: unknown, callback?: unknown) => unknown;

/** For a pool's option `Client`: its connections count together. */
export function preparedClients(): typeof pg.Client {
  const nameOf = createNames();
  return class PreparedClient extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      let isPlain = false;
      // What failed is tried again by whoever asked: from now on as it was without names.
      this.connection.on('errorMessage', ({ code }: { code?: string }) => {
        if (code !== undefined && refusesNames.has(code)) isPlain = true;
      });
      // The declared type is a list of overloads, which no function of ours has.
      const ask = this.query.bind(this) as Query;
      const query: Query = (config, values, callback) => {
        const asked = isPlain ? config : named(config, values, nameOf);
        return asked === config ? ask(config, values, callback) : ask(asked, callback);
      };
      this.query = query as pg.Client['query'];
    }
  };
}
