// How each queue behaves in pg-boss. Settings are the queue's, taken over by each job put into it.

import type { PgBoss, Queue as QueueSettings } from 'pg-boss';

/** `menus`: whose menu is to be looked at; all that a job says is its key, the chat. */
export type QueueName = 'inbox' | 'outbox' | 'timers' | 'menus';

const day = 24 * 60 * 60;

const common = {
  // Who puts a job wakes a worker (queue.ts), in its own process: NOTIFY would wake all of them, in all processes.
  notify: false,
  // A job that failed for good would hold back everything behind it for its key, and pg-boss would
  // never touch it again. So there is no "for good" here: handlers give up by answering 'completed'.
  retryLimit: 1_000_000,
  retryBackoff: true,
  retryDelay: 1,
  // pg-boss deletes what nobody took for this long after it was due, without a word. Ten years: a
  // server that was switched off, or whose clock is moved by a test, has to find its jobs again.
  retentionSeconds: 3650 * day,
  // An id is remembered as long as its job: LINE does not say for how long it may deliver again.
  deleteAfterSeconds: 7 * day,
} satisfies Omit<QueueSettings, 'name'>;

// `expireInSeconds` is how long a killed process keeps what it held, and how long a handler may take.
type Settings = Omit<QueueSettings, 'name'> & { expireInSeconds: number };

const settings: Record<QueueName, Settings> = {
  inbox: { ...common, policy: 'key_strict_fifo', expireInSeconds: 20, retryDelayMax: 10 },
  outbox: { ...common, policy: 'key_strict_fifo', expireInSeconds: 30, retryDelayMax: 60 },
  timers: { ...common, policy: 'standard', expireInSeconds: 30, retryDelayMax: 60 },
  menus: { ...common, policy: 'key_strict_fifo', expireInSeconds: 30, retryDelayMax: 60 },
};

/** How often a worker looks that nobody wakes (queue.ts, watch-due.ts). By the process's own clock. */
export const lookEverySeconds = 30;

/** How long a batch may be in hand before its jobs are another's. */
export const secondsInHand = (name: QueueName): number => settings[name].expireInSeconds;

export const queueNames: readonly QueueName[] = ['inbox', 'outbox', 'timers', 'menus'];

/** Creates the queues, or brings their settings up to date. One process at a time (src/db/migrate.ts). */
export async function declareQueues(boss: PgBoss): Promise<void> {
  const existing = new Map((await boss.getQueues([...queueNames])).map((queue) => [queue.name, queue]));
  for (const name of queueNames) {
    const wanted = settings[name];
    const found = existing.get(name);
    if (found === undefined) {
      await boss.createQueue(name, wanted);
    } else if (differs(wanted, found)) {
      const { policy: _fixedForGood, ...changeable } = wanted;
      await boss.updateQueue(name, changeable);
    }
  }
}

function differs(wanted: Omit<QueueSettings, 'name'>, found: QueueSettings): boolean {
  const known = new Map<string, unknown>(Object.entries(found));
  return Object.entries(wanted).some(([option, value]) => known.get(option) !== value);
}
