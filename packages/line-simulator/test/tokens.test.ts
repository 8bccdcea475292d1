// Tokens of the channel, and those that tie accounts together.
import { describe, expect, test } from 'vitest';
import { botFor, clientOf, SECRET, simulatorForTest, TOKEN } from './helpers/bot.ts';
import { answerTo, refused } from './helpers/menus.ts';
import { HOUR, issuer, MINUTE, oauth, standing, worksWith } from './helpers/tokens.ts';

const DAY = 24 * HOUR;

describe('A channel access token (rule 1)', () => {
  test('without a state is good for 15 minutes, and cannot be revoked', async () => {
    const simulator = await simulatorForTest(standing);
    const tokens = issuer(simulator);
    const issued = await tokens.issueStatelessChannelTokenByClientSecret('1234567890', SECRET);
    expect(issued).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
    await tokens.revokeChannelToken(issued.access_token);
    simulator.clock.moveBy(15 * MINUTE - 1);
    expect(await worksWith(simulator, issued.access_token)).toBe(200);
    simulator.clock.moveBy(1);
    expect(await worksWith(simulator, issued.access_token)).toBe(401);
  });

  test('of 30 days is one of 30: the oldest goes; expired ones do not count', async () => {
    const simulator = await simulatorForTest(standing);
    const tokens = issuer(simulator);
    const issue = async () =>
      (await tokens.issueChannelToken('client_credentials', '1234567890', SECRET)).access_token;
    const first = await issue();
    const second = await issue();
    for (let count = 3; count <= 30; count += 1) await issue();
    expect(await worksWith(simulator, first)).toBe(200);
    await issue();
    expect(await worksWith(simulator, first)).toBe(401);
    expect(await worksWith(simulator, second)).toBe(200);
    simulator.clock.moveBy(30 * DAY - 1);
    expect(await worksWith(simulator, second)).toBe(200);
    simulator.clock.moveBy(1);
    expect(await worksWith(simulator, second)).toBe(401);
    const fresh = await issue();
    for (let count = 2; count <= 30; count += 1) await issue();
    expect(await worksWith(simulator, fresh)).toBe(200);
  });

  test('is given for the right channel and secret only', async () => {
    const simulator = await simulatorForTest(standing);
    const tokens = issuer(simulator);
    const stateless = oauth('invalid_request', "Invalid 'client_credentials'.");
    expect(await answerTo(tokens.issueStatelessChannelTokenByClientSecret('1234567890', 'x'))).toEqual(
      stateless,
    );
    expect(await answerTo(tokens.issueStatelessChannelTokenByClientSecret('1', SECRET))).toEqual(stateless);
    const short = (id: string, secret: string) =>
      answerTo(tokens.issueChannelToken('client_credentials', id, secret));
    expect(await short('1', SECRET)).toEqual(oauth('invalid_client', 'invalid client_id'));
    expect(await short('1234567890', 'x')).toEqual(oauth('invalid_client', 'invalid client_secret'));
    expect(await answerTo(tokens.issueChannelToken('password', '1234567890', SECRET))).toMatchObject({
      status: 400,
    });
    const noKey = refused(404, 'Cannot find channel key that satisfies the conditions');
    expect(await answerTo(tokens.issueStatelessChannelTokenByJWTAssertion('a.b.c'))).toEqual(noKey);
    expect(await answerTo(tokens.issueChannelTokenByJWT('client_credentials', 'jwt', 'a.b.c'))).toEqual(
      noKey,
    );
  });

  test('can be asked about and revoked, the fixed one too', async () => {
    const simulator = await simulatorForTest(standing);
    const tokens = issuer(simulator);
    const { access_token } = await tokens.issueChannelToken('client_credentials', '1234567890', SECRET);
    simulator.clock.moveBy(DAY);
    const left = { client_id: '1234567890', expires_in: (29 * DAY) / 1000 };
    expect(await tokens.verifyChannelToken(access_token)).toMatchObject(left);
    expect(await tokens.verifyChannelTokenByJWT(access_token)).toMatchObject(left);
    for (const token of [access_token, TOKEN]) {
      expect((await tokens.verifyChannelToken(token)).client_id).toBe('1234567890');
      await tokens.revokeChannelToken(token);
      expect(await answerTo(tokens.verifyChannelToken(token))).toEqual(
        oauth('invalid_request', 'access_token invalid'),
      );
      expect(await worksWith(simulator, token)).toBe(401);
    }
    expect(await answerTo(tokens.revokeChannelToken('no token at all'))).toEqual({ status: 200 });
  });

  test('is never kept in the log of calls', async () => {
    const simulator = await simulatorForTest(standing);
    const tokens = issuer(simulator);
    const { access_token } = await tokens.issueStatelessChannelTokenByClientSecret('1234567890', SECRET);
    await tokens.verifyChannelToken(access_token);
    const log = JSON.stringify(simulator.calls);
    expect(log).toContain('token-verify');
    for (const secret of [access_token, SECRET]) expect(log).not.toContain(secret);
  });
});

