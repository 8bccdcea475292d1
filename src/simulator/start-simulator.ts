// Starts a LINE platform on this machine.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handleApi } from './api/server.ts';
import { handleControl, isControl } from './control/server.ts';
import { createPlatform } from './create-platform.ts';
import { createGroup, groupOf, personRecord, recordOf } from './handles/group.ts';
import { createPerson, personOf } from './handles/person.ts';
import { handlePage, isPage } from './page-server/serve-page.ts';
import { openChatOf, phoneOf } from './phone/phone.ts';
import type { Platform } from './platform.ts';
import { drawTail } from './screen/draw-chat.ts';
import type { Simulator, SimulatorOptions } from './simulator.ts';

/** Listens on 127.0.0.1 only. Rejects when the port is taken. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const platform = createPlatform(options);
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: `The simulator itself failed: ${String(error)}` }));
    });
  });
  // Longer than any client keeps an idle connection, so that nobody writes into one that is being closed.
  server.keepAliveTimeout = 75_000;
  const port = await listen(server, options.port ?? 0);
  const simulator = createSimulator(platform, server, port);
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    if (isControl(request)) return handleControl(request, response, simulator, platform.changes.tell);
    if (isPage(request)) return handlePage(request, response);
    return handleApi(request, response, platform, 'any');
  };
  return simulator;
}

function createSimulator(platform: Platform, server: Server, port: number): Simulator {
  const { channel, webhooks, calls, changes, clock, faults, quota, switches } = platform;
  const carriedOut = (name: string) => calls.filter((call) => call.endpoint === name && call.status === 200);
  let closing: Promise<void> | undefined;
  const simulator: Simulator = {
    origin: `http://127.0.0.1:${port}`,
    port,
    channel,
    ...castOf(platform),
    get webhookUrl() {
      return webhooks.url;
    },
    set webhookUrl(url) {
      webhooks.url = url;
    },
    webhooks,
    clock,
    faults,
    quota,
    switches,
    calls,
    pushes: () => carriedOut('push'),
    replies: () => carriedOut('reply'),
    waitFor: (look, options = {}) =>
      changes.waitFor(
        () => look(simulator),
        options,
        () => tailOf(platform),
      ),
    onChange: changes.listen,
    phone: (userId) => phoneOf(platform, personRecord(platform, userId)),
    openChat: (userId, chatId) => openChatOf(platform, personRecord(platform, userId), chatId),
    settled: webhooks.settled,
    forgetLogs() {
      calls.length = 0;
      webhooks.forget();
    },
    close() {
      closing ??= close(platform, server);
      return closing;
    },
  };
  return simulator;
}

const castOf = (platform: Platform) =>
  ({
    person: (displayName, details) => createPerson(platform, displayName, details),
    group: (name, members, details) => createGroup(platform, name, members, details),
    people: () => [...platform.world.people.values()].map((record) => personOf(platform, record)),
    groups: () => [...platform.world.groups.values()].map((record) => groupOf(platform, record)),
    findPerson: (userId) => personOf(platform, personRecord(platform, userId)),
    findGroup: (groupId) => groupOf(platform, recordOf(platform, groupId)),
  }) satisfies Partial<Simulator>;

/** The ends of the chats in which something was said last, and what went wrong. */
function tailOf({ world, channel, calls, webhooks }: Platform): string {
  const latest = [...world.chats.values()].toSorted(
    (a, b) => (b.entries.at(-1)?.at ?? 0) - (a.entries.at(-1)?.at ?? 0),
  );
  const refused = calls.filter((call) => call.status >= 400).slice(-3);
  const missed = webhooks.deliveries.filter((delivery) => delivery.outcome !== 'ok').slice(-3);
  return [
    ...latest.slice(0, 4).map((chat) => drawTail(world, chat, channel.displayName)),
    ...refused.map(
      ({ method, path, status, error }) => `refused: ${method} ${path} ${status} ${error ?? ''}`,
    ),
    ...missed.map(({ outcome, status, detail }) => `webhook: ${outcome} ${status ?? detail ?? ''}`),
  ].join('\n');
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: Error) =>
      reject(new Error(`The simulator cannot listen on port ${port}: ${cause.message}`, { cause })),
    );
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The simulator has no port.'));
      else resolve(address.port);
    });
  });
}

/** Waits for webhooks on their way; whoever hangs on a call that will never be answered is cut off. */
async function close({ webhooks, changes }: Platform, server: Server): Promise<void> {
  await webhooks.settled();
  changes.close();
  const closed = new Promise<void>((resolve, reject) =>
    server.close((error) => (error ? reject(error) : resolve())),
  );
  server.closeAllConnections();
  await closed;
}
