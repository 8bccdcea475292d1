// A POST to LINE over a connection that is kept: what goes out for each answer. The SDK's fetch costs several times the CPU.
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { HTTPFetchError } from '@line/bot-sdk';
import { WireError } from './call-outcome.ts';

export type Post = (
  path: string,
  body: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<unknown>;

type Target = { origin: string; channelAccessToken: string; timeoutMs: number };

/**
 * Resolves with what the JSON of a 2xx says; rejects with HTTPFetchError on another status, SyntaxError where it is no
 * JSON, WireError where no whole answer came. Node's own agent keeps the connections, and knows the proxy (main.ts).
 */
export function createPost({ origin, channelAccessToken, timeoutMs }: Target): Post {
  const { protocol, hostname, port } = urlToHttpOptions(new URL(origin));
  const open = protocol === 'https:' ? requestHttps : requestHttp;
  const usual = {
    authorization: `Bearer ${channelAccessToken}`,
    'content-type': 'application/json',
    'user-agent': 'madoguchi',
  };
  return async (path, body, headers) => {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    const lost = (cause: Error) => reject(new WireError('The call was lost on the wire.', { cause }));
    const call = open({ method: 'POST', hostname, port, path, headers: { ...usual, ...headers } }, resolve);
    call.on('error', lost);
    // Whoever called has long given up: the connection is of no use any more.
    call.setTimeout(timeoutMs, () => call.destroy());
    call.end(JSON.stringify(body));
    return readAnswer(await promise);
  };
}

async function readAnswer(answer: IncomingMessage): Promise<unknown> {
  const { statusCode: status = 0, statusMessage: statusText = '' } = answer;
  const text = await textOf(answer);
  if (status >= 200 && status < 300) return JSON.parse(text);
  throw new HTTPFetchError(String(status), { status, statusText, headers: new Headers(), body: text });
}

function textOf(answer: IncomingMessage): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let text = '';
  answer.setEncoding('utf8');
  answer.on('data', (part: string) => {
    text += part;
  });
  answer.on('end', () => resolve(text));
  answer.on('error', (cause) => reject(new WireError('The answer was cut off.', { cause })));
  return promise;
}
