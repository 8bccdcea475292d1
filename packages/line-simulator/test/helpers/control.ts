// The control calls, as tests in any language would make them.
import type { Simulator } from '../../src/simulator.ts';

export type ControlAnswer = { status: number; body: Record<string, unknown> };

async function fetchJson({ origin }: Simulator, method: string, path: string, body?: unknown) {
  const sent = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${origin}/_control${path}`, { method, ...(body === undefined ? {} : sent) });
  const answer: unknown = await response.json();
  return { status: response.status, body: answer };
}

/** For answers that may be anything. */
export const callerOf =
  (simulator: Simulator) =>
  (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> =>
    fetchJson(simulator, method, path, body);

/** For answers whose properties are looked at. */
export async function call(
  simulator: Simulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<ControlAnswer> {
  const answer = await fetchJson(simulator, method, path, body);
  return { ...answer, body: answer.body as ControlAnswer['body'] };
}

/** What a GET tells, taken for what the test says it is. */
export const get = async <T = unknown>(simulator: Simulator, path: string): Promise<T> =>
  (await fetchJson(simulator, 'GET', path)).body as T;
