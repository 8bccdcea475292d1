// One POST to the bot, and what came of it (docs: check-webhook-error-statistics).
import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { signatureOf } from './sign.ts';

export type PostResult = {
  outcome:
    | 'ok'
    | 'request_timeout'
    | 'error_status_code'
    | 'could_not_connect'
    /** Connected, and then no answer that makes sense. */
    | 'unclassified'
    | 'not_sent';
  status?: number;
  /** For `could_not_connect` and `unclassified`: the system's code, `ECONNREFUSED` for instance. For `not_sent`: why. */
  detail?: string;
  durationMs: number;
};

export type Post = {
  url: string;
  body: Uint8Array;
  channelSecret: string;
  timeoutMs: number;
  /** Left out: the right one. `null`: no signature header at all. */
  signature?: string | null | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
};

// Connections are kept, as LINE keeps them: a burst of events is no burst of connections.
const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

/** Never throws: whatever happens is the result. Only the time to the status line counts. */
export async function postWebhook(post: Post): Promise<PostResult> {
  const began = performance.now();
  const first = await tryOnce(post);
  // The bot had just closed a kept connection: nobody has read this request yet.
  const result = first.stale ? await tryOnce(post) : first;
  return { ...result.part, durationMs: performance.now() - began };
}

/** Closed in the middle, or an answer that is not HTTP. */
const AFTER_CONNECTING = /^(ECONNRESET|EPIPE|HPE_.*)$/;

type Tried = { part: Omit<PostResult, 'durationMs'>; stale: boolean };

function tryOnce(post: Post): Promise<Tried> {
  return new Promise((resolve) => {
    const request = open(post);
    const finish = (part: Tried['part'], stale = false) => {
      clearTimeout(timer);
      resolve({ part, stale });
    };
    const timer = setTimeout(() => {
      finish({ outcome: 'request_timeout' });
      request.destroy();
    }, post.timeoutMs);
    request.once('response', (response) => {
      response.resume();
      const status = response.statusCode ?? 0;
      finish({ outcome: status >= 200 && status < 300 ? 'ok' : 'error_status_code', status });
    });
    // Also an error after the answer or the time-out comes here, when the promise is settled already.
    request.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? error.message;
      const outcome = AFTER_CONNECTING.test(code) ? 'unclassified' : 'could_not_connect';
      finish({ outcome, detail: code }, request.reusedSocket && code === 'ECONNRESET');
    });
    request.end(post.body);
  });
}

function open({ url, body, channelSecret, signature, headers }: Post): ClientRequest {
  const sign = signature === undefined ? signatureOf(body, channelSecret) : signature;
  const options = {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(body.byteLength),
      'user-agent': 'LineBotWebhook/2.0',
      ...(sign === null ? {} : { 'x-line-signature': sign }),
      ...headers,
    },
  };
  return new URL(url).protocol === 'https:'
    ? httpsRequest(url, { ...options, agent: agents.https })
    : httpRequest(url, { ...options, agent: agents.http });
}
