// The frequent statements of a transaction go to its connection without Prisma's client, whose way for each (a plan, a trace,
// two more copies of the rows) costs the process more than the statement. The transaction is still Prisma's, and so is its end.

import { AsyncLocalStorage } from 'node:async_hooks';
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import type { Prisma, PrismaClient, Tx } from './client.ts';

type Opening = { transaction?: Transaction };

/** Which `$transaction` the adapter is opening one for: Prisma hands out a client of it, and not the transaction itself. */
const openings = new AsyncLocalStorage<Opening>();
const transactions = new WeakMap<Tx, Transaction>();

/** As Prisma's `$transaction`; `askStraight` goes to the connection in it. */
export function openTransaction<T>(prisma: PrismaClient, work: (tx: Tx) => Promise<T>): Promise<T> {
  const opening: Opening = {};
  return openings.run(opening, () =>
    prisma.$transaction((tx) => {
      if (opening.transaction) transactions.set(tx, opening.transaction);
      return work(tx);
    }),
  );
}

/** What a statement answers, in rows: times are Dates, JSON is parsed. In a transaction opened elsewhere it goes through Prisma. */
export async function askStraight(
  tx: Tx,
  { text, values }: Pick<Prisma.Sql, 'text' | 'values'>,
): Promise<Record<string, unknown>[]> {
  const transaction = transactions.get(tx);
  if (transaction === undefined) return tx.$queryRawUnsafe(text, ...values);
  const args = values.map((value) => (value instanceof Date ? value.toISOString() : value));
  const argTypes = args.map((arg) => ({
    scalarType: 'unknown' as const,
    arity: Array.isArray(arg) ? ('list' as const) : ('scalar' as const),
  }));
  const { columnNames, columnTypes, rows } = await transaction.queryRaw({ sql: text, args, argTypes });
  return rows.map((row) => {
    const fields: Record<string, unknown> = {};
    for (const [index, name] of columnNames.entries()) fields[name] = read(row[index], columnTypes[index]);
    return fields;
  });
}

/** The adapters leave to Prisma's client what JSON and times say. */
function read(value: unknown, type: number | undefined): unknown {
  if (typeof value !== 'string') return value;
  if (type === ColumnTypeEnum.Json) return JSON.parse(value);
  return type === ColumnTypeEnum.DateTime ? new Date(value) : value;
}

/** Makes `openTransaction` hear of the transactions of this adapter. */
export function telling(adapters: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: adapters.provider,
    adapterName: adapters.adapterName,
    async connect() {
      const adapter = await adapters.connect();
      const start = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (isolationLevel) => {
        const transaction = untilItsEnd(await start(isolationLevel));
        const opening = openings.getStore();
        if (opening) opening.transaction ??= transaction;
        return transaction;
      };
      return adapter;
    },
  };
}

/**
 * Prisma ends a transaction that takes too long, and its connection is another's then: what is asked from the very statement on
 * that ends it is refused.
 */
function untilItsEnd(transaction: Transaction): Transaction {
  const refuse = () => {
    transaction.queryRaw = () =>
      Promise.reject(new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'It has ended' }));
  };
  const { executeRaw, commit, rollback } = transaction;
  return Object.assign(transaction, {
    executeRaw(query: SqlQuery) {
      if (query.sql === 'COMMIT' || query.sql === 'ROLLBACK') refuse();
      return executeRaw.call(transaction, query);
    },
    commit() {
      refuse();
      return commit.call(transaction);
    },
    rollback() {
      refuse();
      return rollback.call(transaction);
    },
  });
}
