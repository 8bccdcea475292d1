// PGlite asks its engine six times for each statement, reads and plans it anew each time, and copies all its parsers to read
// the answer: that costs more than the statement. Here one is asked once, and a frequent one is planned once.

import {
  messages,
  type PGlite,
  parse,
  protocol,
  type QueryOptions,
  type Results,
} from '@electric-sql/pglite';
import { createNames, isPlanned, type Names } from './statement-names.ts';

type Parsers = PGlite['parsers'];
type AskedParsers = NonNullable<QueryOptions['parsers']>;

/** What is known of a text: which types its values have. */
type Types = readonly number[];

/** Texts that are made anew each time would fill the memory. */
const knownAtMost = 1_000;
/** After these a text may mean something else. */
const changesTables = /\b(?:ALTER|CREATE|DROP)\b/i;

type Engine = {
  pglite: PGlite;
  names: Names;
  /** The texts that the session has under their names. */
  prepared: Map<string, { name: string; types: Types }>;
  known: Map<string, Types>;
  /** The engine's own parsers with those that are asked for, by the latter. */
  merged: WeakMap<AskedParsers, Parsers>;
};

const done = new WeakSet<PGlite>();

/** Changes `pglite`, once. What it is asked otherwise goes the way it went. */
export function makeQuick(pglite: PGlite, names: Names = createNames()): void {
  if (done.has(pglite)) return;
  done.add(pglite);
  const engine: Engine = {
    pglite,
    names,
    prepared: new Map(),
    known: new Map(),
    merged: new WeakMap(),
  };
  const { query, exec, transaction } = bound(pglite);
  const alone = <T>(step: () => Promise<T>) => pglite._runExclusiveTransaction(step);
  pglite.query = async <T>(text: string, values?: unknown[], options?: QueryOptions) => {
    if (!isQuick(text, options)) return query<T>(text, values, options);
    await pglite._checkReady();
    return alone(() => askQuick<T>(engine, text, values, options));
  };
  pglite.exec = async (text, options) => {
    if (changesTables.test(text)) engine.known.clear();
    if (!isQuick(text, options)) return exec(text, options);
    await pglite._checkReady();
    return [await alone(() => askQuick(engine, text, [], options))];
  };
  pglite.transaction = (work) =>
    transaction((tx) => {
      const slow = tx.query;
      tx.query = async <T>(text: string, values?: unknown[], options?: QueryOptions) =>
        // One that is closed says so.
        tx.closed || !isQuick(text, options)
          ? slow<T>(text, values, options)
          : askQuick<T>(engine, text, values, options);
      return work(tx);
    });
}

const bound = (pglite: PGlite) => ({
  query: pglite.query.bind(pglite),
  exec: pglite.exec.bind(pglite),
  transaction: pglite.transaction.bind(pglite),
});

const isQuick = (text: string, options: QueryOptions = {}) =>
  isPlanned(text) && Object.keys(options).every((name) => name === 'rowMode' || name === 'parsers');

/** Whoever calls has the transaction, or knows that there is none. */
async function askQuick<T>(
  engine: Engine,
  text: string,
  values: readonly unknown[] = [],
  options: QueryOptions = {},
): Promise<Results<T>> {
  const { pglite, names } = engine;
  return pglite._runExclusiveQuery(async () => {
    try {
      const answer = await sendAtOnce(engine, await question(engine, text, values));
      if (!pglite.isInTransaction()) await pglite.syncToFs();
      const { rowMode, parsers } = options;
      const [result] = parse.parseResults(answer, parsersFor(engine, parsers), rowMode ? { rowMode } : {});
      // What its rows look like is known to whoever asks.
      return result as Results<T>;
    } catch (error) {
      if (error instanceof messages.DatabaseError) {
        names.refused(error.code);
        Object.assign(error, { query: text, params: values, queryOptions: options });
      }
      throw error;
    }
  });
}

/** Only what is asked for the first time, or for the first time by its name, is asked about before. */
async function question(engine: Engine, text: string, values: readonly unknown[]): Promise<Uint8Array[]> {
  const { names, prepared, known } = engine;
  const name = names.of(text);
  if (name === undefined) {
    const types = known.get(text) ?? (await typesOf(engine, text));
    if (known.size >= knownAtMost) known.clear();
    known.set(text, types);
    return [protocol.serialize.parse({ text }), ...bindAndRun(engine, types, values)];
  }
  let statement = prepared.get(text);
  if (statement?.name !== name) {
    statement = { name, types: await typesOf(engine, text, name) };
    prepared.set(text, statement);
  }
  return bindAndRun(engine, statement.types, values, name);
}

async function typesOf(engine: Engine, text: string, name = ''): Promise<Types> {
  const { serialize } = protocol;
  const answer = await sendAtOnce(engine, [
    serialize.parse({ text, name }),
    serialize.describe({ type: 'S', name }),
  ]);
  return parse.parseDescribeStatementResults(answer);
}

function bindAndRun(
  { pglite }: Engine,
  types: Types,
  values: readonly unknown[],
  statement = '',
): Uint8Array[] {
  const { serialize } = protocol;
  const texts = values.map((value, at) => {
    if (value === null || value === undefined) return null;
    return pglite.serializers[types[at] ?? 0]?.(value) ?? String(value);
  });
  return [
    serialize.bind({ statement, values: texts }),
    serialize.describe({ type: 'P' }),
    serialize.execute({}),
  ];
}

/** In one go, whatever becomes of it. */
const sendAtOnce = ({ pglite }: Engine, parts: readonly Uint8Array[]) =>
  pglite.execProtocolStream(Buffer.concat([...parts, protocol.serialize.sync()]), { syncToFs: false });

function parsersFor({ pglite, merged }: Engine, asked: AskedParsers | undefined): Parsers {
  if (asked === undefined) return pglite.parsers;
  const known = merged.get(asked) ?? { ...pglite.parsers, ...asked };
  merged.set(asked, known);
  return known;
}
