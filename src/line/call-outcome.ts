// What became of a call to LINE. The difference that matters: it surely did not arrive, or nobody knows.
import { HTTPFetchError } from '@line/bot-sdk';
import { z } from 'zod';
import { codeOf, traceOf } from '../core/log.ts';

export type Failure =
  /** Asking again in the same words is no use. `at`: where in the message LINE found fault. */
  | { kind: 'refused'; status: number; code: RefusalCode; at?: string }
  | { kind: 'rateLimited' }
  | { kind: 'quotaReached' }
  /** No connection came about, so LINE has never seen it. */
  | { kind: 'unreached' }
  /** LINE may have carried it out. */
  | { kind: 'unknown'; why: 'timeout' | 'reset' | 'garbled' | '5xx' }
  /** A mistake of ours: the call could not even be made, now or later. */
  | { kind: 'broken'; error: string; code?: string };

/**
 * `badRequest`: a 400 that finds no fault with the messages (a spent token, an unknown chat). `foreign`: not in LINE's
 * words, so that something before it has answered, and says nothing about the call.
 */
export type RefusalCode =
  | 'foreign'
  | 'invalidMessage'
  | 'badRequest'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'alreadyAccepted'
  | 'other';

export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** `cause`: what happened to the connection. */
export class WireError extends Error {
  override readonly name = 'WireError';
}

/** Reads what the SDK or post.ts threw: an answer other than 2xx, trouble on the wire, or a mistake of ours. */
export function readFailure(error: unknown): Failure {
  if (error instanceof HTTPFetchError) return readStatus(error.status, error.body);
  if (error instanceof TimeoutError) return { kind: 'unknown', why: 'timeout' };
  // The body is parsed only after a 2xx.
  if (error instanceof SyntaxError) return { kind: 'unknown', why: 'garbled' };
  if (error instanceof WireError && error.cause instanceof Error) return readWire(error.cause);
  // fetch wraps what happened on the wire in a TypeError; one without a cause is ours.
  if (error instanceof TypeError && error.cause instanceof Error)
    return isHiddenProxyAnswer(error.cause) ? readStatus(407, '') : readWire(error.cause);
  return { kind: 'broken', ...traceOf(error) };
}

const tunnelRefused = z.object({ code: z.literal('ERR_PROXY_TUNNEL'), statusCode: z.number().optional() });

function readWire(cause: Error): Failure {
  // The proxy lets nothing through, so LINE has not seen it.
  const proxy = tunnelRefused.safeParse(cause).data;
  if (proxy?.statusCode === 407) return readStatus(407, '');
  if (proxy !== undefined || isBeforeConnection(cause)) return { kind: 'unreached' };
  return { kind: 'unknown', why: 'reset' };
}

const errorBody = z.object({
  message: z.string(),
  details: z.array(z.object({ property: z.string().optional() })).default([]),
});

function parseBody(body: string): z.infer<typeof errorBody> | undefined {
  try {
    return errorBody.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

/**
 * https://developers.line.biz/en/reference/messaging-api/#status-codes
 * LINE says in JSON what was wrong, whatever the status is; a proxy's page has the same statuses.
 */
function readStatus(status: number, text: string): Failure {
  if (status >= 500) return { kind: 'unknown', why: '5xx' };
  const body = parseBody(text);
  if (status === 429) {
    // The one place where LINE's words decide: both kinds have the same status.
    return /monthly limit/i.test(body?.message ?? '') ? { kind: 'quotaReached' } : { kind: 'rateLimited' };
  }
  if (body === undefined) return { kind: 'refused', status, code: 'foreign' };
  const [fault] = body.details;
  if (status === 400 && fault) {
    return { kind: 'refused', status, code: 'invalidMessage', ...readPlace(fault.property) };
  }
  return { kind: 'refused', status, code: codes[status] ?? 'other' };
}

const codes: Partial<Record<number, RefusalCode>> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  409: 'alreadyAccepted',
};

/** A path such as `messages[0].text` or `/body/contents/1/text`: nothing that could be somebody's words. */
function readPlace(property: string | undefined): { at?: string } {
  return property !== undefined && /^[\w.[\]/]{1,100}$/.test(property) ? { at: property } : {};
}

/** fetch hands a 407 out as an error that says nothing at all; trouble on the wire has a code. */
const isHiddenProxyAnswer = (cause: Error): boolean =>
  cause.message === '' && codeOf(cause) === undefined && !(cause instanceof AggregateError);

const wireError = z.object({ code: z.string().optional(), syscall: z.string().optional() });
const connecting = ['connect', 'getaddrinfo'];

/** Node tries several addresses of a host at once and then reports them together. */
function isBeforeConnection(cause: Error): boolean {
  const errors: unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  return errors.every((error) => {
    const { code, syscall } = wireError.safeParse(error).data ?? {};
    return code === 'UND_ERR_CONNECT_TIMEOUT' || connecting.includes(syscall ?? '');
  });
}
