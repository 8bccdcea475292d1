// The embedded engine runs in the process's only thread. When it does not come back from a statement, nothing does: no
// request, no signal, no timer. A second thread watches it and ends the process then, for its supervisor to start anew.

import { Worker } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';

/** Longer than anything that an engine in good health is busy with. */
const patienceSeconds = 60;
const askEveryMs = 5_000;

/** What the thread is given. `beats` counts the answers of the engine. */
export type Watch = { beats: Int32Array<SharedArrayBuffer>; patienceSeconds: number };

/** Begins to watch; the answer ends it. A process that is stopped and continued (SIGSTOP) is not taken for one that hangs. */
export function watchEngine(pglite: PGlite, patience = patienceSeconds): () => Promise<void> {
  const watch: Watch = { beats: new Int32Array(new SharedArrayBuffer(4)), patienceSeconds: patience };
  const thread = new Worker(new URL('./watch-thread.ts', import.meta.url), {
    workerData: watch,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  });
  thread.unref();
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      await pglite.query('SELECT 1');
      Atomics.add(watch.beats, 0, 1);
    } catch {
      // No beat: an engine that is broken for good is as silent as one that hangs.
    } finally {
      isAsking = false;
    }
  };
  const timer = setInterval(() => void ask(), Math.min(askEveryMs, patience * 250));
  timer.unref();
  return async () => {
    clearInterval(timer);
    await thread.terminate();
  };
}
