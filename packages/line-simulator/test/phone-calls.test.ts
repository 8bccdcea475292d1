// What a page asks after every change, however long it all has become: the end of a chat, and what went wrong.
import { describe, expect, test } from 'vitest';
import type { Missed } from '../src/control/webhooks.ts';
import type { OpenChat } from '../src/phone/phone.ts';
import { botFor, simulatorForTest } from './helpers/bot.ts';
import { call, get } from './helpers/control-calls.ts';

describe('The newest entries of a chat', () => {
  test('are so many and no more, with how many came before them', async () => {
    const simulator = await simulatorForTest();
    const { userId, ...hanako } = simulator.person('Hanako');
    for (const text of ['one', 'two', 'three']) await hanako.says(text);
    const newest = async (count: number) => {
      const { entries, earlier } = await get<OpenChat>(
        simulator,
        `/people/${userId}/chats/${userId}/newest/${count}`,
      );
      return { earlier, texts: entries.map((one) => one.from === 'person' && one.message.text) };
    };
    expect(await newest(2)).toEqual({ earlier: 1, texts: ['two', 'three'] });
    expect(await newest(3)).toEqual({ earlier: 0, texts: ['one', 'two', 'three'] });
    expect(await newest(4)).toEqual({ earlier: 0, texts: ['one', 'two', 'three'] });
    expect(simulator.openChat(userId, userId)).toMatchObject({ earlier: 0, entries: { length: 3 } });
  });

  test.each(['0', '-1', '1.5', 'ten', '1e3', '1000000000'])('are not %s', async (count) => {
    const simulator = await simulatorForTest();
    const { userId } = simulator.person('Hanako');
    const path = `/people/${userId}/chats/${userId}/newest/${count}`;
    expect(await call(simulator, 'GET', path)).toMatchObject({
      status: 422,
      body: { message: `Not a number of entries: ${count}` },
    });
  });
});

describe('Missed webhooks', () => {
  test('are those of chats whose last one did not reach the bot', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const [hanako, taro] = [simulator.person('Hanako'), simulator.person('Taro')];
    const team = simulator.group('Team', [taro]);
    const missed = () => get<Missed[]>(simulator, '/webhooks/missed');
    await team.invitesBot();
    await hanako.says('Hello');
    expect(await missed()).toEqual([]);
    bot.status = 500;
    await hanako.says('Hello?');
    await taro.in(team).says('Hello?');
    expect(await missed()).toMatchObject([
      { chatId: team.groupId, outcome: 'error_status_code', status: 500, at: expect.any(Number) },
      { chatId: hanako.userId, outcome: 'error_status_code', status: 500 },
    ]);
    expect(JSON.stringify(await missed())).not.toContain('Hello');
    bot.status = 200;
    await hanako.says('And now?');
    expect((await missed()).map(({ chatId }) => chatId)).toEqual([team.groupId]);
  });
});
