// SIGTERM ends the process soon, whatever hangs on it, and what was in hand is done by the next one.
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startOffice } from './helpers/office.ts';

/** Docker's own patience; systemd and compose have more. */
const patienceMs = 10_000;

test('half-open bodies, answers that nobody reads and calls that LINE does not answer do not keep it from ending', async () => {
  const office = await startOffice({ server: 'process', begins: 'now' });
  const { simulator } = office;
  const hanako = await office.guest();
  simulator.faults.add({
    endpoint: 'reply',
    chatId: hanako.person.userId,
    how: 'timeout',
    when: 'before',
    times: 1,
  });
  await hanako.person.says('相談を申し込む');
  await simulator.waitFor(({ calls }) => calls.some(({ fault }) => fault === 'timeout'));
  const { port } = new URL(office.origin);
  const held = async (sent: string) => {
    const socket = connect(Number(port), '127.0.0.1').pause();
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => {});
    await once(socket, 'connect');
    if (sent !== '') socket.write(sent);
  };
  const head = 'host: a\r\nx-line-signature: a\r\n';
  await held('');
  await held(`POST /webhook HTTP/1.1\r\n${head}content-length: 100\r\n\r\n{`);
  await held(`POST /webhook HTTP/1.1\r\n${head}transfer-encoding: chunked\r\n\r\n5\r\nab`);
  await held(`POST /webhook HTTP/1.1\r\n${head}`);
  await held('GET /healthz HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(500));
  const asked = Date.now();
  expect(await office.end('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(Date.now() - asked).toBeLessThan(patienceMs);

  simulator.faults.clear();
  await office.restart();
  expect(await hanako.hears('利用規約に同意しますか')).toBeDefined();
  expect(hanako.timesSeen('利用規約に同意しますか')).toBe(1);
  await office.close();
}, 90_000);
