// Waiting for something to happen, without sleeping: whoever changes the world tells, whoever waits looks again.

export type WaitOptions = {
  /** Real milliseconds; default 5000. */
  timeoutMs?: number | undefined;
  /** What is waited for, for the error's first line. */
  what?: string | undefined;
};

export type Changes = {
  /** Called after every change, once for a burst. Returns how to stop listening. */
  listen(listener: () => void): () => void;
  /** Something has changed: everyone who waits looks again, once for a burst of changes. */
  tell(): void;
  /** Resolves with what `look` finds; rejects with `WaitedTooLongError` (showing `tail()`) or with what `look` throws. */
  waitFor<T>(look: () => T | undefined | null | false, options: WaitOptions, tail: () => string): Promise<T>;
  /** Nobody shall wait any longer. */
  close(): void;
};

export class WaitedTooLongError extends Error {
  override name = 'WaitedTooLongError';
}

type Waiter = { look(): void; stop(reason: Error): void };
type Wait<T> = { look: () => T | undefined | null | false; options: WaitOptions; tail: () => string };

export function createChanges(): Changes {
  const waiters = new Set<Waiter>();
  let told = false;
  const listeners = new Set<() => void>();
  const lookAgain = () => {
    told = false;
    for (const waiter of [...waiters]) waiter.look();
    for (const listener of [...listeners]) listener();
  };
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell() {
      if (told || waiters.size + listeners.size === 0) return;
      told = true;
      setImmediate(lookAgain);
    },
    waitFor: (look, options, tail) => waitAmong(waiters, { look, options, tail }),
    close() {
      for (const waiter of [...waiters])
        waiter.stop(new Error('The simulator was closed while somebody waited.'));
    },
  };
}

function waitAmong<T>(waiters: Set<Waiter>, { look, options, tail }: Wait<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timeoutMs = options.timeoutMs ?? 5000;
    const end = () => {
      clearTimeout(timer);
      waiters.delete(waiter);
    };
    const waiter: Waiter = {
      look() {
        try {
          const found = look();
          if (found === undefined || found === null || found === false) return;
          end();
          resolve(found);
        } catch (error) {
          end();
          reject(error);
        }
      },
      stop(reason) {
        end();
        reject(reason);
      },
    };
    const timer = setTimeout(() => waiter.stop(tooLong(timeoutMs, options.what, tail())), timeoutMs);
    waiters.add(waiter);
    waiter.look();
  });
}

function tooLong(timeoutMs: number, what: string | undefined, tail: string): WaitedTooLongError {
  return new WaitedTooLongError(`Waited ${timeoutMs} ms for ${what ?? 'a change'}, in vain. Now:\n${tail}`);
}
