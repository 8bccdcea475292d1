// A database as a backup sees it: statements on one connection, the same for both engines. The product's
// own door (src/db/open.ts) would start the queue and bring the tables up to date; a backup changes nothing.

import type { Migration } from '../read-migrations.ts';

export type Session = {
  /** One statement. Rows come as objects; ask for text, numbers and booleans only. */
  ask(sql: string, values?: readonly unknown[]): Promise<unknown[]>;
};

export type Place = {
  engine: 'postgres' | 'embedded';
  /** For sentences: where it is, without user and password. */
  name: string;
  session: Session;
  /** Runs `step` while no server can start there. Rejects after a minute of waiting for somebody else. */
  alone<T>(step: () => Promise<T>): Promise<T>;
  /** How many connections of running servers there are. Those of an embedded one were refused at its door. */
  usedBy(): Promise<number>;
  /** Applies what is missing of these, and brings the queue's schema into being. To be used `alone`. */
  migrate(migrations: readonly Migration[]): Promise<void>;
  /** Closes the connection and gives a directory back. */
  close(): Promise<void>;
};

/** Values as text must look the same on every engine and at every place; a long backup must not be cut off. */
export const sessionSettings = [
  `SET TimeZone = 'UTC'`,
  `SET DateStyle = 'ISO, YMD'`,
  `SET IntervalStyle = 'postgres'`,
  `SET bytea_output = 'hex'`,
  'SET extra_float_digits = 1',
  'SET statement_timeout = 0',
  'SET idle_in_transaction_session_timeout = 0',
  `SET lock_timeout = '10s'`,
];

/** Runs `step` in a transaction that sees one moment and writes nothing: a server may go on meanwhile. */
export const inSnapshot = <T>({ session }: Place, step: () => Promise<T>): Promise<T> =>
  inTransaction(session, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', step);

/** All of `step` or nothing. */
export async function inTransaction<T>(session: Session, begin: string, step: () => Promise<T>): Promise<T> {
  await session.ask(begin);
  try {
    const answer = await step();
    await session.ask('COMMIT');
    return answer;
  } catch (error) {
    // A broken connection cannot roll back, and its transaction is gone by itself: the first error counts.
    await session.ask('ROLLBACK').catch(() => {});
    throw error;
  }
}
