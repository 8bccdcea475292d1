// The HTTP side of the Messaging API: bytes in, bytes out.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Platform } from '../platform.ts';
import { type Answer, answerCall } from './answer-call.ts';
import type { Host } from './endpoints.ts';
import { BODY_BYTES_MAX, type ReadBody } from './parse-json.ts';

/** Answers one request of the bot. Resolves when it was answered, or will never be. */
export async function handleApi(
  request: IncomingMessage,
  response: ServerResponse,
  platform: Platform,
  host: Host,
): Promise<void> {
  const requestId = platform.ids.request();
  const body = await readAll(request, BODY_BYTES_MAX);
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const { how, answer, afterMs } = await answerCall(
    {
      method: request.method ?? '',
      path,
      query: new URLSearchParams(query),
      host,
      authorization: request.headers.authorization,
      contentType: request.headers['content-type'],
      retryKey: headerOf(request, 'x-line-retry-key'),
      requestId,
      body,
    },
    platform,
  );
  const end = () => {
    if (how === 'reset') request.socket.resetAndDestroy();
    else if (how === 'answer') send(response, requestId, answer);
  };
  if (afterMs > 0) setTimeout(end, afterMs).unref();
  else end();
}

/** Reads to the end in any case, so that the caller hears the answer; keeps no more than `most` bytes. */
export async function readAll(request: IncomingMessage, most: number): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), tooLarge: size > most };
}

function send(response: ServerResponse, requestId: string, answer: Answer): void {
  const { status, body, bytes, headers } = answer;
  response.writeHead(status, {
    'content-type': bytes?.type ?? 'application/json',
    'x-line-request-id': requestId,
    ...headers,
  });
  response.end(bytes ? bytes.data : JSON.stringify(body));
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
