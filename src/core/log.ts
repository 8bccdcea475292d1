// What the product says to the operator, in pino's shape; never values out of the database or a message.

export type Log = {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};

/**
 * What may be known of an error that anybody threw: its name, its code and where it came from. The
 * message is left out, for it may quote the data that caused it.
 */
export function traceOf(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = codeOf(error);
  return {
    error: error.name,
    ...(code === undefined ? {} : { code }),
    ...(frames.length === 0
      ? {}
      : {
          at: frames
            .slice(0, 5)
            .map((frame) => frame.trim())
            .join(' ← '),
        }),
  };
}

/** A short code such as `P2002`, `23P01` or `ECONNRESET`; anything longer could carry data. */
export function codeOf(error: Error): string | undefined {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : undefined;
}
