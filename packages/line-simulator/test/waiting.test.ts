import { describe, expect, test } from 'vitest';
import { WaitedTooLongError } from '../src/world/changes.ts';
import { clientOf, replying, simulatorForTest } from './helpers/bot.ts';

const quick = (...labels: string[]) => ({
  items: labels.map((label) => ({
    type: 'action' as const,
    action: { type: 'postback' as const, label, data: `pressed=${label}`, displayText: label },
  })),
});

describe('Waiting', () => {
  test('ends when the message comes, however late, and reads each message once', async () => {
    const simulator = await simulatorForTest();
    const client = clientOf(simulator);
    const hanako = simulator.person('花子');
    await hanako.follow();
    const late = hanako.receives('二');
    for (const text of ['一', '二', '三'])
      await client.pushMessage({ to: hanako.userId, messages: [{ type: 'text', text }] });
    expect((await late).text).toBe('二');
    expect((await hanako.receives()).text).toBe('三');
    await expect(hanako.receives(undefined, { timeoutMs: 20 })).rejects.toThrow(WaitedTooLongError);
  });

  test('tells, when it was in vain, what was waited for and what is in the chat', async () => {
    const simulator = await simulatorForTest({ botName: '窓口' });
    await replying(simulator, () => [{ type: 'text', text: 'どうぞ', quickReply: quick('はい') }]);
    const hanako = simulator.person('花子');
    await hanako.says('予約');
    const waiting = hanako.receives('確定', { timeoutMs: 20 });
    await expect(waiting).rejects.toThrow(
      'Waited 20 ms for a message with 確定 in the chat of 花子, in vain.',
    );
    await expect(waiting).rejects.toThrow('花子: 予約\n窓口: どうぞ\n[はい]');
  });

  test('can be for anything, the third push for instance', async () => {
    const simulator = await simulatorForTest();
    const client = clientOf(simulator);
    const hanako = simulator.person('花子');
    await hanako.follow();
    const third = simulator.waitFor(({ pushes }) => pushes()[2], { what: 'the third push' });
    for (const text of ['一', '二', '三'])
      await client.pushMessage({ to: hanako.userId, messages: [{ type: 'text', text }] });
    expect(await third).toMatchObject({ endpoint: 'push', chatId: hanako.userId, status: 200 });
    await expect(
      simulator.waitFor(() => undefined, { what: 'the impossible', timeoutMs: 10 }),
    ).rejects.toThrow('Waited 10 ms for the impossible, in vain. Now:\n--- 花子 ---');
  });

  test('is given up when the simulator is closed', async () => {
    const simulator = await simulatorForTest();
    const waiting = expect(simulator.person('花子').receives()).rejects.toThrow('The simulator was closed');
    await simulator.close();
    await waiting;
  });
});
