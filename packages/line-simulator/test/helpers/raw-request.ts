// Requests as no well-behaved client would send them: any path, header and bytes, as they stand.
import { request } from 'node:http';
import { connect } from 'node:net';

export type RawRequest = {
  method?: string;
  /** Sent as it stands: no `..` is resolved, nothing is encoded. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array | Iterable<Uint8Array>;
};
export type RawAnswer = {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
};

/** Resolves with the whole answer; rejects when there is none. */
export function ask(origin: string, { method = 'GET', path, headers = {}, body }: RawRequest) {
  return new Promise<RawAnswer>((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    // A connection of its own: Node sends the body of a GET without its length, and what is left of it would
    // be taken for the head of the next request.
    const sent = request({ hostname, port, method, path, headers, agent: false }, async (response) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString('utf8');
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
    });
    sent.on('error', reject);
    if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) sent.end(body);
    else {
      for (const chunk of body) sent.write(chunk);
      sent.end();
    }
  });
}

/** Bytes that need not be HTTP at all. Resolves with whatever came back before the connection was closed. */
export function shout(origin: string, bytes: Uint8Array): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(origin);
    let heard = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.end(bytes));
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    // A reset is an answer too: what matters is whether the other side lives on.
    socket.on('error', () => resolve(heard));
    socket.on('close', () => resolve(heard));
  });
}
