// Pages for staff on a port of their own, without the rest of the server.
import { once } from 'node:events';
import { createServer } from 'node:http';
import express, { type Router } from 'express';

/** Its origin, and how to close it. */
export async function servePages(...pages: Router[]): Promise<{ origin: string; close: () => void }> {
  const server = createServer(express().use(...pages)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => void server.close().closeAllConnections(),
  };
}
