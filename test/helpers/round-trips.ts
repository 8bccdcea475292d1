// Counts how often programs ask a PostgreSQL server and wait for its answer: a door in front of it that reads along. Every
// answer ends with ReadyForQuery, whatever was asked and by which library.
// https://www.postgresql.org/docs/current/protocol-message-formats.html
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What was asked at once. `connection`: counted from 1, in the order in which they were opened. */
export type RoundTrip = { connection: number; statements: string[] };

export type RoundTrips = {
  /** The same database, through the door. */
  url: string;
  /** Since the last call of `take`, in the order in which the answers came. */
  take(): RoundTrip[];
  close(): Promise<void>;
};

/** Without TLS, as on the loopback. */
export async function countRoundTrips(databaseUrl: string): Promise<RoundTrips> {
  const { hostname, port } = new URL(databaseUrl);
  let trips: RoundTrip[] = [];
  let connections = 0;
  const open = new Set<Socket>();
  const door = createServer((client) => {
    const server = connect(Number(port || 5432), hostname);
    connections += 1;
    const connection = connections;
    let asked: string[] = [];
    const prepared = new Map<string, string>();
    let isStarted = false;
    const fromClient = splitter(true, (type, body) => {
      if (type === 'Q') asked.push(textOf(body, 0));
      // Parse: the statement's name, then its words.
      if (type === 'P') {
        const [name, words] = [textOf(body, 0), textOf(body, body.indexOf(0) + 1)];
        if (name !== '') prepared.set(name, words);
        else asked.push(words);
      }
      // Bind: the portal's name, then the statement's.
      const bound = type === 'B' ? prepared.get(textOf(body, body.indexOf(0) + 1)) : undefined;
      if (bound !== undefined) asked.push(bound);
    });
    const fromServer = splitter(false, (type) => {
      if (type !== 'Z') return;
      // The first one ends the start of the connection.
      if (isStarted) trips.push({ connection, statements: asked });
      isStarted = true;
      asked = [];
    });
    for (const [from, to, read] of [
      [client, server, fromClient],
      [server, client, fromServer],
    ] as const) {
      open.add(from);
      from.on('data', (bytes: Buffer) => {
        read(bytes);
        to.write(bytes);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('The door has no port');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return {
    url: url.href,
    take() {
      const taken = trips;
      trips = [];
      return taken;
    },
    async close() {
      for (const socket of open) socket.destroy();
      door.close();
      await once(door, 'close');
    },
  };
}

const textOf = (body: Buffer, from: number): string => {
  const end = body.indexOf(0, from);
  return body.toString('utf8', from, end < 0 ? undefined : end);
};

/** Calls `found` for each whole message. The first one of a client has no type. */
function splitter(isClient: boolean, found: (type: string, body: Buffer) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let hasType = !isClient;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const head = hasType ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = rest.readUInt32BE(head);
      if (rest.length < head + length) return;
      if (hasType) found(String.fromCharCode(rest[0] ?? 0), rest.subarray(head + 4, head + length));
      hasType = true;
      rest = rest.subarray(head + length);
    }
  };
}
