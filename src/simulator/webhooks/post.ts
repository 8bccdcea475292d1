// One POST to the bot, and what came of it (docs: check-webhook-error-statistics).
import { signatureOf } from './sign.ts';

export type PostResult = {
  outcome: 'ok' | 'request_timeout' | 'error_status_code' | 'could_not_connect' | 'not_sent';
  status?: number;
  /** For `could_not_connect`: the system's code, `ECONNREFUSED` for instance. For `not_sent`: why. */
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

/** Never throws: whatever happens is the result. Only the time to the status line counts. */
export async function postWebhook({
  url,
  body,
  channelSecret,
  timeoutMs,
  signature,
  headers,
}: Post): Promise<PostResult> {
  const began = performance.now();
  const result = (part: Omit<PostResult, 'durationMs'>): PostResult => ({
    ...part,
    durationMs: performance.now() - began,
  });
  const sign = signature === undefined ? signatureOf(body, channelSecret) : signature;
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      body,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'LineBotWebhook/2.0',
        ...(sign === null ? {} : { 'x-line-signature': sign }),
        ...headers,
      },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answered = result({ outcome: response.ok ? 'ok' : 'error_status_code', status: response.status });
    await response.body?.cancel();
    return answered;
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      return result({ outcome: 'request_timeout' });
    return result({ outcome: 'could_not_connect', detail: codeOf(error) });
  }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return String(cause);
}
