// Ends the process in order: the first signal lets it finish what is in hand, the second one does not wait.

/** Docker kills after 10 s, systemd and compose later (deploy/, compose.yaml). */
export const stopWithinMs = 9_500;

/**
 * `close` is called once. The process ends with 0 when it is through, and with 1 when it rejects or is not through in
 * time, such as with a database server that does not answer; `onError` then hears why.
 */
export function stopOnSignal(
  close: () => Promise<void>,
  onError: (error: unknown) => void,
  withinMs: number = stopWithinMs,
): void {
  let stopping = false;
  const fail = (error: unknown) => {
    onError(error);
    process.exit(1);
  };
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => fail(new StopTimeoutError(`Not through after ${withinMs} ms`)), withinMs);
    close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

class StopTimeoutError extends Error {
  override name = 'StopTimeoutError';
}
