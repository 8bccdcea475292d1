// Ends the process in order: the first signal lets it finish what is in hand, the second one does not wait.

/** `close` is called once. */
export function stopOnSignal(close: () => Promise<void>, onError: (error: unknown) => void): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        onError(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
