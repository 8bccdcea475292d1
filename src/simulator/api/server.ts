// The HTTP side of the Messaging API: bytes in, bytes out.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Platform } from '../platform.ts';
import { type Answer, answerCall } from './answer-call.ts';
import { BODY_BYTES_MAX, type ReadBody } from './parse-json.ts';

/** Answers one request of the bot. Resolves when it was answered, or will never be. */
export async function handleApi(
  request: IncomingMessage,
  response: ServerResponse,
  platform: Platform,
): Promise<void> {
  const requestId = randomUUID();
  const body = await readAll(request, BODY_BYTES_MAX);
  const { how, answer, afterMs } = answerCall(
    {
      method: request.method ?? '',
      path: (request.url ?? '').split('?')[0] ?? '',
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

function send(response: ServerResponse, requestId: string, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-line-request-id': requestId,
    ...headers,
  });
  response.end(JSON.stringify(body));
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
