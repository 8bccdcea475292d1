// Who sends slowly, from more connections than the server takes, keeps LINE out at no moment.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { office } from '../helpers/the-office.ts';

describe('more slow connections than are taken', () => {
  const head = 'POST /webhook HTTP/1.1\r\nhost: a\r\nx-line-signature: a\r\n';
  const byte = `${head}content-length: 1048576\r\n\r\n{`;
  /** All but the last byte. */
  const almost = `${byte}${' '.repeat(1_048_574)}`;

  const port = () => Number(new URL(office.origin).port);
  /** Over a connection of its own: one from before would be let in anyway. */
  const webhook = async (): Promise<string> => {
    const body = '{"events":[]}';
    const signature = createHmac('sha256', office.webhookSecret).update(body).digest('base64');
    const socket = connect(port(), '127.0.0.1');
    const whole = [
      'POST /webhook HTTP/1.1',
      'host: a',
      'connection: close',
      `x-line-signature: ${signature}`,
    ];
    socket.write([...whole, `content-length: ${body.length}`, '', body].join('\r\n'));
    return (await text(socket).catch(String)).split('\r\n')[0] ?? '';
  };

  test.each([
    ['that send a byte of a body', byte, false],
    ['that send nothing', '', false],
    ['that send half a header', head, false],
    ['that send a byte of a body, and come again when they are cut', byte, true],
    ['that send a megabyte but for its last byte', almost, false],
  ])(
    '%s: every signed webhook is answered 200, and people are answered',
    async (_, sent, again) => {
      const hanako = await office.guest();
      const sockets = new Set<Socket>();
      let isOver = false;
      const open = () => {
        const socket = connect(port(), '127.0.0.1');
        sockets.add(socket);
        socket.on('error', () => {});
        socket.once('close', () => {
          sockets.delete(socket);
          if (again && !isOver) void open();
        });
        if (sent !== '') socket.write(sent);
        return once(socket, 'connect').catch(() => {});
      };
      onTestFinished(() => {
        isOver = true;
        for (const socket of sockets) socket.destroy();
      });
      await Promise.all(Array.from({ length: 520 }, open));
      const answers: string[] = [];
      for (let calls = 0; calls < 20; calls += 1) answers.push(await webhook());
      expect(answers).toEqual(Array(20).fill('HTTP/1.1 200 OK'));
      expect(await hanako.says('予約を見る')).toContain('いまは予約がありません');
    },
    60_000,
  );
});
