// What the platform demands of every request, and the endpoints that only tell something.
import { describe, expect, test } from 'vitest';
import { botFor, clientOf, SECRET, simulatorForTest, TOKEN } from './helpers/bot.ts';

const PUSH = '/v2/bot/message/push';
const json = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };

describe('Every request (rules 1 and 2)', () => {
  test('gets a request id of its own, whatever becomes of it', async () => {
    const { origin } = await simulatorForTest();
    const responses = await Promise.all(
      ['/v2/bot/info', '/nowhere', PUSH].map((path) => fetch(origin + path)),
    );
    const ids = responses.map(({ headers }) => headers.get('x-line-request-id'));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.for([
    ['without a token', {}],
    ['with a wrong token', { authorization: 'Bearer wrong' }],
    ['with the token in another way', { authorization: TOKEN }],
  ] as const)('%s is answered 401 (rule 1)', async ([, headers]) => {
    const { origin } = await simulatorForTest();
    const response = await fetch(`${origin}/v2/bot/info`, { headers });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('Authentication failed');
  });

  test.for([
    ['GET', '/v2/bot/info/'],
    ['GET', '//v2/bot/info'],
    ['GET', '/v2/bot/profile/'],
    ['POST', '/v2/bot/info'],
    ['GET', PUSH],
    ['POST', '/v2/bot/message/telepathy'],
  ] as const)('%s %s is answered 404', async ([method, path]) => {
    const { origin } = await simulatorForTest();
    const response = await fetch(origin + path, { method, headers: json });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: 'Not found' });
  });

  test('has to say that it is JSON, and be it (rule 2)', async () => {
    const { origin } = await simulatorForTest();
    const post = async (body: string, type?: string) => {
      const headers = { ...json, 'content-type': type ?? 'application/json' };
      const response = await fetch(origin + PUSH, { method: 'POST', headers, body });
      return { status: response.status, body: await response.json() };
    };
    expect(await post('{}', 'text/plain')).toEqual({
      status: 400,
      body: { message: 'The content type, text/plain, is not supported' },
    });
    expect(await post('{"to":')).toMatchObject({
      status: 400,
      body: {
        message: expect.stringMatching(
          /^The request body could not be parsed as JSON \(line: .*, column: .*\)$/,
        ),
      },
    });
    expect(await post('{}', 'application/json; charset=utf-8')).toEqual({
      status: 400,
      body: {
        message: 'The request body has 2 error(s)',
        details: [
          { message: 'May not be empty', property: 'to' },
          { message: 'May not be empty', property: 'messages' },
        ],
      },
    });
  });

  test('may have 2 MB (rule 2)', async () => {
    const { origin } = await simulatorForTest();
    const frame = JSON.stringify({ to: '', messages: [] }).length;
    const post = (bytes: number) =>
      fetch(origin + PUSH, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ to: 'a'.repeat(bytes - frame), messages: [] }),
      });
    expect((await post(2 * 1024 * 1024)).status).toBe(400);
    expect((await post(2 * 1024 * 1024 + 1)).status).toBe(413);
  });

  test('is kept in the log, without the token', async () => {
    const simulator = await simulatorForTest();
    await fetch(`${simulator.origin}/v2/bot/info`, { headers: json });
    expect(simulator.calls).toMatchObject([{ endpoint: 'bot-info', method: 'GET', status: 200 }]);
    expect(JSON.stringify(simulator.calls)).not.toContain(TOKEN);
    expect(JSON.stringify(simulator.calls)).not.toContain(SECRET);
  });
});

