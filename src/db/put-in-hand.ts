// Puts jobs into a worker's hand: as if they had been put, and fetched once the transaction is committed, in one statement. For each
// job that saves the queue a version of its row, and for each batch a look and a commit.

import { z } from 'zod';
import { askStraight } from './ask-straight.ts';
import { Prisma, type Tx } from './client.ts';
import type { QueueName } from './queue-settings.ts';
import type { Row } from './run-jobs.ts';
import type { Reserved, Worker } from './start-worker.ts';

/** As it lies in the queue. `sealed`: what it carries. */
export type SealedJob = { id: string; key: string; sealed: string };

/** For a worker, when the transaction has been committed; perhaps none. */
export type InHand = { name: QueueName; rows: Row[]; worker: Reserved };

/**
 * Of a queue of keys; what is due now. All others have to be put: those for which no worker sleeps, and what has to wait for
 * another job.
 */
export async function putInHand(
  tx: Tx,
  name: QueueName,
  jobs: readonly SealedJob[],
  workers: readonly Worker[],
): Promise<InHand[]> {
  const first = firstOfEachKey(jobs);
  const inHand: InHand[] = [];
  const reserved = reserve(workers, first.length);
  try {
    let rows: Row[] = [];
    const room = reserved.reduce((sum, worker) => sum + worker.room, 0);
    if (room > 0) rows = await insert(tx, name, first.slice(0, room));
    for (const worker of reserved) inHand.push({ name, rows: rows.splice(0, worker.room), worker });
  } catch (error) {
    for (const worker of reserved) worker.leave();
    throw error;
  }
  return inHand;
}

/** Those that sleep, as many as so many jobs need. */
function reserve(workers: readonly Worker[], jobs: number): Reserved[] {
  const reserved: Reserved[] = [];
  let left = jobs;
  for (const worker of workers) {
    const one = left > 0 ? worker.reserve() : undefined;
    if (one === undefined) continue;
    reserved.push(one);
    left -= one.room;
  }
  return reserved;
}

/** By their ids, which are their order in the queue. */
function firstOfEachKey(jobs: readonly SealedJob[]): SealedJob[] {
  const byKey = new Map<string, SealedJob>();
  for (const job of jobs) {
    const first = byKey.get(job.key);
    if (first === undefined || job.id < first.id) byKey.set(job.key, job);
  }
  return [...byKey.values()];
}

const inserted = z.array(z.object({ id: z.string(), startAfter: z.date() }));

/**
 * Left out is a job that has to wait: where another of its key is not done, also one that a transaction has put in hand or
 * fetched just now, for an index of the queue's allows one of a key to be in hand; and one whose id is there already. In the order
 * of the keys, so that two transactions never wait for each other.
 */
async function insert(tx: Tx, name: QueueName, jobs: readonly SealedJob[]): Promise<Row[]> {
  const answer = await askStraight(
    tx,
    Prisma.sql`
    INSERT INTO pgboss.job (id, name, data, singleton_key, state, start_after, created_on, started_on, heartbeat_on, keep_until,
      policy, expire_seconds, deletion_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max)
    SELECT j.id, q.name, jsonb_build_object('sealed', j.sealed), j.key, 'active', t.now, t.now, t.now, t.now,
      t.now + q.retention_seconds * interval '1s',
      q.policy, q.expire_seconds, q.deletion_seconds, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max
    FROM json_to_recordset(${JSON.stringify(jobs)}::text::json) AS j(id uuid, key text, sealed text),
      pgboss.queue q, (SELECT pgboss.job_now() AS now) t
    WHERE q.name = ${name}::text AND NOT EXISTS (SELECT 1 FROM pgboss.job w
      WHERE w.name = ${name}::text AND w.singleton_key = j.key AND w.state < 'active')
    AND NOT EXISTS (SELECT 1 FROM pgboss.job h
      WHERE h.name = ${name}::text AND h.singleton_key = j.key AND h.state IN ('active', 'retry', 'failed')
        AND h.policy = 'key_strict_fifo')
    ORDER BY j.key ON CONFLICT DO NOTHING RETURNING id, start_after AS "startAfter"`,
  );
  const data = new Map(jobs.map(({ id, key, sealed }) => [id, { singletonKey: key, data: { sealed } }]));
  return inserted.parse(answer).flatMap(({ id, startAfter }) => {
    const one = data.get(id);
    return one ? [{ id, startAfter, retryCount: 0, output: null, ...one }] : [];
  });
}
