// Starts a LINE platform on this machine.
import { removeGroup, removePerson } from './acts/vanish.ts';
import { handleApi } from './api/server.ts';
import { handleControl, isControl } from './control/server.ts';
import { createPlatform } from './create-platform.ts';
import { createGroup, groupOf, personRecord, recordOf } from './handles/group.ts';
import { createPerson, personOf } from './handles/person.ts';
import { type Handle, type HttpServer, openServer } from './http-server.ts';
import { messageContentOf, richMenuPictureOf } from './kept-bytes.ts';
import { handlePage, isPage } from './page-server/serve-page.ts';
import { openChatOf, phoneOf } from './phone/phone.ts';
import type { Platform } from './platform.ts';
import { resetPlatform } from './reset.ts';
import { drawTail } from './screen/draw-chat.ts';
import type { Simulator, SimulatorOptions } from './simulator.ts';

/** Listens on 127.0.0.1 only. Rejects when the port is taken. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const platform = createPlatform(options);
  const isSplit = options.dataPort !== undefined;
  const main = await openServer(options.port ?? 0, (request, response) => {
    if (isControl(request)) return handleControl(request, response, simulator, platform.changes.tell);
    if (isPage(request)) return handlePage(request, response);
    return handleApi(request, response, platform, isSplit ? 'api' : 'any');
  });
  const data = isSplit ? await openDataServer(platform, options, main) : main;
  const simulator = createSimulator(platform, options, { main, data });
  return simulator;
}

type Servers = { main: HttpServer; data: HttpServer };

/** Where the host for data is one of its own. When it cannot be opened, the other is closed too. */
function openDataServer(
  platform: Platform,
  { dataPort = 0 }: SimulatorOptions,
  main: HttpServer,
): Promise<HttpServer> {
  const handle: Handle = (request, response) => handleApi(request, response, platform, 'data');
  return openServer(dataPort, handle).catch(async (error: unknown) => {
    await main.close();
    throw error;
  });
}

function createSimulator(platform: Platform, options: SimulatorOptions, servers: Servers): Simulator {
  const { channel, webhooks, calls, changes, clock, faults, quota, switches } = platform;
  const carriedOut = (name: string) => calls.filter((call) => call.endpoint === name && call.status === 200);
  let closing: Promise<void> | undefined;
  const simulator: Simulator = {
    origin: servers.main.origin,
    dataOrigin: servers.data.origin,
    port: servers.main.port,
    channel,
    ...castOf(platform),
    get webhookUrl() {
      return webhooks.url;
    },
    set webhookUrl(url) {
      webhooks.url = url;
    },
    webhooks,
    bot: platform.bot,
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
    openChat: (userId, chatId, newest) =>
      openChatOf(platform, personRecord(platform, userId), chatId, newest),
    messageContent: (messageId) => messageContentOf(platform, messageId),
    richMenuPicture: (richMenuId) => richMenuPictureOf(platform, richMenuId),
    settled: webhooks.settled,
    forgetLogs() {
      calls.length = 0;
      webhooks.forget();
    },
    reset: () => resetPlatform(platform, options),
    close() {
      closing ??= close(platform, servers);
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
    removePerson: (userId) => removePerson(platform, personRecord(platform, userId)),
    removeGroup: (groupId) => removeGroup(platform, recordOf(platform, groupId)),
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

/** Waits for webhooks on their way; whoever hangs on a call that will never be answered is cut off. */
async function close({ webhooks, changes }: Platform, { main, data }: Servers): Promise<void> {
  await webhooks.settled();
  changes.close();
  await Promise.all([...new Set([main, data])].map((server) => server.close()));
}
