// PGlite answers in microtasks, so whoever asks it again and again never lets go of the process: requests
// stay unread until the queue is empty, and each is then handled alone. So the queue's statements and the
// product's transactions first let the process read what has come in. Webhooks that came together are then
// kept together, and their turns become one batch.

import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type { fromPglite } from 'pg-boss';

/** `guard` is called before each statement and may refuse it. */
export function politeQueue(
  db: ReturnType<typeof fromPglite>,
  guard: () => void = () => {},
): ReturnType<typeof fromPglite> {
  return {
    ...db,
    async executeSql(text, values) {
      await letOthersIn();
      guard();
      return db.executeSql(text, values);
    },
  };
}

/** Changes `adapter`. Statements inside a transaction do not wait: it holds the only connection. `guard` as above. */
export function makePolite(adapter: SqlDriverAdapter, guard: () => void = () => {}): void {
  const start = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (isolationLevel) => {
    await letOthersIn();
    guard();
    return start(isolationLevel);
  };
}
