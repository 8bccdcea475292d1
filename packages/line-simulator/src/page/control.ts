// The page's only way to the simulator: control calls, and being told that something has changed.

/** What the simulator says when it does not do what was asked, in its own words. */
export class ControlError extends Error {
  override name = 'ControlError';
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One control call, `path` below `/_control`. Rejects with `ControlError`, whose message may be shown, and with
 * the reason of `signal`.
 */
export async function control<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal: AbortSignal | null = null,
): Promise<T> {
  const withBody = body === undefined ? {} : { body: JSON.stringify(body), headers: JSON_HEADERS };
  const response = await fetch(`/_control${path}`, { method, signal, ...withBody });
  const answer = await response.json();
  if (!response.ok) throw new ControlError(String(answer.message ?? response.status));
  return answer as T;
}

const JSON_HEADERS = { 'content-type': 'application/json' };

/** Tells of every change, and of the connection: lost, or there (again). Returns how to stop. */
export function listen(changed: () => void, connected: (isConnected: boolean) => void): () => void {
  const source = new EventSource('/_control/live');
  source.addEventListener('changed', changed);
  source.addEventListener('open', () => connected(true));
  source.addEventListener('error', () => connected(false));
  return () => source.close();
}
