// Who may use the page and the control calls: whoever sits at this machine.
import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../loopback.ts';

/**
 * The address tells who calls; the Host header, that no foreign name was pointed at this machine; the headers that
 * browsers send along, that it is no page of somebody else's.
 */
export function isFromHere(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  const { host = '' } = request.headers;
  const isHere = /^(::ffff:)?127\.|^::1$/.test(address) && isLoopback(host.replace(/:\d+$/, ''));
  return isHere && isOwnPage(request);
}

/** Origin comes with whatever may change something. A picture or a script comes without, but says from where. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const { origin, host, 'sec-fetch-site': site = 'none', 'sec-fetch-mode': mode } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return site === 'same-origin' || site === 'none' || mode === 'navigate';
}
