// Opens the port, with limits on what one connection may hold up, and closes it in time.
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

export type HttpLimits = {
  /** In which a request must have come in as a whole, ms: from its first byte, or from the connection on. */
  requestMs: number;
  headersMs: number;
  /** How often the two above are looked at, ms. */
  checkEveryMs: number;
  /** How long a connection without a request is kept, ms. */
  idleMs: number;
  /** After so long without a byte in either direction a connection is given up, ms: who does not read its answers. */
  silentMs: number;
  /** At most so many at a time. */
  connections: number;
  /** At most so many whose body is still coming in: each can hold 1 MB in memory. */
  bodies: number;
};

export const httpLimits: HttpLimits = {
  requestMs: 10_000,
  headersMs: 10_000,
  checkEveryMs: 1_000,
  idleMs: 15_000,
  // Longer than any answer takes: a jump of the clock, in tests and the demo, waits for up to 35 s.
  silentMs: 60_000,
  connections: 512,
  bodies: 64,
};

export type HttpDoor = {
  port: number;
  /** Takes no more connections; requests in hand have `withinMs` to end, then whatever is open is cut. */
  close(withinMs: number): Promise<void>;
};

/** `port` 0: a free one. Rejects when it is taken, or `host` is no address of this machine. */
export async function openHttpDoor(
  handle: RequestListener,
  { host, port }: { host: string; port: number },
  limits: HttpLimits = httpLimits,
): Promise<HttpDoor> {
  const server = createServer(
    {
      requestTimeout: limits.requestMs,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      keepAliveTimeout: limits.idleMs,
    },
    handle,
  );
  server.timeout = limits.silentMs;
  letNewOnesIn(server, limits);
  await listen(server, host, port);
  return { port: portOf(server), close: (withinMs) => close(server, withinMs) };
}

/**
 * LINE's requests come in at once. So where there are too many, the one that has been on its way for longest is cut, not
 * the new one: whoever sends slowly from many connections keeps nobody out. Sets remember in which order they were filled.
 */
function letNewOnesIn(server: Server, limits: Pick<HttpLimits, 'connections' | 'bodies'>): void {
  /** Nothing has come yet, or not all of it. */
  const sending = new Set<Socket>();
  const bodies = new Set<Socket>();
  /** The request has come as a whole, and is not answered yet. */
  const inHand = new Set<Socket>();
  const forget = (socket: Socket) => {
    for (const some of [sending, bodies, inHand]) some.delete(socket);
  };
  const move = (socket: Socket, ...to: Set<Socket>[]) => {
    forget(socket);
    if (!socket.destroyed) for (const some of to) some.add(socket);
  };
  const cutOldest = (...from: Set<Socket>[]) => {
    const [oldest] = from.flatMap((some) => [...some.values().take(1)]);
    if (oldest === undefined) return;
    forget(oldest);
    oldest.destroy();
  };
  server.on('connection', (socket: Socket) => {
    if (sending.size + inHand.size >= limits.connections) cutOldest(sending, inHand);
    sending.add(socket);
    socket.once('close', () => forget(socket));
  });
  server.prependListener('request', (request: IncomingMessage, response) => {
    const { socket } = request;
    let isAnswered = false;
    response.once('close', () => {
      isAnswered = true;
      move(socket, sending);
    });
    if (!hasBody(request)) return move(socket, inHand);
    if (bodies.size >= limits.bodies) cutOldest(bodies);
    move(socket, sending, bodies);
    // What comes after the answer is read by nobody, and kept nowhere.
    request.once('end', () => isAnswered || move(socket, inHand));
  });
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function listen(server: Server, host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, () => {
    server.off('error', reject);
    resolve();
  });
  return promise;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return address.port;
}

const lookEveryMs = 50;

/** Node looks at no time limit any more once it closes, so a body that never ends would keep it open for ever. */
async function close(server: Server, withinMs: number): Promise<void> {
  const closed = Promise.withResolvers<void>();
  server.close(() => closed.resolve());
  // A connection is idle again when its request has been answered: it would stay for the next one.
  const idle = setInterval(() => server.closeIdleConnections(), lookEveryMs);
  const cut = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed.promise;
  clearInterval(idle);
  clearTimeout(cut);
}
