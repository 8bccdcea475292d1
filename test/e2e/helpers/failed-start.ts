import { expect } from 'vitest';
import type { ServerProcess } from '../../helpers/server-process.ts';

/** It ends with 1, after it has said all of this, and shows nobody a stack. */
export async function endsWithAll(server: ServerProcess, words: readonly string[]): Promise<void> {
  expect(await server.exited).toEqual({ code: 1, signal: null });
  for (const word of words) expect(server.log()).toContain(word);
  expect(server.log()).not.toMatch(/^\s+at /m);
}
