// The second door: everything over HTTP.
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { botFor, clientOf, flexWith, replying, simulatorForTest } from './helpers/bot.ts';
import { callerOf } from './helpers/control.ts';

const anything = z.record(z.string(), z.unknown());

describe('Control calls', () => {
  test('make people and groups, act for them, and show what they see', async () => {
    const simulator = await simulatorForTest();
    await replying(simulator, () => [flexWith({ label: '確定する', data: 'ok' })]);
    const call = callerOf(simulator);
    const person = anything.parse((await call('POST', '/people', { displayName: '花子' })).body);
    expect(person).toMatchObject({ displayName: '花子', friendship: 'none' });
    const acts = `/people/${String(person.userId)}/acts`;
    expect(await call('POST', acts, { act: 'follow' })).toMatchObject({
      status: 200,
      body: { outcome: 'ok' },
    });
    await call('POST', acts, { act: 'says', text: 'はい' });
    const chat = `/chats/${String(person.userId)}`;
    expect(await call('POST', `${chat}/receives`, { timeoutMs: 1000 })).toMatchObject({
      body: { way: 'reply', buttons: ['確定する'] },
    });
    expect(await call('GET', chat)).toMatchObject({
      body: { screen: '花子: はい\nbot: [確定する]', allButtons: ['確定する', '確定する'] },
    });
    expect(await call('POST', acts, { act: 'presses', label: '確定する' })).toMatchObject({
      body: { kind: 'postback', data: 'ok' },
    });
    expect(await call('POST', acts, { act: 'sends', kind: 'sticker' })).toMatchObject({ status: 200 });
    expect(await call('POST', acts, { act: 'pressesData', data: 'x' })).toMatchObject({ status: 200 });
    const made = await call('POST', '/groups', { name: '窓口', members: [person.userId] });
    const group = anything.parse(made.body);
    await call('POST', `/groups/${String(group.groupId)}/acts`, { act: 'invitesBot' });
    await call('POST', acts, { act: 'says', text: 'ヘルプ', in: group.groupId });
    expect(simulator.findGroup(String(group.groupId)).story()).toContain('花子: ヘルプ');
    expect(await call('GET', '/state')).toMatchObject({
      body: { people: [{ friendship: 'friend' }], groups: [{ name: '窓口', botIsMember: true }] },
    });
  });

  test('set time, switches, quota, faults and the webhook', async () => {
    const simulator = await simulatorForTest();
    const call = callerOf(simulator);
    const now = '2026-12-01T09:50:00+09:00';
    expect(await call('PUT', '/clock', { now })).toMatchObject({
      body: { now: expect.stringMatching(/^2026-12-01T00:50:0/) },
    });
    await call('PUT', '/clock', { forwardMs: 60_000 });
    expect(simulator.clock.now()).toBeGreaterThanOrEqual(Date.parse(now) + 60_000);
    await call('PATCH', '/switches', { redeliveries: 2 });
    expect(simulator.switches.redeliveries).toBe(2);
    await call('PUT', '/quota', { limit: 200, used: 199 });
    expect(simulator.quota).toMatchObject({ limit: 200 });
    expect(simulator.quota.used()).toBe(199);
    await call('PUT', '/quota', { limit: null });
    expect(simulator.quota.limit).toBeUndefined();
    const { body } = await call('POST', '/faults', {
      endpoint: 'push',
      how: 'reset',
      when: 'after',
      times: 2,
    });
    expect(simulator.faults.list()).toEqual([body]);
    await call('DELETE', `/faults/${String(anything.parse(body).id)}`);
    expect((await call('GET', '/faults')).body).toEqual([]);
    await call('PUT', '/webhook', { url: 'http://127.0.0.1:9/webhook' });
    expect(simulator.webhookUrl).toBe('http://127.0.0.1:9/webhook');
  });

  test('hold, release, repeat and forge webhooks, and give the transcript', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const call = callerOf(simulator);
    const hanako = simulator.person('花子');
    await call('POST', '/webhooks/hold');
    const acts = [hanako.says('一'), hanako.says('二')];
    expect((await call('POST', '/webhooks/release', { together: true })).body).toHaveLength(1);
    await Promise.all(acts);
    const webhookEventId = bot.received[0]?.events[0]?.webhookEventId;
    await call('POST', '/webhooks/redeliver', { webhookEventId });
    await call('POST', '/webhooks/duplicate', { webhookEventId });
    expect(await call('POST', '/webhooks', { events: [] })).toMatchObject({ body: { status: 200 } });
    expect(await call('POST', '/webhooks', { body: '{}', signature: null })).toMatchObject({
      body: { status: 401 },
    });
    expect(bot.received).toHaveLength(5);
    expect((await call('POST', '/settled')).status).toBe(200);
    await clientOf(simulator).getBotInfo();
    expect(await call('GET', '/transcript')).toMatchObject({
      body: { chats: [{ entries: [{}, {}] }], calls: [{ endpoint: 'bot-info' }], deliveries: [{}, {}, {}] },
    });
    await call('DELETE', '/transcript');
    expect(await call('GET', '/webhooks')).toMatchObject({ body: [] });
  });

  test('say what is wrong with them', async () => {
    const simulator = await simulatorForTest();
    const call = callerOf(simulator);
    const hanako = simulator.person('花子');
    const acts = `/people/${hanako.userId}/acts`;
    expect(await call('POST', acts, { act: 'dances' })).toMatchObject({ status: 400 });
    expect(await call('PATCH', '/switches', { nonsense: true })).toMatchObject({ status: 400 });
    expect(await call('POST', acts, { act: 'presses', label: '確定する' })).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('no button「確定する」') },
    });
    expect(await call('POST', '/people/U1/acts', { act: 'follow' })).toMatchObject({ status: 422 });
    expect(await call('GET', '/nothing')).toMatchObject({
      status: 404,
      body: { calls: expect.arrayContaining(['POST /_control/people']) },
    });
  });

  test('are for this machine only, and not for pages of other origins', async () => {
    const simulator = await simulatorForTest();
    const plain = await fetch(`${simulator.origin}/_control/people`, {
      method: 'POST',
      body: '{"displayName":"花子"}',
    });
    expect(plain.status).toBe(422);
    const rebound = await new Promise<number | undefined>((resolve, reject) => {
      request(`${simulator.origin}/_control/state`, { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(rebound).toBe(403);
    expect(simulator.people()).toEqual([]);
  });
});
