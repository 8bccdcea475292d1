// What every drill needs: a LINE platform, the server as a process, the staff's group, and somebody who asks how it is.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Group, type Simulator, startSimulator } from 'line-simulator';
import { type ServerProcess, startProcess } from '../helpers/server-process.ts';

export type Scene = {
  simulator: Simulator;
  group: Group;
  /** All processes that were started, the newest last. */
  servers: ServerProcess[];
  /** One more, on the same data; webhooks go to it from now on. */
  start(): Promise<ServerProcess>;
  /** Resolves with the ms until /healthz says 200; after `limitMs` with undefined. */
  healthyAgain(limitMs: number): Promise<number | undefined>;
  close(): Promise<void>;
};

const channel = {
  channelSecret: randomBytes(16).toString('hex'),
  channelAccessToken: randomBytes(32).toString('hex'),
};

/** `env`: where the data is. */
export async function openScene(env: Readonly<Record<string, string>>): Promise<Scene> {
  const simulator = await startSimulator({ ...channel, botName: '窓口' });
  const settings = {
    PORT: '0',
    LINE_CHANNEL_SECRET: channel.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: channel.channelAccessToken,
    LINE_API_BASE_URL: simulator.origin,
    PUBLIC_URL: 'https://counter.example.jp',
    DATA_KEY: randomBytes(32).toString('base64'),
    ...env,
  };
  const servers: ServerProcess[] = [];
  let origin = '';
  const start = async () => {
    const server = startProcess(settings);
    servers.push(server);
    const [, port] = await server.says(/"port":(\d+).*"Listening"/);
    origin = `http://127.0.0.1:${port}`;
    simulator.webhookUrl = `${origin}/webhook`;
    return server;
  };
  const first = await start();
  const [, code = ''] = await first.says(/admin chat.*\b(\d{4}-\d{4})"/);
  return {
    simulator,
    group: await enrol(simulator, code),
    servers,
    start,
    async healthyAgain(limitMs) {
      const from = Date.now();
      while (Date.now() - from < limitMs) {
        if (await isHealthy(origin)) return Date.now() - from;
        await sleep(50);
      }
      return undefined;
    },
    async close() {
      for (const server of servers) {
        server.send('SIGCONT');
        await server.end('SIGKILL');
      }
      await simulator.close();
    },
  };
}

async function enrol(simulator: Simulator, code: string): Promise<Group> {
  const clerk = simulator.person('鈴木');
  const group = simulator.group('マザーズ窓口', [clerk]);
  await group.invitesBot();
  await group.receives();
  await clerk.in(group).says(code);
  await group.receives('ここが職員用のトークになりました');
  return group;
}

const isHealthy = (origin: string): Promise<boolean> =>
  fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(3000) }).then(
    ({ status }) => status === 200,
    () => false,
  );
