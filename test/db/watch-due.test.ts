// The question of each second over a connection that goes silent. The database is scripted: a real one answers or closes.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PrismaClient } from '../../src/db/client.ts';
import { watchDue } from '../../src/db/watch-due.ts';
import { quietLog } from '../helpers/quiet-log.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** `answers`: one for each question; what is not there is never answered. */
function scripted(answers: readonly (readonly { name: string }[] | undefined)[]) {
  let asked = 0;
  const prisma = {
    $queryRaw: () => {
      const answer = answers[asked];
      asked += 1;
      return answer === undefined ? new Promise(() => {}) : Promise.resolve(answer);
    },
  } as unknown as PrismaClient;
  const watch = watchDue(prisma, quietLog);
  let woken = 0;
  watch.add('timers', () => {
    woken += 1;
  });
  return { watch, asked: () => asked, woken: () => woken };
}

test('a question without an answer holds up the next one for three seconds, no longer', async () => {
  const { watch, woken } = scripted([undefined, [{ name: 'timers' }]]);
  await vi.advanceTimersByTimeAsync(1_000 + 3_000 + 999);
  expect(woken()).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(woken()).toBe(1);
  expect(watch.isHealthy()).toBe(true);
  watch.stop();
});

test('after three of them no further is asked, for each holds a connection, and it is not healthy', async () => {
  const { watch, asked } = scripted([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked()).toBe(3);
  expect(watch.isHealthy()).toBe(false);
  watch.stop();
});
