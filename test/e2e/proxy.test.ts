// Networks of public offices let nothing out but through their proxy.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { freshFolder } from '../helpers/database.ts';
import { startProcess } from '../helpers/server-process.ts';

/** What it is asked to connect to; it connects to nothing. */
async function startProxy() {
  const asked: (string | undefined)[] = [];
  const proxy = createServer().listen(0, '127.0.0.1');
  proxy.on('connect', ({ url }, socket) => {
    asked.push(url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  onTestFinished(() => void proxy.close().closeAllConnections());
  await once(proxy, 'listening');
  const address = proxy.address();
  return { asked, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` };
}

/** A port on which nobody listens any more. */
async function closedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return String(typeof address === 'object' ? address?.port : 0);
}

test('calls to LINE go through the proxy of HTTPS_PROXY, calls on this machine do not', async () => {
  const { asked, url } = await startProxy();
  const dataDir = await freshFolder();
  const doctor = startProcess(
    {
      LINE_CHANNEL_SECRET: 'secret',
      LINE_CHANNEL_ACCESS_TOKEN: 'token',
      LINE_API_BASE_URL: 'https://line.example',
      DATA_DIR: dataDir,
      PORT: await closedPort(),
      HTTPS_PROXY: url,
    },
    undefined,
    ['doctor'],
  );
  expect((await doctor.exited).code).toBe(1);
  expect(doctor.log()).toMatch(/note {5}server: No server runs on port/);
  expect(asked).toContain('line.example:443');
  expect(asked.filter((host) => host?.startsWith('127.'))).toEqual([]);
});
