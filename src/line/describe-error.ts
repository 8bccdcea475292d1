// What a log may say of an error: its name and code. Messages quote what was being written, and that is personal.
import { z } from 'zod';

const coded = z.object({ code: z.string().regex(/^\w{1,40}$/) });

export function describeError(error: unknown): { error: string; code?: string } {
  const name = error instanceof Error ? error.name : 'unknown';
  const code = coded.safeParse(error).data?.code;
  return code === undefined ? { error: name } : { error: name, code };
}
