// One call from its headers to its answer, in the order in which the platform looks at things.
import type { Platform } from '../platform.ts';
import type { Fault } from '../rules/faults.ts';
import { isRetryKey } from '../rules/retry-keys.ts';
import type { ApiCall } from './call.ts';
import type { ApiAnswer, ApiRequest, Endpoint } from './endpoint.ts';
import { findEndpoint, type Host } from './endpoints.ts';
import { forgetOldBodies, loggedRequest, loggedResponse } from './logged-body.ts';
import { parseForm } from './parse-form.ts';
import { parseJson, type ReadBody } from './parse-json.ts';
import { notFound, quotaReached, Refusal, rateLimited, refusal, unauthorized } from './refusal.ts';

export type RawCall = {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Which of LINE's two hosts was called; `any`: one origin plays both. */
  host: Host;
  authorization: string | undefined;
  contentType: string | undefined;
  retryKey: string | undefined;
  requestId: string;
  body: ReadBody;
};

export type Answer = Pick<ApiAnswer, 'status' | 'body' | 'bytes'> & {
  headers: Readonly<Record<string, string>>;
};
/** What the caller gets: the answer, or a fault in its place. `afterMs`: real ms to wait first. */
export type Outcome = { how: 'answer' | 'reset' | 'never'; answer: Answer; afterMs: number };

/** Looks at the call, carries it out unless a fault forbids it, and keeps it in the log. */
export async function answerCall(raw: RawCall, platform: Platform): Promise<Outcome> {
  const found = findEndpoint(raw.method, raw.path, raw.host);
  const endpoint = found?.endpoint;
  const request: ApiRequest = {
    requestId: raw.requestId,
    params: found?.params ?? {},
    query: raw.query,
    body: undefined,
    bytes: raw.body.bytes,
    contentType: raw.contentType,
    token: /^Bearer (.+)$/.exec(raw.authorization ?? '')?.[1],
    retryKey: raw.retryKey,
  };
  let before: Fault | undefined;
  let chatId: string | undefined;
  let answer: ApiAnswer & { headers?: Answer['headers']; error?: string };
  try {
    if (!endpoint) throw notFound();
    checkHeaders(request, endpoint, platform);
    request.body = readBodyFor(endpoint, raw);
    chatId = endpoint.chatOf?.(request, platform);
    before = platform.faults.strike('before', endpoint.name, chatId);
    if (before && before.how !== 'slow') throw faultyAnswer(before);
    answer = await endpoint.answer(request, platform);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    answer = { status: error.status, body: error.body, headers: error.headers, error: error.message };
  }
  const accepted = answer.status < 300 || answer.status === 409;
  const after = endpoint && accepted ? platform.faults.strike('after', endpoint.name, chatId) : undefined;
  const fault = after ?? before;
  platform.calls.push(logEntry(raw, platform, endpoint, chatId, answer, fault));
  forgetOldBodies(platform.calls);
  platform.changes.tell();
  return outcomeOf(answer, before, after);
}

function readBodyFor({ takes, method }: Endpoint, { contentType, body }: RawCall): unknown {
  const taken = takes ?? (method === 'POST' || method === 'PUT' ? 'json' : 'nothing');
  if (body.tooLarge) throw refusal(413, 'Request Entity Too Large');
  if (taken === 'json') return parseJson(contentType, body);
  return taken === 'form' ? parseForm(contentType, body) : undefined;
}

function checkHeaders({ token, retryKey }: ApiRequest, endpoint: Endpoint, platform: Platform): void {
  const { accessTokens, rateLimits, switches, clock } = platform;
  const isKnown = token !== undefined && accessTokens.secondsLeft(token, clock.now()) !== undefined;
  if (!endpoint.isPublic && !isKnown) throw unauthorized();
  const allowed = !switches.rateLimits || rateLimits.take(endpoint.name, endpoint.rate, clock.now());
  if (!allowed) throw rateLimited();
  if (retryKey === undefined) return;
  if (!endpoint.takesRetryKey) throw refusal(400, 'The retry key is not supported by this endpoint');
  if (!isRetryKey(retryKey)) throw refusal(400, 'The retry key is invalid');
}

function faultyAnswer(fault: Fault): Refusal {
  if (fault.how === '429-rate') return rateLimited();
  if (fault.how === '429-quota') return quotaReached();
  return refusal(500, 'Internal Server Error');
}

function outcomeOf(
  answer: ApiAnswer & { headers?: Answer['headers'] },
  before: Fault | undefined,
  after: Fault | undefined,
): Outcome {
  const fault = after ?? before;
  const { status, body, bytes, headers = {} } = answer;
  const own: Answer = { status, body, headers, ...(bytes ? { bytes } : {}) };
  const afterMs = [before, after].reduce((sum, one) => (one?.how === 'slow' ? sum + one.delayMs : sum), 0);
  if (!fault || fault.how === 'slow') return { how: 'answer', answer: own, afterMs };
  if (fault.how === 'reset') return { how: 'reset', answer: own, afterMs };
  if (fault.how === 'timeout') return { how: 'never', answer: own, afterMs };
  const { status: badStatus, body: badBody, headers: badHeaders } = faultyAnswer(fault);
  return { how: 'answer', answer: { status: badStatus, body: badBody, headers: badHeaders }, afterMs };
}

function logEntry(
  raw: RawCall,
  platform: Platform,
  endpoint: Endpoint | undefined,
  chatId: string | undefined,
  answer: ApiAnswer & { error?: string },
  fault: Fault | undefined,
): ApiCall {
  return {
    requestId: raw.requestId,
    at: platform.clock.now(),
    endpoint: endpoint?.name,
    method: raw.method,
    path: raw.path,
    chatId,
    retryKey: raw.retryKey,
    status: answer.status,
    messageIds: answer.messageIds ?? [],
    delivered: answer.delivered ?? false,
    error: answer.error,
    fault: fault?.how,
    request: loggedRequest(endpoint, raw.body),
    response: loggedResponse(endpoint, answer),
  };
}
