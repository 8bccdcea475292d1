// People and groups that are no more, and everything back to the start.
import { describe, expect, test } from 'vitest';
import { botFor, clientOf, simulatorForTest } from './helpers/bot.ts';
import { callerOf } from './helpers/control.ts';
import { FAILED, hello, KEY, NOT_FOUND, refusedOf } from './helpers/standing.ts';

describe('Somebody who is removed', () => {
  test('is in no group and no list any more, and pushes reach nobody, without a word (rule 13)', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const [hanako, momoko] = [simulator.person('花子'), simulator.person('桃子')];
    const group = simulator.group('会', [hanako, momoko]);
    await hanako.follow();
    const { userId } = hanako;
    expect(await callerOf(simulator)('DELETE', `/people/${userId}`)).toEqual({ status: 200, body: {} });
    expect(simulator.people().map(({ displayName }) => displayName)).toEqual(['桃子']);
    expect(group.memberIds()).toEqual([momoko.userId]);
    await expect(bot.client.pushMessage({ to: userId, messages: hello })).resolves.toBeDefined();
    expect(simulator.pushes()).toMatchObject([{ delivered: false }]);
    expect(simulator.quota.used()).toBe(0);
    await expect(bot.client.getProfile(userId)).rejects.toMatchObject(NOT_FOUND);
    expect(bot.received).toHaveLength(1);
    expect(await callerOf(simulator)('DELETE', `/people/${userId}`)).toMatchObject({ status: 422 });
    const again = simulator.person('花子', { userId });
    await again.follow();
    await bot.client.pushMessage({ to: userId, messages: hello });
    expect(again.messages()).toHaveLength(1);
  });

  test('may be a group: it is unknown from then on', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const group = simulator.group('会', [simulator.person('花子')]);
    await group.invitesBot();
    const push = () => bot.client.pushMessage({ to: group.groupId, messages: hello });
    await expect(push()).resolves.toBeDefined();
    expect((await callerOf(simulator)('DELETE', `/groups/${group.groupId}`)).status).toBe(200);
    expect(simulator.groups()).toEqual([]);
    await expect(push()).rejects.toMatchObject(FAILED);
  });
});

describe('Whoever still holds somebody who is no more', () => {
  test('can do nothing in their name, and the bot hears nothing', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    const group = simulator.group('会', [hanako]);
    simulator.removePerson(hanako.userId);
    simulator.removeGroup(group.groupId);
    const [momoko, other] = [simulator.person('桃子'), simulator.person('花子', { userId: hanako.userId })];
    const club = simulator.group('会', [momoko]);
    const acts = [
      () => hanako.says('あ'),
      () => hanako.follow(),
      () => hanako.unfollow(),
      () => hanako.pressesData('a'),
      () => hanako.linksAccount({ linkToken: 'a', nonce: 'a'.repeat(10) }),
      () => group.invitesBot(),
    ];
    for (const act of acts) await expect(act()).rejects.toThrow('is not there any more');
    await other.says('あ');
    await simulator.reset();
    await expect(momoko.says('あ')).rejects.toThrow('is not there any more');
    await expect(club.invitesBot()).rejects.toThrow('is not there any more');
    expect(bot.received).toHaveLength(1);
    expect(simulator.people()).toEqual([]);
  });
});

describe('After a reset', () => {
  test('what the bot does not take is not tried again: nobody waits for that', async () => {
    const simulator = await simulatorForTest();
    Object.assign(simulator.switches, { redeliveries: 1000, redeliverAfterMs: 10 });
    const bot = await botFor(simulator);
    bot.status = 500;
    await simulator.person('花子').says('あ');
    await simulator.reset();
    expect(bot.received.length).toBeLessThan(10);
    expect(simulator.switches.redeliveries).toBe(0);
  });

  test('everything is as at the start, but for the clock and the addresses', async () => {
    const simulator = await simulatorForTest({ quotaLimit: 5, switches: { redeliveries: 2 } });
    const bot = await botFor(simulator);
    const call = callerOf(simulator);
    const { body: atStart } = await call('GET', '/state');
    const hanako = simulator.person('花子');
    await hanako.follow();
    simulator.group('会', [hanako]);
    await bot.client.pushMessage({ to: hanako.userId, messages: hello }, KEY);
    Object.assign(simulator.switches, { redeliveries: 0, chatMode: 'chat' });
    simulator.quota.limit = 1;
    simulator.faults.add({ how: '500', endpoint: 'profile' });
    simulator.clock.moveTo('2027-01-01T00:00:00+09:00');
    simulator.webhooks.hold();
    const held = hanako.says('あ');
    expect((await call('POST', '/reset')).status).toBe(200);
    expect(await held).toMatchObject({ outcome: 'not_sent', detail: expect.stringContaining('reset') });
    const { body } = await call('GET', '/state');
    expect(body).toEqual({ ...Object(atStart), now: expect.stringMatching(/^2026-12-31T15:00:/) });
    expect(await call('GET', '/transcript')).toMatchObject({
      body: { chats: [], calls: [], deliveries: [] },
    });
  });

  test('keys, tokens and rates are fresh, and the same bot goes on', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const client = clientOf(simulator);
    const first = simulator.person('花子');
    await first.follow();
    await bot.client.pushMessage({ to: first.userId, messages: hello }, KEY);
    expect(await refusedOf(61, () => client.broadcast({ messages: hello }))).toBe(1);
    const replyToken = simulator.webhooks.deliveries[0]?.events[0]?.replyToken ?? '';
    await simulator.reset();
    await expect(client.replyMessage({ replyToken, messages: hello })).rejects.toMatchObject({ status: 400 });
    const second = simulator.person('花子');
    expect(second.userId).not.toBe(first.userId);
    await second.follow();
    expect(bot.received).toHaveLength(2);
    await client.broadcast({ messages: hello });
    await client.pushMessage({ to: second.userId, messages: hello }, KEY);
    expect(second.messages()).toHaveLength(2);
  });
});
