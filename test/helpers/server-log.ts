// The log of a server while it is written: to be read, and to be waited for.

export type ServerLog = {
  /** All that it wrote so far, stdout and stderr. */
  log(): string;
  /** Resolves with the first match in the log; rejects, showing the log, when the server ends without it. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
};

/** `ended` resolves when nothing more is written. */
export function listenTo(
  ended: Promise<unknown>,
): ServerLog & { heard(chunk: { toString(): string }): void } {
  let log = '';
  const waiting = new Set<() => void>();
  return {
    log: () => log,
    heard(chunk) {
      log += chunk.toString();
      for (const look of [...waiting]) look();
    },
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(log);
          if (match === null) return;
          waiting.delete(look);
          resolve(match);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`The server ended without saying ${pattern}:\n${log}`)));
      }),
  };
}
