// A small stand-in for LINE's reply, push and profile calls that misbehaves on command. It keeps the two
// promises delivery rests on: a reply token works once, and a retry key shows its messages once.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behaviour =
  | 'ok'
  | 'reset before'
  | 'reset after'
  | 'silent before'
  | 'silent after'
  | '500 before'
  | '500 after'
  | '200 garbled'
  | 'rate limit'
  | 'quota'
  | 'bad message'
  | 'bad chat'
  | 'bad access token'
  | 'forbidden'
  | 'a wall'
  | 'nothing there'
  | 'not LINE'
  /** Something before LINE answers with that status, a page or nothing, and LINE never sees the call. */
  | `${number} page`
  | `${number} nothing`;

export type Call = { way: 'reply' | 'push' | 'name'; path: string; key?: string; body?: unknown };

const refusals: Partial<Record<Behaviour, [number, string]>> = {
  '500 before': [500, '{"message":"Internal Server Error"}'],
  'rate limit': [429, '{"message":"The API rate limit has been exceeded. Try again later."}'],
  quota: [429, '{"message":"You have reached your monthly limit."}'],
  'bad message': [
    400,
    '{"message":"The request body has 1 error(s)","details":[{"message":"May not be empty","property":"messages[0].text"}]}',
  ],
  'bad chat': [400, '{"message":"Failed to send messages"}'],
  'bad access token': [401, '{"message":"Authentication failed due to the following reason: invalid token"}'],
  forbidden: [403, '{"message":"Access to this API is not available for your account"}'],
  'a wall': [407, '<html>Proxy Authentication Required</html>'],
  'nothing there': [404, '{"message":"Not found"}'],
  'not LINE': [400, '<html>浜松花子</html>'],
};

export async function startFakeLine() {
  const calls: Call[] = [];
  const script: Behaviour[] = [];
  const tokens = new Set<string>();
  const keys = new Set<string>();
  let shown = 0;

  /** The answer to a call that LINE carries out, with its effect. */
  function accept(call: Call): [number, string] {
    if (call.way === 'reply') {
      const { replyToken } = call.body as { replyToken: string };
      if (!tokens.delete(replyToken)) return [400, '{"message":"Invalid reply token"}'];
    } else if (call.way === 'push') {
      if (keys.has(call.key ?? '')) return [409, '{"message":"The retry key is already accepted"}'];
      keys.add(call.key ?? '');
    } else {
      return [200, JSON.stringify({ displayName: '窓口の田中', userId: 'U1' })];
    }
    shown += 1;
    return [200, '{"sentMessages":[{"id":"1"}]}'];
  }

  function answer(call: Call, behaviour: Behaviour, request: IncomingMessage, response: ServerResponse) {
    const [, status, what] = /^(\d+) (page|nothing)$/.exec(behaviour) ?? [];
    if (status) return write(response, [Number(status), what === 'page' ? '<html>浜松花子</html>' : '']);
    const refusal = refusals[behaviour];
    if (refusal) return write(response, refusal);
    if (behaviour === 'reset before') return request.socket.destroy();
    if (behaviour === 'silent before') return;
    const accepted = accept(call);
    if (behaviour === 'reset after') return request.socket.destroy();
    if (behaviour === 'silent after') return;
    if (behaviour === '500 after') return write(response, [500, '{"message":"Internal Server Error"}']);
    if (behaviour === '200 garbled') return write(response, [200, '{"sentMess']);
    return write(response, accepted);
  }

  const server = createServer((request, response) => {
    readBody(request).then((text) => {
      const path = request.url ?? '';
      const way = path.endsWith('/reply') ? 'reply' : path.endsWith('/push') ? 'push' : 'name';
      const key = request.headers['x-line-retry-key'];
      const call: Call = {
        way,
        path,
        ...(typeof key === 'string' ? { key } : {}),
        ...(text === '' ? {} : { body: JSON.parse(text) }),
      };
      calls.push(call);
      answer(call, script.shift() ?? 'ok', request, response);
    }, request.destroy);
  });
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://127.0.0.1:${port}`,
    calls,
    /** How the next calls go, in order; then everything is well. */
    next: (...behaviours: Behaviour[]) => {
      script.splice(0, script.length, ...behaviours);
    },
    giveToken: (token: string) => {
      tokens.add(token);
    },
    /** How many were opened. */
    connections: () => connections,
    /** How often the messages appeared in the chat. */
    shown: () => shown,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type FakeLine = Awaited<ReturnType<typeof startFakeLine>>;

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function write(response: ServerResponse, [status, body]: [number, string]): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}
