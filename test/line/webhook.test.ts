import { createHmac } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWebhook } from '../../src/line/webhook.ts';
import type { Incoming } from '../../src/records/incoming.ts';
import { lineEvent, lineId } from './line-event.ts';
import { captureLog } from './log-capture.ts';

const channelSecret = '8c570fa6dd201bb328f1c1eac23a96d8';
const sign = (body: string) => createHmac('sha256', channelSecret).update(body).digest('base64');

describe('the door for LINE', () => {
  let server: Server;
  let url: string;
  let accepted: Incoming[][];
  let accept: (incoming: Incoming[]) => Promise<void>;
  let foreign: string | undefined;
  let log: ReturnType<typeof captureLog>;

  beforeEach(async () => {
    accepted = [];
    accept = async (incoming) => void accepted.push(incoming);
    log = captureLog();
    const clock = { now: () => new Date('2026-12-01T10:00:01+09:00') };
    const app = express();
    foreign = undefined;
    const isForeign = (destination: string | undefined) => destination === foreign;
    const door = { channelSecret, accept: (incoming: Incoming[]) => accept(incoming), isForeign, clock };
    app.use(createWebhook({ ...door, log: log.logger }));
    server = await new Promise<Server>((resolve) => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  function post(body: string, headers: Record<string, string> = { 'x-line-signature': sign(body) }) {
    const type = { 'content-type': 'application/json; charset=utf-8' };
    return fetch(url, { method: 'POST', body, headers: { ...type, ...headers } });
  }

  const hello = { type: 'message', message: { type: 'text', text: '浜松花子です' } };
  const bodyOf = (...events: unknown[]) => JSON.stringify({ destination: 'U0', events });

  test('takes all events of a request at once, in order, before it says 200', async () => {
    const other = {
      ...hello,
      webhookEventId: '01KBDDZMJ00000000000000002',
      source: { type: 'user', userId: lineId('U2') },
    };
    const answer = await post(bodyOf(lineEvent(hello), lineEvent({ type: 'beacon' }), lineEvent(other)));
    expect(answer.status).toBe(200);
    expect(accepted.map((batch) => batch.map(({ chat }) => chat.id))).toEqual([[lineId('U1'), lineId('U2')]]);
    expect(accepted[0]?.[0]?.receivedAt).toBe(Date.parse('2026-12-01T10:00:01+09:00'));
  });

  test('knows the signature that LINE publishes as an example', async () => {
    const body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}';
    const answer = await post(body, { 'x-line-signature': 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=' });
    expect([answer.status, accepted]).toEqual([200, []]);
  });

  test('says 200 to a request with nothing for us, without a trip to the database', async () => {
    const answer = await post(bodyOf(lineEvent({ type: 'beacon' })));
    expect([answer.status, accepted]).toEqual([200, []]);
  });

  test('keeps the good ones of a request, whatever the others are', async () => {
    const bad = [
      lineEvent({ ...hello, source: { type: 'user', userId: '\u0000' } }),
      lineEvent({ ...hello, webhookEventId: 'A'.repeat(100_000) }),
      lineEvent({ ...hello, timestamp: -8.64e15 }),
      { type: 'message', timestamp: '9999' },
      null,
    ];
    const answer = await post(bodyOf(...bad, lineEvent({ ...hello, timestamp: 8.64e15 }), ...bad));
    expect([answer.status, accepted.map((batch) => batch.length)]).toEqual([200, [1]]);
  });

  test('says 200 to events of more than six days ago, handles none of them, and tells the log', async () => {
    const old = Date.parse('2026-11-25T10:00:00+09:00');
    const answer = await post(bodyOf(lineEvent({ ...hello, timestamp: old })));
    expect([answer.status, accepted]).toEqual([200, []]);
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 40, events: 1 }));
  });

  test('says 200 to what is meant for another account, handles nothing of it, and tells the log', async () => {
    foreign = lineId('U9');
    const bodies = [{ events: [lineEvent(hello)] }, { events: [] }].map((body) => ({
      destination: foreign,
      ...body,
    }));
    for (const body of bodies) expect((await post(JSON.stringify(body))).status).toBe(200);
    expect(accepted).toEqual([]);
    expect(log.lines.filter(({ level }) => level === 40)).toEqual([expect.objectContaining({ events: 1 })]);
    expect((await post(bodyOf(lineEvent(hello)))).status).toBe(200);
    expect(accepted).toHaveLength(1);
  });

  test('verifies the bytes as they came: emoji as escapes, odd spaces, any order', async () => {
    const event = JSON.stringify(lineEvent({ ...hello, message: { type: 'text', text: 'FACE' } }));
    const body = `{ "events" : [ ${event.replace('FACE', '\\uD83E\\uDD28')} ],\n"destination":"U0"}`;
    const answer = await post(body);
    expect([answer.status, accepted[0]?.[0]?.what]).toEqual([200, { type: 'text', text: '🤨' }]);
  });

  test.each([
    ['no signature', {}],
    ['an empty signature', { 'x-line-signature': '' }],
    ['a made-up signature', { 'x-line-signature': sign('something else') }],
    ['a signature that is no base64', { 'x-line-signature': '***' }],
  ])('turns away %s with 401 and reads nothing', async (_name, headers) => {
    const answer = await post(bodyOf(lineEvent(hello)), headers);
    expect([answer.status, accepted, log.lines]).toEqual([401, [], []]);
    expect(await answer.json()).toEqual({ error: expect.stringContaining('x-line-signature') });
  });

  test('turns away a body without a signature before it is read, however large', async () => {
    const answer = await post('a'.repeat(2_000_000), {});
    expect(answer.status).toBe(401);
  });

  test('turns away one changed letter', async () => {
    const body = bodyOf(lineEvent(hello));
    const answer = await post(body.replace('花子', '花予'), { 'x-line-signature': sign(body) });
    expect([answer.status, accepted]).toEqual([401, []]);
  });

  test.each([
    ['no JSON', 'events='],
    ['nothing', ''],
    ['no events', '{"destination":"U0"}'],
    ['events that are no list', '{"events":{"0":{}}}'],
    ['a list alone', '[]'],
    ['null', 'null'],
  ])('says 400 to a signed body with %s', async (_name, body) => {
    const answer = await post(body);
    expect([answer.status, accepted]).toEqual([400, []]);
    expect(await answer.json()).toEqual({ error: expect.stringContaining('events') });
  });

  test('says 413 to more than a megabyte, and takes all of a megabyte', async () => {
    const filled = (size: number) =>
      `{"events":[],"x":"${'a'.repeat(size - '{"events":[],"x":""}'.length)}"}`;
    const answers = [await post(filled(1_048_576)), await post(filled(1_048_577))];
    expect(answers.map(({ status }) => status)).toEqual([200, 413]);
    expect(await answers[1]?.json()).toEqual({ error: expect.stringContaining('larger') });
  });

  test('does not unpack what is packed', async () => {
    const answer = await post('{"events":[]}', {
      'x-line-signature': sign('{"events":[]}'),
      'content-encoding': 'gzip',
    });
    expect(answer.status).toBe(415);
  });

  test('reads the body whatever type it claims to have', async () => {
    const body = bodyOf(lineEvent(hello));
    const answer = await post(body, { 'x-line-signature': sign(body), 'content-type': 'text/plain' });
    expect([answer.status, accepted.length]).toEqual([200, 1]);
  });

  test('says 500 when the events could not be kept, so that LINE brings them again', async () => {
    accept = () => Promise.reject(new Error('insert failed for 浜松花子です'));
    const answer = await post(bodyOf(lineEvent(hello)));
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ error: expect.stringContaining('deliver them again') });
    expect(log.lines.at(-1)).toMatchObject({ level: 50, events: 1, error: 'Error' });
  });

  test('tells the log how many events came and which types were ignored, and nothing else', async () => {
    accept = () => Promise.reject(new Error('insert failed for 浜松花子です'));
    const strange = lineEvent({ type: '浜松花子です' });
    await post(bodyOf(lineEvent(hello), lineEvent({ type: 'beacon' }), strange, 42));
    expect(log.lines[0]).toMatchObject({ events: 1, ignored: ['beacon', 'unreadable', 'unreadable'] });
    expect(JSON.stringify(log.lines)).not.toMatch(/花子|U1111|reply-token|01KB/);
  });
});
