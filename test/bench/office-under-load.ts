// The server as a process of its own, and a stand-in for LINE's API that only notes when an answer came.
// The simulator would measure its own validation; that the messages are faultless is the tests' business.
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BotProcess, startBot } from './bot-process.ts';

const secret = 'bench-secret';
const answerPatienceMs = 30_000;
const main = join(import.meta.dirname, '../../src/main.ts');

export type OfficeUnderLoad = {
  /** Posts these events in one signed webhook; resolves with the ms until the answer came. Rejects unless it is 200. */
  post(events: readonly object[]): Promise<number>;
  /** When the reply with this token arrived, `performance.now()`. */
  answered(replyToken: string): Promise<number>;
  /** What the server had to complain of so far. */
  complaints(): readonly string[];
  close(): Promise<void>;
};

/**
 * `databaseUrl`: a database on a server that nobody else uses; without it the embedded engine, in `dataDir` or in a
 * fresh directory.
 */
export async function openOffice(databaseUrl?: string, dataDir?: string): Promise<OfficeUnderLoad> {
  const answers = new Map<string, PromiseWithResolvers<number>>();
  const awaited = (token: string) => {
    const waiting = answers.get(token) ?? Promise.withResolvers<number>();
    answers.set(token, waiting);
    return waiting;
  };
  const line = await startLine((token) => awaited(token).resolve(performance.now()));
  const fresh = await mkdtemp(join(tmpdir(), 'madoguchi-bench-'));
  const { port, stop, complaints } = await startServer(line.origin, dataDir ?? fresh, databaseUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    post: (events) => post(port, agent, events),
    answered: (token) => awaited(token).promise,
    complaints,
    async close() {
      agent.destroy();
      await stop();
      line.server.close();
      line.server.closeAllConnections();
      await rm(fresh, { recursive: true });
    },
  };
}

async function startLine(onReply: (token: string) => void): Promise<{ server: Server; origin: string }> {
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    // What is asked with GET has no body.
    const { replyToken } = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { replyToken?: string };
    response.setHeader('content-type', 'application/json').end('{"sentMessages":[]}');
    if (replyToken) onReply(replyToken);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

function startServer(origin: string, dataDir: string, databaseUrl: string | undefined): Promise<BotProcess> {
  return startBot(main, [], {
    LINE_CHANNEL_SECRET: secret,
    LINE_CHANNEL_ACCESS_TOKEN: 'bench-token',
    LINE_API_BASE_URL: origin,
    DATA_DIR: dataDir,
    DATA_KEY: randomBytes(32).toString('base64'),
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  });
}

function post(port: number, agent: Agent, events: readonly object[]): Promise<number> {
  const body = Buffer.from(JSON.stringify({ destination: `U${'0'.repeat(32)}`, events }));
  const signature = createHmac('sha256', secret).update(body).digest('base64');
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const from = performance.now();
  const outgoing = request(
    {
      port,
      agent,
      method: 'POST',
      path: '/webhook',
      headers: { 'x-line-signature': signature, 'content-length': body.length },
    },
    (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(performance.now() - from)
          : reject(new Error(`${response.statusCode}`)),
      );
    },
  );
  outgoing.setTimeout(answerPatienceMs, () => outgoing.destroy(new Error('no answer to a webhook')));
  outgoing.on('error', reject).end(body);
  return promise;
}
