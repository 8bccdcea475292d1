// The thread of watch-engine.ts: ends the process, from outside of the thread that hangs, when the engine has been silent.

import { writeSync } from 'node:fs';
import { setInterval } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import type { Watch } from './watch-engine.ts';

const { beats, patienceSeconds }: Watch = workerData;
const fatal = 60;

let heard = Atomics.load(beats, 0);
let silentSeconds = 0;
for await (const _ of setInterval(1_000)) {
  const now = Atomics.load(beats, 0);
  silentSeconds = now === heard ? silentSeconds + 1 : 0;
  heard = now;
  if (silentSeconds >= patienceSeconds) {
    const msg = `The embedded database has not answered for ${silentSeconds} s: the process ends, and whoever looks after it starts it again. Is the disk full?`;
    // Past the log, which belongs to the thread that hangs.
    writeSync(1, `${JSON.stringify({ level: fatal, time: Date.now(), pid: process.pid, msg })}\n`);
    process.kill(process.pid, 'SIGKILL');
  }
}
