// Somebody between the platform and the server who carries webhooks, and may lose one of them or its answer.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookEvent } from 'line-simulator';
import type { Office } from './office.ts';

/** `lose`: the server hears nothing of it; `loseAnswer`: only the platform does not hear that it was taken. */
export type Carries = 'on' | 'lose' | 'loseAnswer';

/** Carries until `work` is done, and asks about each webhook what to do with it. */
export async function withPostman(
  office: Office,
  carries: (events: readonly WebhookEvent[]) => Carries,
  work: () => Promise<void>,
): Promise<void> {
  const { simulator } = office;
  const target = simulator.webhookUrl ?? '';
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const how = carries(JSON.parse(body.toString('utf8')).events);
    const headers = { 'x-line-signature': String(request.headers['x-line-signature']) };
    const status = how === 'lose' ? 500 : (await fetch(target, { method: 'POST', headers, body })).status;
    response.writeHead(how === 'on' ? status : 500).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  simulator.webhookUrl = `http://127.0.0.1:${port}/webhook`;
  try {
    await work();
    await simulator.settled();
  } finally {
    simulator.webhookUrl = target;
    server.close();
    server.closeAllConnections();
  }
}
