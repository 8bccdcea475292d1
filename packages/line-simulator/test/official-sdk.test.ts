// LINE's own SDK, as it comes from the registry: an echo bot made of it, and each of its calls that the platform takes.
import { describe, expect, test } from 'vitest';
import { endpointNames } from '../src/api/endpoints.ts';
import { botFor, SECRET, simulatorForTest, TOKEN } from './helpers/bot.ts';
import { startEchoBot } from './helpers/echo-bot.ts';
import { everyCall, type Scene } from './helpers/every-sdk-call.ts';

describe('The echo bot of the SDK’s examples', () => {
  const echoing = async (channelSecret = SECRET) => {
    const simulator = await simulatorForTest();
    simulator.webhookUrl = await startEchoBot({
      channelSecret,
      channelAccessToken: TOKEN,
      apiOrigin: simulator.origin,
    });
    const hanako = simulator.person('花子');
    return { simulator, hanako };
  };

  test('says back what it is told, in a chat and in a group', async () => {
    const { simulator, hanako } = await echoing();
    await hanako.follow();
    for (const text of ['こんにちは', '😊👨‍👩‍👧 emoji', '"}\\n\n', 'あ'.repeat(5000)]) {
      expect(await hanako.says(text)).toMatchObject({ outcome: 'ok', status: 200 });
      expect(hanako.lastMessage()).toMatchObject({ text, way: 'reply' });
    }
    const group = simulator.group('家族', [hanako]);
    await group.invitesBot();
    await hanako.in(group).says('みんなに');
    expect(group.lastMessage()?.text).toBe('みんなに');
  });

  test('is silent on everything else, and answers the Verify button', async () => {
    const { simulator, hanako } = await echoing();
    await hanako.follow();
    for (const kind of ['sticker', 'image', 'location'] as const) await hanako.sends(kind);
    await hanako.pressesData('x');
    await hanako.unfollow();
    expect(await simulator.webhooks.post([])).toMatchObject({ outcome: 'ok', status: 200 });
    expect(simulator.webhooks.deliveries.map(({ outcome }) => outcome)).not.toContain('error_status_code');
    expect(simulator.calls).toEqual([]);
  });

  test('turns away what is not signed, signed with another secret, or no JSON', async () => {
    const { simulator } = await echoing();
    const { postRaw } = simulator.webhooks;
    expect(await postRaw({ body: '{"events":[]}', signature: null })).toMatchObject({ status: 401 });
    expect(await postRaw({ body: '{"events":[]}', signature: 'AAAA' })).toMatchObject({ status: 401 });
    expect(await postRaw({ body: 'no json' })).toMatchObject({ status: 400 });
    const other = await echoing('another-secret');
    expect(await other.hanako.says('はい')).toMatchObject({ outcome: 'error_status_code', status: 401 });
    expect(other.hanako.messages()).toEqual([]);
  });

  test('fails with 500 when its reply fails, as a redelivered event’s used token does', async () => {
    const { simulator, hanako } = await echoing();
    const first = await hanako.says('はい');
    expect(await simulator.webhooks.redeliver(first)).toMatchObject({ status: 500 });
    expect(hanako.messages()).toHaveLength(1);
    expect(simulator.calls.at(-1)).toMatchObject({
      endpoint: 'reply',
      status: 400,
      error: 'Invalid reply token',
    });
  });
});

/** Somebody who has written, sent a film, and is in a group with the account. */
async function startScene(): Promise<Scene> {
  const simulator = await simulatorForTest({ switches: { verifiedAccount: true } });
  const { client, received } = await botFor(simulator);
  const hanako = simulator.person('花子');
  await hanako.follow();
  await hanako.says('はい');
  await hanako.sends('video');
  const group = simulator.group('家族', [hanako]);
  await group.invitesBot();
  const events = received.flatMap((webhook) => webhook.events);
  const [text, film] = events.filter((event) => event.type === 'message');
  if (!text || !film) throw new Error('She has sent a text and a film');
  return { simulator, client, hanako, group, text, film };
}

/** The SDK has no methods for these. */
const NOT_IN_SDK = ['id-token-verify', 'certificates', 'login-profile', 'login-friendship'];

test('Each call of the SDK reaches the endpoint it is meant for, and understands what it says', async () => {
  const scene = await startScene();
  const called: string[] = [];
  for (const [endpoint, call, answer] of everyCall(scene)) {
    const before = scene.simulator.calls.length;
    if (answer === 404) await expect(call(), endpoint).rejects.toMatchObject({ status: answer });
    else expect(await call(), endpoint).toMatchObject(answer);
    expect(scene.simulator.calls.slice(before)).toMatchObject([{ endpoint }]);
    called.push(endpoint);
  }
  // Whoever adds an endpoint adds the SDK's call for it.
  expect([...called, ...NOT_IN_SDK].toSorted()).toEqual(endpointNames.toSorted());
});
