// `npm run demo`: a whole booking by itself, and what it says when it cannot start.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { addDays } from 'date-fns';
import { expect, onTestFinished, test } from 'vitest';
import { EnvironmentError } from '../../src/config/environment.ts';
import { runDemo } from '../../src/demo/run-demo.ts';
import { freshDataDir } from '../helpers/database.ts';
import { anyPorts, offices, start } from './start.ts';

test('with --play one booking goes from the greeting to the last reminder, also over holidays, and all is closed again', async () => {
  const values = { ...anyPorts, DATA_DIR: await freshDataDir() };
  const { words, close } = await runDemo(values, offices, true, addDays(new Date(), 9));
  expect(close).toBeUndefined();
  expect(words).toMatch(/友だち|はじめまして[\s\S]*受付番号[\s\S]*確定する[\s\S]*相談室A/);
  expect(words.split('ミーティングID').length).toBeGreaterThan(3);
});

test('a port that is taken, or is none, is a sentence that names the variable', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await once(taken, 'listening');
  const address = taken.address();
  const port = String(typeof address === 'object' && address?.port);
  for (const SIMULATOR_PORT of [port, 'none', '65536']) {
    const starting = start({ SIMULATOR_PORT });
    await expect(starting).rejects.toThrow(EnvironmentError);
    await expect(starting).rejects.toThrow(/SIMULATOR_PORT/);
  }
});
