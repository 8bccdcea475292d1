// A worker that is reserved for what is handed to it does not look by itself.
import { expect, test } from 'vitest';
import { completed, rest, row, scripted, withRealClockAfter } from './scripted-queue.ts';

withRealClockAfter();

test('a worker that is reserved does not look, and looks after what it was handed when it was asked meanwhile', async () => {
  const { seen, start } = scripted([[]]);
  const worker = start();
  await rest();
  const reserved = worker.reserve();
  expect(worker.isIdle()).toBe(false);
  expect(worker.reserve()).toBeUndefined();
  worker.wake();
  await rest();
  expect(seen.looks).toBe(1);
  reserved?.take([row('1')]);
  await rest();
  expect(seen.completed).toEqual([{ id: '1', retryCount: 0 }]);
  expect(seen.looks).toBe(2);
  expect(worker.isIdle()).toBe(true);
  await worker.stop(1000);
});

test('a worker that is handed nothing in the end looks, and can be reserved again', async () => {
  const { seen, start } = scripted([[], [row('1')]]);
  const worker = start();
  await rest();
  worker.reserve()?.leave();
  await rest();
  expect(seen.completed).toEqual([{ id: '1', retryCount: 0 }]);
  expect(worker.reserve()).toBeDefined();
});

test('a worker is not reserved while it has something in hand, or when its last look failed', async () => {
  const held = Promise.withResolvers<void>();
  const busy = scripted([[row('1')]], async (jobs) => {
    await held.promise;
    return completed(jobs);
  });
  const worker = busy.start();
  await rest();
  expect(worker.reserve()).toBeUndefined();
  held.resolve();
  await worker.stop(1000);
  const unwell = scripted([new Error('away')]).start();
  await rest();
  expect(unwell.reserve()).toBeUndefined();
  await unwell.stop(1000);
});
