import { describe, expect, test } from 'vitest';
import { NoSuchButtonError } from '../src/screen/find-button.ts';
import { botFor, clientOf, flexWith, replying, simulatorForTest } from './helpers/bot.ts';

describe('Pressing buttons', () => {
  test('fails with the list of what is there', async () => {
    const simulator = await simulatorForTest();
    await replying(simulator, () => [
      flexWith({ label: '確定する', data: 'a' }, { label: 'お断りする', data: 'b' }),
    ]);
    const hanako = simulator.person('花子');
    await hanako.says('はい');
    const failure = hanako.presses('取り消す');
    await expect(failure).rejects.toThrow(NoSuchButtonError);
    await expect(failure).rejects.toThrow(
      'no button「取り消す」 in this chat. To be pressed: 「確定する」 「お断りする」.',
    );
  });

  test('finds the newest card, and an older one by its message or by counting', async () => {
    const simulator = await simulatorForTest();
    let count = 0;
    await replying(simulator, (event) => {
      if (event.type !== 'message') return undefined;
      count += 1;
      return [flexWith({ label: '選ぶ', data: `card=${count}` })];
    });
    const hanako = simulator.person('花子');
    await hanako.says('一');
    const first = await hanako.receives();
    await hanako.says('二');
    expect(await hanako.presses('選ぶ')).toMatchObject({ data: 'card=2' });
    expect(await hanako.presses('選ぶ', { nth: 2 })).toMatchObject({ data: 'card=1' });
    expect(await hanako.presses('選ぶ', { message: first.id })).toMatchObject({ data: 'card=1' });
    await expect(hanako.presses('選ぶ', { nth: 3 })).rejects.toThrow(
      'number 3 labelled「選ぶ」(there are 2)',
    );
  });

  test('quick replies are gone once one was pressed or anything came after them', async () => {
    const simulator = await simulatorForTest();
    await botFor(simulator);
    const client = clientOf(simulator);
    const hanako = simulator.person('花子');
    await hanako.follow();
    const silent = {
      type: 'action' as const,
      action: { type: 'postback' as const, label: '静か', data: 'x' },
    };
    const ask = () =>
      client.pushMessage({
        to: hanako.userId,
        messages: [{ type: 'text', text: 'どうしますか', quickReply: { items: [silent] } }],
      });
    await ask();
    await hanako.presses('静か');
    await expect(hanako.presses('静か')).rejects.toThrow('It was a quick reply, which is gone');
    await ask();
    await client.pushMessage({ to: hanako.userId, messages: [{ type: 'text', text: 'もう一つ' }] });
    await expect(hanako.presses('静か')).rejects.toThrow(NoSuchButtonError);
    await ask();
    expect(await hanako.presses('静か')).toMatchObject({ kind: 'postback', data: 'x' });
  });

  test('each kind of action does its own; a picker tells what was picked (rule 24)', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    await hanako.follow();
    await bot.client.pushMessage({
      to: hanako.userId,
      messages: [
        {
          type: 'text',
          text: 'どれでも',
          quickReply: {
            items: [
              { type: 'action', action: { type: 'uri', label: '開く', uri: 'https://example.com/' } },
              { type: 'action', action: { type: 'clipboard', label: '写す', clipboardText: '123' } },
              { type: 'action', action: { type: 'message', label: '言う', text: 'こんにちは' } },
              { type: 'action', action: { type: 'camera', label: '撮る' } },
              {
                type: 'action',
                action: {
                  type: 'datetimepicker',
                  label: '日を選ぶ',
                  data: 'd',
                  mode: 'date',
                  min: '2026-12-01',
                  max: '2026-12-31',
                },
              },
            ],
          },
        },
      ],
    });
    const again = async () => {
      const last = hanako.lastMessage();
      if (last) await bot.client.pushMessage({ to: hanako.userId, messages: [last.message as never] });
    };
    const before = bot.received.length;
    expect(await hanako.presses('撮る')).toEqual({ kind: 'camera' });
    expect(await hanako.presses('開く')).toEqual({ kind: 'uri', uri: 'https://example.com/' });
    await again();
    expect(await hanako.presses('写す')).toEqual({ kind: 'clipboard', text: '123' });
    expect(bot.received).toHaveLength(before);
    await again();
    await hanako.presses('言う');
    expect(bot.received.at(-1)?.events[0]).toMatchObject({
      type: 'message',
      message: { text: 'こんにちは' },
    });
    await again();
    await expect(hanako.presses('日を選ぶ')).rejects.toThrow('wants a date');
    await expect(hanako.presses('日を選ぶ', { picks: '2026-11-30' })).rejects.toThrow('begins at 2026-12-01');
    await expect(hanako.presses('日を選ぶ', { picks: '2026-12-32' })).rejects.toThrow('takes a date');
    await hanako.presses('日を選ぶ', { picks: '2026-12-24' });
    expect(bot.received.at(-1)?.events[0]).toMatchObject({
      type: 'postback',
      postback: { data: 'd', params: { date: '2026-12-24' } },
    });
  });

  test('a postback with any data can be sent for hostile tests', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    await simulator.person('花子').pressesData('forged=1', { params: { date: 'nonsense' } });
    expect(bot.received[0]?.events[0]).toMatchObject({
      type: 'postback',
      postback: { data: 'forged=1', params: { date: 'nonsense' } },
    });
  });
});
