// Serves the page: its modules with the types taken out, its libraries, its font. No build, nothing from outside.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFromHere } from '../control/from-here.ts';
import { type PageFile, readIndex, readPageFile } from './page-files.ts';

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?')[0] ?? '';

export const isPage = (request: IncomingMessage): boolean =>
  pathOf(request) === '/' || pathOf(request).startsWith('/page/');

/** 200 with the file, 404 where there is none, 403 for anybody who does not sit at this machine. */
export async function handlePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  request.resume();
  if (!isFromHere(request)) return refuse(response, 403, 'The page is for this machine only.');
  if (request.method !== 'GET') return refuse(response, 405, 'The page can only be read.');
  const path = pathOf(request);
  const file = path === '/' ? await readIndex() : await readPageFile(path.slice('/page/'.length));
  if (!file) return refuse(response, 404, `The page has no ${path}.`);
  send(response, file);
}

function send(response: ServerResponse, { type, body, policy }: PageFile): void {
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // Whoever keeps a bot's pictures need not know which page shows them.
    'referrer-policy': 'same-origin',
    ...(policy ? { 'content-security-policy': policy } : {}),
  });
  response.end(body);
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${why}\n`);
}
