import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../helpers/database.ts';

test('a backlog of one chat on the embedded engine leaves the process free to read requests', async () => {
  const database = await openTestDatabase({ engine: 'embedded' });
  const count = 60;
  const { promise: all, resolve } = Promise.withResolvers<void>();
  let done = 0;
  database.queue.work('inbox', { batchSize: 50 }, async (jobs) => {
    await database.prisma.$transaction(async (tx) => {
      await tx.person.count();
      await database.queue.finish('inbox', jobs, tx);
    });
    done += jobs.length;
    if (done === count) resolve();
    return jobs.map(({ id }) => ({ id, status: 'completed' }));
  });
  // Every turn of the event loop could read a request; `seen` is how many jobs were done at each.
  const seen = new Set<number>();
  const look = () => {
    seen.add(done);
    if (done < count) setImmediate(look);
  };
  await database.queue.put(
    'inbox',
    Array.from({ length: count }, () => ({ id: uuidv7(), key: 'U1', data: null })),
  );
  look();
  await all;
  await database.close();
  expect(seen.size).toBeGreaterThan(count * 0.9);
});
