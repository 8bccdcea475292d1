// X-Line-Retry-Key: what was accepted once is not carried out again (docs: retrying-api-request).
import type { Platform } from '../../platform.ts';
import type { SentMessage } from '../../rules/retry-keys.ts';
import type { ApiAnswer, ApiRequest } from '../endpoint.ts';
import { Refusal } from '../refusal.ts';

/** `sentMessages`: told again to whoever repeats the request, as LINE does for a push. */
export type Sent = ApiAnswer & { sentMessages?: SentMessage[] };

/** Throws the 409 for a key that was accepted before; a key whose request was refused may be used again. */
export function onceForKey(request: ApiRequest, platform: Platform, send: () => Sent): ApiAnswer {
  const { retryKey, requestId } = request;
  if (retryKey === undefined) return send();
  const now = platform.clock.now();
  refuseAccepted(platform, retryKey, now);
  platform.retryKeys.seen(retryKey, now);
  const answer = send();
  platform.retryKeys.accept(retryKey, now, { requestId, sentMessages: answer.sentMessages });
  return answer;
}

/** A key that was accepted is answered 409 with what its first request did, whatever the body says now. */
function refuseAccepted(platform: Platform, retryKey: string, now: number): void {
  const accepted = platform.retryKeys.find(retryKey, now);
  if (!accepted) return;
  const { requestId, sentMessages } = accepted;
  throw new Refusal(
    409,
    { message: 'The retry key is already accepted', sentMessages },
    { 'x-line-accepted-request-id': requestId },
  );
}
