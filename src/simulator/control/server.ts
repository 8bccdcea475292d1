// The second door: everything a test can do in-process, over HTTP as well. Only for this machine.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { readAll } from '../api/server.ts';
import { matchPath } from '../match-path.ts';
import type { Simulator } from '../simulator.ts';
import { chatRoutes } from './chats.ts';
import { conditionRoutes } from './conditions.ts';
import { isFromHere } from './from-here.ts';
import { groupRoutes } from './groups.ts';
import { isLive, streamChanges } from './live.ts';
import { peopleRoutes } from './people.ts';
import { phoneRoutes } from './phones.ts';
import type { ControlRoute } from './route.ts';
import { webhookRoutes } from './webhooks.ts';

const BODY_BYTES_MAX = 1024 * 1024;
const routes: readonly ControlRoute[] = [
  ...peopleRoutes,
  ...phoneRoutes,
  ...groupRoutes,
  ...chatRoutes,
  ...conditionRoutes,
  ...webhookRoutes,
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
  const { bytes } = await readAll(request, BODY_BYTES_MAX);
  const { status, body } = isFromHere(request) ? await answer(request, bytes, simulator) : forbidden;
  // Whatever it was that was asked for, someone may have a page open that shows it.
  if (request.method !== 'GET') tell();
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body ?? {}));
}

async function answer(request: IncomingMessage, bytes: Uint8Array, simulator: Simulator): Promise<Answer> {
  const path = (request.url ?? '').split('?')[0]?.slice('/_control'.length) ?? '';
  for (const route of routes) {
    const params = route.method === request.method ? matchPath(route.path, path) : undefined;
    if (!params) continue;
    try {
      return { status: 200, body: await route.answer(simulator, params, parse(request, bytes)) };
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
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}

function explain(error: unknown): Answer {
  if (error instanceof z.ZodError) return { status: 400, body: { message: z.prettifyError(error) } };
  return { status: 422, body: { message: error instanceof Error ? error.message : String(error) } };
}

const callList = () => routes.map(({ method, path }) => `${method} /_control${path}`);

const forbidden: Answer = { status: 403, body: { message: 'Control calls are for this machine only.' } };
