// What stands in front of several servers: takes each webhook to the next of them.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Balancer = {
  url: string;
  /** Who takes part; may be changed at any time. */
  origins: string[];
  close(): Promise<void>;
};

export async function startBalancer(): Promise<Balancer> {
  let calls = 0;
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const origin = balancer.origins[calls % balancer.origins.length];
    calls += 1;
    const signature = String(request.headers['x-line-signature'] ?? '');
    const headers = { 'content-type': 'application/json', 'x-line-signature': signature };
    const answer = await fetch(`${origin}${request.url}`, { method: 'POST', body, headers });
    response.writeHead(answer.status).end(await answer.text());
  });
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await listening;
  const { port } = server.address() as AddressInfo;
  const balancer: Balancer = {
    url: `http://127.0.0.1:${port}/webhook`,
    origins: [],
    async close() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
  return balancer;
}
