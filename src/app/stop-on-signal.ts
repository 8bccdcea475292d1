// Ends the process: in order at the first signal, without waiting at the second, at once when something was not caught.

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

/**
 * What nobody caught leaves the process in a state that nobody knows: a line says so, without the words of the error, and it
 * ends with 1 for its supervisor to start it again. Nothing is lost by that: what has to be done is in the database.
 */
export function endOnFault(say: (error: unknown) => void): void {
  // Rejections that nobody awaited come here too.
  process.on('uncaughtException', (error) => {
    say(error);
    process.exit(1);
  });
}
