// What nobody foresaw: the operator reads where it happened, whoever asked learns nothing of our insides.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { systemClock } from '../../src/clock.ts';
import { readEnvironment } from '../../src/config/environment.ts';
import type { Database } from '../../src/db/open.ts';

test('A request that fails unforeseen gets a plain 500, and the log a line without the words of the error', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const env = readEnvironment({ LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' });
  const queue = { healthy: () => Promise.reject(new Error('planted 花子 090-1234-5678')) };
  const database = { queue, clock: systemClock } as unknown as Database;
  const server = createServer(createApp({ env, database, log, reach: { trouble: () => undefined } })).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/花子|at /);
  expect(lines.join('')).toContain('A request failed');
  expect(lines.join('')).not.toContain('花子');
  server.close();
});
