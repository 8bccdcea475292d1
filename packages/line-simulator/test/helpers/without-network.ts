// The same calls as over HTTP, without the network, for limits that take a thousand of them to reach.
import { answerCall } from '../../src/api/answer-call.ts';
import { createPlatform } from '../../src/create-platform.ts';
import { SECRET, TOKEN } from './bot.ts';

/** The clock stands still. A `Blob` is sent as what it is, anything else as JSON. */
export function callerWithoutNetwork({ rateLimits = false } = {}) {
  const platform = createPlatform({
    channelSecret: SECRET,
    channelAccessToken: TOKEN,
    switches: { rateLimits },
    now: () => 0,
  });
  const once = async (method: string, path: string, body?: unknown) => {
    const isFile = body instanceof Blob;
    const bytes = isFile ? Buffer.from(await body.arrayBuffer()) : Buffer.from(JSON.stringify(body ?? {}));
    const { answer } = await answerCall(
      {
        method,
        path,
        query: new URLSearchParams(),
        host: 'any',
        authorization: `Bearer ${TOKEN}`,
        contentType: isFile ? body.type : 'application/json',
        retryKey: undefined,
        requestId: 'a-request',
        body: { bytes, tooLarge: false },
      },
      platform,
    );
    return answer;
  };
  return {
    once,
    /** The call so many times; `body` may be a function of the count from 0. */
    async times(count: number, method: string, path: string, body: unknown) {
      const answers: Awaited<ReturnType<typeof once>>[] = [];
      for (let index = 0; index < count; index += 1)
        answers.push(await once(method, path, typeof body === 'function' ? body(index) : body));
      return answers;
    },
  };
}
