// Control call `GET /_control/live`: server-sent events, one `changed` for every change (a burst counts as one).
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Simulator } from '../simulator.ts';

export const isLive = (request: IncomingMessage): boolean =>
  request.method === 'GET' && request.url === '/_control/live';

/** Stays open until the listener goes. What has changed is not said: the listener looks again. */
export function streamChanges(response: ServerResponse, simulator: Simulator): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  // After a restart of the simulator the page is back at once: browsers would wait for seconds.
  response.write('retry: 500\n\n');
  const tell = () => response.write('event: changed\ndata: {}\n\n');
  const stop = simulator.onChange(tell);
  response.once('close', stop);
  tell();
}
