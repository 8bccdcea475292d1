// Opens the port, with limits on what one connection may hold up, and closes it in time.
import { createServer, type RequestListener, type Server } from 'node:http';

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
  /** At most so many at a time; each can hold a body of 1 MB in memory. Further ones are closed at once. */
  connections: number;
};

export const httpLimits: HttpLimits = {
  requestMs: 10_000,
  headersMs: 10_000,
  checkEveryMs: 1_000,
  idleMs: 15_000,
  // Longer than any answer takes: a jump of the clock, in tests and the demo, waits for up to 35 s.
  silentMs: 60_000,
  connections: 512,
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
  server.maxConnections = limits.connections;
  await listen(server, host, port);
  return { port: portOf(server), close: (withinMs) => close(server, withinMs) };
}

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
