// What is this machine: its own names and addresses, and which requests come from it.
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

/** `hostname` as in a URL: without the port, IPv6 in brackets. */
const isLoopbackName = (hostname: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname);

/** Whether `url`, a whole one, leads back to this machine. */
export const isLoopback = (url: string): boolean => isLoopbackName(new URL(url).hostname);

/** `host` as in HOST: an address, or localhost. */
export const isLoopbackHost = (host: string): boolean => isLoopbackName(inUrl(host));

const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** Where this machine reaches what listens on `HOST`. */
export function originFor({ HOST, PORT }: { HOST: string; PORT: number }): string {
  const everywhere: Partial<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  return `http://${inUrl(everywhere[HOST] ?? HOST)}:${PORT}`;
}

/** What proxies put in. One on this machine calls from its loopback too, so the address alone says nothing of it. */
const proxyHeaders = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
];

/**
 * Whether a program of this machine asks, not somebody else's page in its browser. The address tells who calls;
 * the Host header, that no foreign name was pointed at this machine (DNS rebinding); the headers that browsers
 * send along, that it is no foreign page; those of proxies, that nobody stands behind.
 */
export function isFromHere(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  const { headers } = request;
  const isHere = /^(::ffff:)?127\.|^::1$/.test(address);
  const asksForHere = isLoopbackName((headers.host ?? '').replace(/:\d{1,5}$/, ''));
  const isHandedOn = proxyHeaders.some((name) => headers[name] !== undefined);
  return isHere && asksForHere && !isHandedOn && isOwnPage(headers);
}

/** Origin comes with whatever may change something. A picture or a script comes without, but says from where. */
function isOwnPage(headers: IncomingMessage['headers']): boolean {
  const { origin, host, 'sec-fetch-site': site = 'none', 'sec-fetch-mode': mode } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return site === 'same-origin' || site === 'none' || mode === 'navigate';
}

/** Before what is meant for programs of this machine. 403 for everybody else. */
export const onlyFromHere: RequestHandler = (request, response, next) => {
  if (isFromHere(request)) return next();
  response.status(403).json({ error: 'This is for programs of this machine only.' });
};
