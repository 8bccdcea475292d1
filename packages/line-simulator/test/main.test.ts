// `npm run simulator`
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readEnvironment } from '../src/environment.ts';
import { simulatorForTest } from './helpers/bot.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The command, with nothing in its environment but what is given. */
function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  return { child, errors: () => errors, lines: createInterface(child.stdout) };
}

describe('The simulator alone', () => {
  test('starts, tells where, and stops when asked to', async () => {
    const { child, lines } = run({
      LINE_CHANNEL_SECRET: 'a',
      LINE_CHANNEL_ACCESS_TOKEN: 'b',
      SIMULATOR_PORT: '0',
      WEBHOOK_URL: 'http://127.0.0.1:9/webhook',
    });
    const [line] = await once(lines, 'line');
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line))?.[0];
    const response = await fetch(`${origin}/v2/bot/info`, { headers: { authorization: 'Bearer b' } });
    expect(response.status).toBe(200);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });

  test('tells all that is wrong with its environment', async () => {
    const { child, errors } = run({ WEBHOOK_URL: 'localhost', SIMULATOR_PORT: 'x' });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    for (const name of ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN', 'WEBHOOK_URL', 'SIMULATOR_PORT'])
      expect(errors()).toContain(`- ${name} is`);
  });

  test('tells when its port is taken', async () => {
    const { port } = await simulatorForTest();
    const { child, errors } = run({
      LINE_CHANNEL_SECRET: 'a',
      LINE_CHANNEL_ACCESS_TOKEN: 'b',
      SIMULATOR_PORT: String(port),
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(errors()).toContain(`cannot listen on port ${port}`);
    expect(errors()).toContain('Choose another with SIMULATOR_PORT.');
  });

  test('listens on 3030 and posts to the default port of the server unless told otherwise', () => {
    const environment = readEnvironment({ LINE_CHANNEL_SECRET: 'a', LINE_CHANNEL_ACCESS_TOKEN: 'b' });
    expect(environment).toMatchObject({
      ok: true,
      options: { port: 3030, webhookUrl: 'http://127.0.0.1:3000/webhook' },
    });
  });
});
