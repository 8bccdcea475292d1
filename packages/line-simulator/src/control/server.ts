// The second door: everything a test can do in-process, over HTTP as well. Only for this machine.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type ReadBody, readJson } from '../api/parse-json.ts';
import { readAll } from '../api/server.ts';
import { matchPath } from '../match-path.ts';
import type { Simulator } from '../simulator.ts';
import { botRoutes } from './bot.ts';
import { chatRoutes } from './chats.ts';
import { conditionRoutes } from './conditions.ts';
import { contentRoutes } from './contents.ts';
import { isFromHere } from './from-here.ts';
import { groupRoutes } from './groups.ts';
import { isLive, streamChanges } from './live.ts';
import { peopleRoutes } from './people.ts';
import { phoneRoutes } from './phones.ts';
import { Bytes, type ControlRoute } from './route.ts';
import { switchRoutes } from './switches.ts';
import { trafficRoutes } from './traffic.ts';
import { webhookRoutes } from './webhooks.ts';

/** Enough for the pictures of a phone, in base64. */
const BODY_BYTES_MAX = 16 * 1024 * 1024;
/** Every call, but for `GET /live`, which is no question with an answer. */
export const routes: readonly ControlRoute[] = [
  ...peopleRoutes,
  ...phoneRoutes,
  ...contentRoutes,
  ...groupRoutes,
  ...chatRoutes,
  ...conditionRoutes,
  ...webhookRoutes,
  ...botRoutes,
  ...trafficRoutes,
  ...switchRoutes,
];

export const isControl = (request: IncomingMessage): boolean => (request.url ?? '').startsWith('/_control/');

type Answer = { status: number; body: unknown };

export async function handleControl(
  request: IncomingMessage,
  response: ServerResponse,
  simulator: Simulator,
  tell: () => void,
): Promise<void> {
  if (isLive(request) && isFromHere(request)) return streamChanges(response, simulator);
  const sent = await readAll(request, BODY_BYTES_MAX);
  const { status, body } = isFromHere(request) ? await answer(request, sent, simulator) : forbidden;
  // Whatever it was that was asked for, someone may have a page open that shows it.
  if (request.method !== 'GET') tell();
  if (body instanceof Bytes) return sendBytes(response, body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body ?? {}));
}

/** Somebody made them: whatever they are, they shall not run as a part of the page. */
function sendBytes(response: ServerResponse, { content: { type, data } }: Bytes): void {
  response.writeHead(200, {
    'content-type': type,
    'content-security-policy': "sandbox; default-src 'none'; img-src 'self'; media-src 'self'",
    'x-content-type-options': 'nosniff',
  });
  response.end(data);
}

async function answer(request: IncomingMessage, sent: ReadBody, simulator: Simulator): Promise<Answer> {
  if (sent.tooLarge) return tooLarge;
  const path = (request.url ?? '').split('?')[0]?.slice('/_control'.length) ?? '';
  for (const route of routes) {
    const params = route.method === request.method ? matchPath(route.path, path) : undefined;
    if (!params) continue;
    try {
      return { status: 200, body: await route.answer(simulator, params, parse(request, sent.bytes)) };
    } catch (error) {
      return explain(error);
    }
  }
  return {
    status: 404,
    body: { message: `There is no control call ${request.method ?? ''} ${path}`, calls: callList() },
  };
}

/** Wanting JSON to be called JSON keeps web pages of other origins out: browsers ask before they send it. */
function parse(request: IncomingMessage, bytes: Uint8Array): unknown {
  if (bytes.length === 0) return {};
  if (!request.headers['content-type']?.startsWith('application/json'))
    throw new Error('Send content-type: application/json.');
  return readJson(bytes);
}

function explain(error: unknown): Answer {
  if (error instanceof z.ZodError) return { status: 400, body: { message: z.prettifyError(error) } };
  return { status: 422, body: { message: error instanceof Error ? error.message : String(error) } };
}

const callList = () => routes.map(({ method, path }) => `${method} /_control${path}`);

const tooLarge: Answer = {
  status: 413,
  body: { message: `The body is larger than ${BODY_BYTES_MAX} bytes.` },
};
const forbidden: Answer = { status: 403, body: { message: 'Control calls are for this machine only.' } };
