// The menu on somebody's phone, set through the official API at the simulator.
import type { LineBotClient } from '@line/bot-sdk';
import type { NewFault, Person, Simulator } from 'line-simulator';
import { clientOf, menuWithPicture, simulatorForTest, TOKEN } from 'line-simulator/testing';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Job } from '../../src/db/queue.ts';
import { createLineClient } from '../../src/line/client.ts';
import { dayMenuAlias, menuWorker } from '../../src/line/day-menu.ts';
import { captureLog } from './log-capture.ts';

const id = '0193f2a0-0000-7000-8000-000000000001';

let simulator: Simulator;
let sdk: LineBotClient;
let hanako: Person;
let log: ReturnType<typeof captureLog>;
let isToday: boolean;

beforeEach(async () => {
  simulator = await simulatorForTest();
  sdk = clientOf(simulator);
  hanako = simulator.person('花子');
  await hanako.follow();
  log = captureLog();
  isToday = true;
});

async function deploy(): Promise<{ day: string; usual: string }> {
  const [usual, day] = [await menuWithPicture(sdk), await menuWithPicture(sdk)];
  await sdk.setDefaultRichMenu(usual);
  await sdk.createRichMenuAlias({ richMenuAliasId: dayMenuAlias, richMenuId: day });
  return { day, usual };
}

const shown = () => simulator.openChat(hanako.userId, hanako.userId).richMenu?.richMenuId;

/** One try of the job of the queue; `attempt` counts from 0. */
async function look(attempt = 0, key = hanako.userId, { timeoutMs = 500, token = TOKEN } = {}) {
  const client = createLineClient({ channelAccessToken: token, apiBaseUrl: simulator.origin, timeoutMs });
  const job: Job = { id, key, data: {}, attempt, dueAt: new Date(), lastOutput: null };
  const work = menuWorker({ client, isOnTheDay: async () => isToday, log: log.logger });
  const [outcome] = await work([job]);
  return outcome;
}

const done = { id, status: 'completed' };
const again = { id, status: 'failed' };

describe('The menu on her phone', () => {
  test('is the one of the day while it is her day, and the usual one again afterwards; twice changes nothing', async () => {
    const { day, usual } = await deploy();
    expect(shown()).toBe(usual);
    for (let times = 0; times < 2; times += 1) {
      expect(await look()).toEqual(done);
      expect(shown()).toBe(day);
    }
    isToday = false;
    for (let times = 0; times < 2; times += 1) {
      expect(await look()).toEqual(done);
      expect(shown()).toBe(usual);
    }
    expect(log.lines).toEqual([]);
    expect(hanako.messages()).toEqual([]);
  });

  test('is the newest that was deployed under the alias', async () => {
    await deploy();
    const newer = await menuWithPicture(sdk);
    await sdk.updateRichMenuAlias(dayMenuAlias, { richMenuId: newer });
    await look();
    expect(shown()).toBe(newer);
  });

  test('stays as it is where none is deployed, which is told once and tried no more', async () => {
    expect(await look()).toEqual(done);
    expect(shown()).toBeUndefined();
    expect(log.lines).toMatchObject([{ level: 30, alias: dayMenuAlias }]);
    isToday = false;
    expect(await look()).toEqual(done);
  });

  test.each<[string, NewFault]>([
    ['LINE answers 500', { how: '500', endpoint: 'richmenu-link' }],
    ['LINE has carried it out and answers 500', { how: '500', endpoint: 'richmenu-link', when: 'after' }],
    ['the alias is answered with 500', { how: '500', endpoint: 'richmenu-alias' }],
    ['LINE wants fewer calls', { how: '429-rate', endpoint: 'richmenu-link' }],
    ['LINE does not answer', { how: 'timeout', endpoint: 'richmenu-link' }],
    ['the connection is lost', { how: 'reset', endpoint: 'richmenu-link' }],
  ])('is tried again when %s', async (_, fault) => {
    const { day } = await deploy();
    simulator.faults.add({ ...fault, times: 1 });
    expect(await look()).toEqual(again);
    expect(await look(1)).toEqual(done);
    expect(shown()).toBe(day);
  });

  test('is tried again when the menu was replaced between looking and linking: she has the new one', async () => {
    const { day } = await deploy();
    const newer = await menuWithPicture(sdk);
    // Deployed while the call that links is on its way.
    simulator.faults.add({ how: 'slow', delayMs: 300, endpoint: 'richmenu-link', when: 'after', times: 1 });
    const looking = look(0, hanako.userId, { timeoutMs: 5_000 });
    await expect.poll(shown, { interval: 5 }).toBe(day);
    await sdk.updateRichMenuAlias(dayMenuAlias, { richMenuId: newer });
    expect(await looking).toEqual(again);
    expect(await look(1)).toEqual(done);
    expect(shown()).toBe(newer);
  });

  test('is tried as long as LINE names a menu that has been deleted, for then it is being replaced', async () => {
    const { day } = await deploy();
    await sdk.deleteRichMenu(day);
    for (const attempt of [0, 5, 50]) expect(await look(attempt)).toEqual(again);
    const newer = await menuWithPicture(sdk);
    await sdk.updateRichMenuAlias(dayMenuAlias, { richMenuId: newer });
    expect(await look(51)).toEqual(done);
    expect(shown()).toBe(newer);
  });

  test('is taken away again however long the token of the account was wrong', async () => {
    const { usual } = await deploy();
    await look();
    isToday = false;
    for (const attempt of [0, 50])
      expect(await look(attempt, hanako.userId, { token: 'revoked' })).toEqual(again);
    expect(await look(51)).toEqual(done);
    expect(shown()).toBe(usual);
  });

  test('is tried three times when LINE knows of no such person; then the chat goes on without', async () => {
    await deploy();
    expect(await look(0, 'nobody')).toEqual(again);
    expect(await look(1, 'nobody')).toEqual(again);
    expect(await look(2, 'nobody')).toEqual(done);
    expect(log.lines).toHaveLength(3);
    expect(log.lines[2]).toMatchObject({ level: 40, wanted: 'day', kind: 'refused', status: 400 });
  });

  test('is judged anew at every try: what was right an hour ago is not shown any more', async () => {
    const { usual } = await deploy();
    simulator.faults.add({ how: '500', endpoint: 'richmenu-link', times: 1 });
    expect(await look()).toEqual(again);
    isToday = false;
    expect(await look(1)).toEqual(done);
    expect(shown()).toBe(usual);
  });
});