describe('Profiles (rule 30)', () => {
  const NOT_FOUND = { status: 404, body: '{"message":"Not found"}' };

  test('are shown by friends and by strangers who wrote, not by those who have blocked the account', async () => {
    const simulator = await simulatorForTest();
    await botFor(simulator);
    const client = clientOf(simulator);
    const hanako = simulator.person('花子', { language: 'ja', statusMessage: 'はい' });
    const { userId } = hanako;
    await expect(client.getProfile(userId)).rejects.toMatchObject(NOT_FOUND);
    await hanako.says('はじめまして');
    const profile = { userId, displayName: '花子', language: 'ja', statusMessage: 'はい' };
    expect(await client.getProfile(userId)).toEqual(profile);
    await hanako.follow();
    expect(await client.getProfile(userId)).toEqual(profile);
    await hanako.unfollow();
    await expect(client.getProfile(userId)).rejects.toMatchObject(NOT_FOUND);
    await expect(client.getProfile('hanako')).rejects.toMatchObject({
      status: 400,
      body: `{"message":"The value for the 'userId' parameter is invalid"}`,
    });
  });

  test('of members, and facts of groups, are told while the account is in the group', async () => {
    const simulator = await simulatorForTest();
    await botFor(simulator);
    const client = clientOf(simulator);
    const yamada = simulator.person('山田');
    const outsider = simulator.person('外の人');
    const group = simulator.group('窓口', [yamada, simulator.person('鈴木')]);
    const { groupId } = group;
    await expect(client.getGroupSummary(groupId)).rejects.toMatchObject(NOT_FOUND);
    await group.invitesBot();
    expect(await client.getGroupSummary(groupId)).toEqual({ groupId, groupName: '窓口' });
    expect(await client.getGroupMemberCount(groupId)).toEqual({ count: 2 });
    expect(await client.getGroupMemberProfile(groupId, yamada.userId)).toEqual({
      userId: yamada.userId,
      displayName: '山田',
    });
    await expect(client.getGroupMemberProfile(groupId, outsider.userId)).rejects.toMatchObject(NOT_FOUND);
    await expect(client.getGroupSummary('C1')).rejects.toMatchObject({ status: 400 });
    await group.removesBot();
    await expect(client.getGroupMemberCount(groupId)).rejects.toMatchObject(NOT_FOUND);
  });
});

describe('The account', () => {
  test('can ask who it is and what it may send', async () => {
    const simulator = await simulatorForTest({ botName: '窓口' });
    const client = clientOf(simulator);
    expect(await client.getBotInfo()).toMatchObject({
      userId: simulator.channel.botUserId,
      displayName: '窓口',
    });
    expect(await client.getMessageQuota()).toEqual({ type: 'none' });
    expect(await client.getMessageQuotaConsumption()).toEqual({ totalUsage: 0 });
  });

  test('shows that it is writing, until it has written or the time is over', async () => {
    const simulator = await simulatorForTest();
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    await hanako.follow();
    const load = (loadingSeconds?: number) =>
      bot.client.showLoadingAnimation({
        chatId: hanako.userId,
        ...(loadingSeconds ? { loadingSeconds } : {}),
      });
    await load();
    expect(hanako.isLoading()).toBe(true);
    simulator.clock.moveBy(20_000);
    expect(hanako.isLoading()).toBe(false);
    await load(60);
    await bot.client.pushMessage({ to: hanako.userId, messages: [{ type: 'text', text: 'はい' }] });
    expect(hanako.isLoading()).toBe(false);
  });

  test.for([
    [5, []],
    [60, []],
    [4, ['Must be between 5 and 60', 'must be a multiple of five']],
    [65, ['Must be between 5 and 60']],
    [12, ['must be a multiple of five']],
  ] as const)('for %d seconds (rule 26): complaints %j', async ([loadingSeconds, complaints]) => {
    const simulator = await simulatorForTest();
    const body = JSON.stringify({ chatId: simulator.person('花子').userId, loadingSeconds });
    const response = await fetch(`${simulator.origin}/v2/bot/chat/loading/start`, {
      method: 'POST',
      headers: json,
      body,
    });
    expect(response.status).toBe(complaints.length > 0 ? 400 : 202);
    const details = complaints.map((message) => ({ message, property: 'loadingSeconds' }));
    expect(await response.json()).toEqual(
      details.length > 0 ? { message: `The request body has ${details.length} error(s)`, details } : {},
    );
  });

  test('shows nothing to those who are not its friends, without a word (rule 26)', async () => {
    const simulator = await simulatorForTest();
    await botFor(simulator);
    const [stranger, blocker] = [simulator.person('通りすがり'), simulator.person('去る人')];
    await blocker.follow();
    await blocker.unfollow();
    for (const { userId } of [stranger, blocker])
      expect(await clientOf(simulator).showLoadingAnimation({ chatId: userId })).toEqual({});
    expect([stranger.isLoading(), blocker.isLoading()]).toEqual([false, false]);
  });

  test('cannot do that in groups (rule 26)', async () => {
    const simulator = await simulatorForTest();
    await botFor(simulator);
    const group = simulator.group('窓口', [simulator.person('山田')]);
    await group.invitesBot();
    await expect(clientOf(simulator).showLoadingAnimation({ chatId: group.groupId })).rejects.toMatchObject({
      status: 400,
      body: expect.stringContaining('Only user id is acceptable'),
    });
  });
});
