// What of a call's bodies is kept for whoever looks inside: JSON, bounded, and no secret.
import type { ApiCall } from './call.ts';
import type { ApiAnswer, Endpoint } from './endpoint.ts';
import { type ReadBody, readJson } from './parse-json.ts';

const BYTES_MAX = 100 * 1024;
/** Older calls stay in the log without their bodies. */
const CALLS_WITH_BODIES = 2_000;

/** Endpoints that want no token of the account are those that issue and read tokens: nothing of theirs is kept. */
const holdsSecrets = (endpoint: Endpoint | undefined): boolean => endpoint?.isPublic === true;

/** Parsed JSON, or a note in round brackets why there is none; undefined: there was no body. */
export function loggedRequest(endpoint: Endpoint | undefined, { bytes, tooLarge }: ReadBody): unknown {
  if (tooLarge) return '(too large)';
  if (bytes.byteLength === 0) return undefined;
  if (holdsSecrets(endpoint)) return '(not kept: it may hold a secret)';
  if (bytes.byteLength > BYTES_MAX) return `(not kept: ${bytes.byteLength} bytes)`;
  try {
    return readJson(bytes);
  } catch {
    return `(no JSON: ${bytes.byteLength} bytes)`;
  }
}

export function loggedResponse(endpoint: Endpoint | undefined, { body, bytes }: ApiAnswer): unknown {
  if (holdsSecrets(endpoint)) return '(not kept: it may hold a secret)';
  if (bytes) return `(${bytes.type}: ${bytes.data.byteLength} bytes)`;
  const size = JSON.stringify(body)?.length ?? 0;
  return size > BYTES_MAX ? `(not kept: ${size} characters)` : body;
}

/** Called after each new call. */
export function forgetOldBodies(calls: readonly ApiCall[]): void {
  const old = calls.at(-1 - CALLS_WITH_BODIES);
  if (!old) return;
  old.request = undefined;
  old.response = undefined;
}
