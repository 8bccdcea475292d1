// Who may use the page and the control calls: whoever sits at this machine.
import type { IncomingMessage } from 'node:http';

const HERE = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The address tells who calls; the Host header, that no foreign name was pointed at this machine; the Origin
 * header, which browsers send along, that it is no page of somebody else's.
 */
export function isFromHere(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  const { host = '', origin } = request.headers;
  const isOwnPage = origin === undefined || origin === `http://${host}`;
  return /^(::ffff:)?127\.|^::1$/.test(address) && HERE.has(host.replace(/:\d+$/, '')) && isOwnPage;
}
