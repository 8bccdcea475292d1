import { describe, expect, test } from 'vitest';
import { botFor, flexWith, replyTokenOf, simulatorForTest } from './helpers/bot.ts';

describe('Groups', () => {
  const group = async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const [yamada, suzuki] = [simulator.person('山田'), simulator.person('鈴木')];
    return { simulator, bot, yamada, suzuki, desk: simulator.group('窓口', [yamada, suzuki]) };
  };

  test('the account joins, hears everyone, and leaves', async () => {
    const { bot, yamada, suzuki, desk } = await group();
    await yamada.in(desk).says('まだいない');
    expect(bot.received).toHaveLength(0);
    await desk.invitesBot();
    await yamada.in(desk).says('ヘルプ');
    await bot.client.pushMessage({
      to: desk.groupId,
      messages: [flexWith({ label: '確定する', data: 'ok' })],
    });
    await suzuki.in(desk).presses('確定する');
    await suzuki.in(desk).leaves();
    await desk.removesBot();
    const events = bot.received.flatMap(({ events }) => events);
    expect(events.map(({ type }) => type)).toEqual(['join', 'message', 'postback', 'memberLeft', 'leave']);
    const { groupId } = desk;
    expect(events[0]?.source).toEqual({ type: 'group', groupId });
    expect(events[1]?.source).toEqual({ type: 'group', groupId, userId: yamada.userId });
    expect(events[2]?.source).toEqual({ type: 'group', groupId, userId: suzuki.userId });
    expect(replyTokenOf(events[4])).toBeUndefined();
    expect(desk.story()).toContain('山田: ヘルプ');
  });

  test('the user id can be left out of postbacks and messages (rule 32)', async () => {
    const { simulator, bot, yamada, desk } = await group();
    await desk.invitesBot();
    simulator.switches.userIdInGroupPostbacks = false;
    await yamada.in(desk).pressesData('a');
    await yamada.in(desk).says('b');
    simulator.switches.userIdInGroupMessages = false;
    await yamada.in(desk).says('c');
    const sources = bot.received.slice(1).map(({ events }) => events[0]?.source);
    const { groupId } = desk;
    expect(sources).toEqual([
      { type: 'group', groupId },
      { type: 'group', groupId, userId: yamada.userId },
      { type: 'group', groupId },
    ]);
  });

  test('only members can write, and an account that may not join is not invited (rule 32)', async () => {
    const { simulator, desk } = await group();
    await expect(simulator.person('外の人').in(desk).says('あ')).rejects.toThrow('is not in the group');
    simulator.switches.mayJoinGroups = false;
    await expect(desk.invitesBot()).rejects.toThrow('may not join groups');
  });

  test('nobody joins twice or leaves what they are not in', async () => {
    const { simulator, bot, yamada, desk } = await group();
    await desk.invitesBot();
    await expect(desk.adds(yamada)).rejects.toThrow('山田 is already in 「窓口」');
    await yamada.in(desk).leaves();
    await expect(yamada.in(desk).leaves()).rejects.toThrow('山田 is not in 「窓口」');
    await expect(simulator.person('外の人').in(desk).leaves()).rejects.toThrow('is not in');
    await desk.adds(yamada);
    const types = bot.received.flatMap(({ events }) => events.map(({ type }) => type));
    expect(types).toEqual(['join', 'memberLeft', 'memberJoined']);
  });
});
