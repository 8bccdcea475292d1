// Control calls whose answers a test knows the shape of.
import type { Simulator } from '../../src/simulator.ts';
import { callerOf } from './control.ts';

/** `path` below `/_control`. */
export async function call<T>(simulator: Simulator, method: string, path: string, body?: unknown) {
  const answer = await callerOf(simulator)(method, path, body);
  return { status: answer.status, body: answer.body as T & { message?: string } };
}

export const get = async <T>(simulator: Simulator, path: string): Promise<T> =>
  (await call<T>(simulator, 'GET', path)).body;