describe('A link token (rule 34)', () => {
  async function stage() {
    const simulator = await simulatorForTest(standing);
    const bot = await botFor(simulator);
    const hanako = simulator.person('花子');
    const { linkToken } = await bot.client.issueLinkToken(hanako.userId);
    return { simulator, bot, hanako, linkToken };
  }
  const nonce = 'a'.repeat(10);

  test('ties accounts once: the bot hears of it with the nonce, and can answer', async () => {
    const { bot, hanako, linkToken } = await stage();
    await hanako.linksAccount({ linkToken, nonce });
    expect(bot.received).toHaveLength(1);
    expect(bot.received[0]?.events[0]).toMatchObject({
      type: 'accountLink',
      source: { type: 'user', userId: hanako.userId },
      replyToken: expect.any(String),
      link: { result: 'ok', nonce },
    });
    expect(await hanako.linksAccount({ linkToken, nonce })).toBeUndefined();
    expect(bot.received).toHaveLength(1);
  });

  test('lives ten minutes', async () => {
    const { simulator, bot, hanako, linkToken } = await stage();
    const { linkToken: second } = await bot.client.issueLinkToken(hanako.userId);
    simulator.clock.moveBy(10 * MINUTE - 1);
    expect(await hanako.linksAccount({ linkToken, nonce })).toMatchObject({ outcome: 'ok' });
    simulator.clock.moveBy(1);
    expect(await hanako.linksAccount({ linkToken: second, nonce })).toBeUndefined();
    expect(bot.received).toHaveLength(1);
  });

  test('of somebody else fails: the bot is told neither who it was nor how to answer', async () => {
    const { simulator, bot, linkToken } = await stage();
    await simulator.person('太郎').linksAccount({ linkToken, nonce });
    const [event] = bot.received[0]?.events ?? [];
    expect(event).toMatchObject({ type: 'accountLink', link: { result: 'failed', nonce } });
    expect(event).not.toHaveProperty('source');
    expect(event).not.toHaveProperty('replyToken');
  });

  test('comes with a nonce of 10 to 255 characters, over HTTP as well', async () => {
    const { simulator, bot, hanako, linkToken } = await stage();
    for (const length of [9, 256])
      await expect(hanako.linksAccount({ linkToken, nonce: 'a'.repeat(length) })).rejects.toThrow(
        'A nonce has',
      );
    const response = await fetch(`${simulator.origin}/_control/people/${hanako.userId}/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ act: 'linksAccount', linkToken, nonce: 'a'.repeat(255) }),
    });
    expect(await response.json()).toMatchObject({ outcome: 'ok' });
    expect(bot.received).toHaveLength(1);
  });

  test('is issued for people there are', async () => {
    const client = clientOf(await simulatorForTest());
    expect(await answerTo(client.issueLinkToken('U1'))).toEqual(
      refused(400, "The value for the 'userId' parameter is invalid"),
    );
    expect(await answerTo(client.issueLinkToken(`U${'0'.repeat(32)}`))).toEqual(refused(404, 'Not found'));
  });
});
