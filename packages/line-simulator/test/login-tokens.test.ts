// What a web page opened in LINE holds of the person who opened it.
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Simulator } from '../src/simulator.ts';
import { simulatorForTest } from './helpers/bot.ts';
import { answerTo } from './helpers/menus.ts';
import { HOUR, issuer, oauth, standing, worksWith } from './helpers/tokens.ts';

async function form(simulator: Simulator, path: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  const response = await fetch(simulator.origin + path, { method: 'POST', body });
  return { status: response.status, body: z.unknown().parse(await response.json()) };
}

describe('An ID token (rule 34)', () => {
  const check = (simulator: Simulator, id_token: string, more: Record<string, string> = {}) =>
    form(simulator, '/oauth2/v2.1/verify', {
      id_token,
      client_id: simulator.channel.loginChannelId,
      ...more,
    });
  const invalid = (why: string) => oauth('invalid_request', why);

  test('tells who somebody is, for an hour', async () => {
    const simulator = await simulatorForTest({ ...standing, loginChannelId: '42' });
    const hanako = simulator.person('花子', { pictureUrl: 'https://example.com/hanako.png' });
    const token = hanako.idToken({ nonce: 'once' });
    expect(await check(simulator, token, { nonce: 'once', user_id: hanako.userId })).toMatchObject({
      status: 200,
      body: { iss: 'https://access.line.me', sub: hanako.userId, aud: '42', nonce: 'once', name: '花子' },
    });
    simulator.clock.moveBy(HOUR - 1);
    expect((await check(simulator, token)).status).toBe(200);
    simulator.clock.moveBy(1);
    expect(await check(simulator, token)).toEqual(invalid('IdToken expired.'));
  });

  test('is refused when it was touched, or is not what was asked for', async () => {
    const simulator = await simulatorForTest(standing);
    const token = simulator.person('花子').idToken({ nonce: 'once' });
    const [head, , tail] = token.split('.');
    const [, other] = simulator.person('太郎').idToken().split('.');
    for (const forged of [`${head}.${other}.${tail}`, 'a.b.c', '', 'ü'])
      expect(await check(simulator, forged)).toEqual(invalid('Invalid IdToken.'));
    expect(await check(simulator, token, { client_id: '1' })).toEqual(invalid('Invalid IdToken Audience.'));
    expect(await check(simulator, token, { nonce: 'twice' })).toEqual(invalid('Invalid IdToken Nonce.'));
    expect(await check(simulator, token, { user_id: 'U1' })).toEqual(
      invalid('Invalid IdToken Subject Identifier.'),
    );
  });

  test('can be checked with the published key', async () => {
    const simulator = await simulatorForTest(standing);
    const [head, body, signature = ''] = simulator.person('花子').idToken().split('.');
    const response = await fetch(`${simulator.origin}/oauth2/v2.1/certs`);
    const { keys } = z
      .object({ keys: z.array(z.record(z.string(), z.unknown())) })
      .parse(await response.json());
    const key = createPublicKey({ key: keys[0] as JsonWebKey, format: 'jwk' });
    const text = Buffer.from(`${head}.${body}`);
    const how = { key, dsaEncoding: 'ieee-p1363' as const };
    expect(verify('sha256', text, how, Buffer.from(signature, 'base64url'))).toBe(true);
  });
});

test("A person's access token is good for twelve hours, and for no call of the bot", async () => {
  const simulator = await simulatorForTest(standing);
  const token = simulator.person('花子').liffAccessToken();
  const tokens = issuer(simulator);
  const asked = () => answerTo(tokens.verifyChannelTokenByJWT(token));
  expect(await tokens.verifyChannelTokenByJWT(token)).toEqual({
    client_id: simulator.channel.loginChannelId,
    expires_in: (12 * HOUR) / 1000,
    scope: 'profile openid',
  });
  expect(await worksWith(simulator, token)).toBe(401);
  simulator.clock.moveBy(12 * HOUR - 1);
  expect((await asked()).status).toBe(200);
  simulator.clock.moveBy(1);
  expect(await asked()).toEqual(oauth('invalid_request', 'access token expired'));
});

test("A person's access token opens her own profile and friendship, and nobody's after twelve hours", async () => {
  const simulator = await simulatorForTest(standing);
  const hanako = simulator.person('花子', { statusMessage: '元気' });
  const ask = async (path: string, token: string) => {
    const response = await fetch(simulator.origin + path, { headers: { authorization: `Bearer ${token}` } });
    return { status: response.status, body: z.unknown().parse(await response.json()) };
  };
  const token = hanako.liffAccessToken();
  const { userId } = hanako;
  const profile = { userId, displayName: '花子', statusMessage: '元気' };
  expect(await ask('/v2/profile', token)).toEqual({ status: 200, body: profile });
  expect(await ask('/friendship/v1/status', token)).toEqual({ status: 200, body: { friendFlag: false } });
  await hanako.follow();
  expect(await ask('/friendship/v1/status', token)).toEqual({ status: 200, body: { friendFlag: true } });
  expect(JSON.stringify(simulator.calls)).not.toContain(token);
  for (const other of [simulator.channel.accessToken, 'guess'])
    expect((await ask('/v2/profile', other)).status).toBe(401);
  simulator.clock.moveBy(12 * HOUR - 1);
  expect((await ask('/v2/profile', token)).status).toBe(200);
  simulator.clock.moveBy(1);
  expect((await ask('/v2/profile', token)).status).toBe(401);
  const last = hanako.liffAccessToken();
  await simulator.reset();
  simulator.person('花子', { userId });
  expect((await ask('/v2/profile', last)).status).toBe(401);
});

test('Both tokens of a person can be had over HTTP', async () => {
  const simulator = await simulatorForTest(standing);
  const { userId } = simulator.person('花子');
  const response = await fetch(`${simulator.origin}/_control/people/${userId}/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"nonce":"once"}',
  });
  const { idToken, accessToken } = z
    .object({ idToken: z.string(), accessToken: z.string() })
    .parse(await response.json());
  const client_id = simulator.channel.loginChannelId;
  expect(await form(simulator, '/oauth2/v2.1/verify', { id_token: idToken, client_id })).toMatchObject({
    body: { sub: userId, nonce: 'once' },
  });
  expect((await issuer(simulator).verifyChannelTokenByJWT(accessToken)).client_id).toBe(client_id);
});
