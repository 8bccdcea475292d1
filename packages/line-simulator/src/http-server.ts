// A server on this machine only.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type HttpServer = {
  port: number;
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** Resolves when nobody is connected any more; who hangs on a call without an answer is cut off. */
  close(): Promise<void>;
};

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** `port` 0: a free one. Rejects when it is taken. */
export async function openServer(port: number, handle: Handle): Promise<HttpServer> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: `The simulator itself failed: ${String(error)}` }));
    });
  });
  // Longer than any client keeps an idle connection, so that nobody writes into one that is being closed.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: Error) =>
      reject(new Error(`The simulator cannot listen on port ${port}: ${cause.message}`, { cause })),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The simulator has no port.');
  return {
    port: address.port,
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
