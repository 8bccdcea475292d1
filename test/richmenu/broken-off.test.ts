// LINE says no, or nothing, at any step: a sentence says what to do, and the next run finishes the work.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TOKEN } from 'line-simulator/testing';
import { describe, expect, test } from 'vitest';
import { deploy } from '../../richmenu/deploy.ts';
import { findMenus, reachLine } from '../../richmenu/line-menus.ts';
import { planMenus } from '../../richmenu/plan.ts';
import { bringUpToDate } from '../../richmenu/run-richmenu.ts';
import { account, changes, menus, nameOf, otherIcon, stateWith } from './account.ts';

const steps = [
  'richmenu-list',
  'richmenu-picture',
  'richmenu-alias-list',
  'richmenu-default',
  'richmenu-validate',
  'richmenu-create',
  'richmenu-picture-upload',
  'richmenu-alias-update',
  'richmenu-default-set',
  'richmenu-batch',
  'richmenu-batch-progress',
  'richmenu-delete',
];
const whens = ['before', 'after'] as const;

/** Both menus are there in an old version, and 花子 has that of the day. */
async function withOldMenus() {
  const all = await account();
  await all.run([
    ...(await menus('usual', otherIcon)).slice(0, 1),
    ...(await menus('day', otherIcon)).slice(1),
  ]);
  const hanako = await all.friend('花子');
  const { richMenuId } = await all.client.getRichMenuAlias('madoguchi-day');
  await all.client.linkRichMenuIdToUser(hanako.userId, richMenuId);
  all.simulator.forgetLogs();
  return { ...all, hanako };
}

describe.each(steps)('broken off at %s', (endpoint) => {
  test.each(whens)('(%s it is carried out), the next run finishes', async (when) => {
    const { simulator, run, hanako, shownTo, state } = await withOldMenus();
    const wanted = await menus();
    simulator.faults.add({ endpoint, how: when === 'before' ? '500' : 'reset', when, times: 1 });
    const broken = await run(wanted);
    expect(broken.exitCode).toBe(1);
    expect(broken.words).toMatch(/LINE was asked to .+\. .+ Run it again: it goes on where it stopped\.$/);
    expect(simulator.faults.list(), 'the fault has struck').toEqual([]);
    expect(shownTo(hanako.userId), 'at no time she is without the menu of her day').toMatch(
      /^madoguchi-day /,
    );

    expect((await run(wanted)).exitCode).toBe(0);
    expect(await state()).toEqual(stateWith(wanted));
    expect(shownTo(hanako.userId)).toBe(nameOf(wanted, 'day'));
    simulator.forgetLogs();
    expect((await run(wanted)).words).toBe('The menus in LINE are up to date.');
    expect(changes(simulator)).toEqual([]);
  });
});

test.each(whens)('The very first alias, broken off (%s), is there after the next run', async (when) => {
  const { simulator, run, state } = await account();
  const wanted = await menus();
  simulator.faults.add({ endpoint: 'richmenu-alias-create', how: '500', when, times: 1 });
  expect((await run(wanted)).exitCode).toBe(1);
  expect((await run(wanted)).exitCode).toBe(0);
  expect(await state()).toEqual(stateWith(wanted));
});

/** An origin where nobody listens any more. */
async function nowhere(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

describe('what LINE says', () => {
  test.each([
    ['429-rate', 'Run it again in an hour: it goes on where it stopped.'],
    ['500', 'It has trouble of its own (a status of 500 or more). Run it again'],
    ['reset', 'The connection broke off, and it may have done it. Run it again'],
    ['timeout', 'It did not answer in time, and may have done it. Run it again'],
  ] as const)('%s is told with what to do', async (how, sentence) => {
    const { simulator } = await account();
    const line = reachLine({ channelAccessToken: TOKEN, apiBaseUrl: simulator.origin, timeoutMs: 300 });
    simulator.faults.add({ endpoint: 'richmenu-create', how, times: 1 });
    const { words, exitCode } = await bringUpToDate({ line, wanted: await menus() }, false);
    expect(words).toContain(`LINE was asked to create the usual menu. `);
    expect(words).toContain(sentence);
    expect(exitCode).toBe(1);
  });

  test('a wrong token is to be issued anew, and never told', async () => {
    const { simulator } = await account();
    const line = reachLine({
      channelAccessToken: 'a-token-of-old',
      apiBaseUrl: simulator.origin,
      timeoutMs: 5000,
    });
    const { words } = await bringUpToDate({ line, wanted: await menus() }, false);
    expect(words).toBe(
      'LINE was asked to list its menus. It does not know the channel access token (401): issue one in the LINE Developers console, tab "Messaging API", and set LINE_CHANNEL_ACCESS_TOKEN to it.',
    );
  });

  test('a place that is not LINE, or nowhere, is named', async () => {
    const line = reachLine({ channelAccessToken: TOKEN, apiBaseUrl: await nowhere(), timeoutMs: 5000 });
    const { words } = await bringUpToDate({ line, wanted: await menus() }, false);
    expect(words).toContain('It could not be reached');
    expect(words).toContain('LINE_API_BASE_URL');
  });

  test('what cannot be sent at all is a matter of the token', async () => {
    const { simulator } = await account();
    const line = reachLine({
      channelAccessToken: 'two\nlines',
      apiBaseUrl: simulator.origin,
      timeoutMs: 5000,
    });
    const { words, exitCode } = await bringUpToDate({ line, wanted: await menus() }, false);
    expect(words).toContain('LINE_CHANNEL_ACCESS_TOKEN may hold a letter that does not belong there');
    expect(words).not.toContain('two');
    expect(exitCode).toBe(1);
  });

  test('a menu that LINE refuses is not made, and the place of the fault is told', async () => {
    const { simulator, run } = await account();
    const broken = await menus('day', (area) => ({ ...area, bounds: { ...area.bounds, x: -1 } }));
    for (const dryRun of [true, false])
      expect((await run(broken, dryRun)).words).toMatch(
        /finds fault with the menu at areas\[0\]\.bounds\.x \(400\): fix it in richmenu\/areas\.ts/,
      );
    expect(changes(simulator)).toEqual([]);
  });
});

describe('giving the new menu to people', () => {
  const pausing = async (phases: string[]) => {
    const all = await withOldMenus();
    const line = reachLine({ channelAccessToken: TOKEN, apiBaseUrl: all.simulator.origin, timeoutMs: 5000 });
    const left = [...phases];
    const time = new Date();
    line.sdk.getRichMenuBatchProgress = async () => ({
      phase: (left.length > 1 ? left.shift() : left[0]) as 'ongoing',
      acceptedTime: time,
    });
    const wanted = await menus();
    const waited: number[] = [];
    const wait = async (ms: number) => waited.push(ms);
    const plan = planMenus(wanted, await findMenus(line));
    const work = deploy({ line, wanted, done: () => {}, wait }, plan);
    return { ...all, work, waited, wanted };
  };

  test('is waited for, with longer and longer pauses', async () => {
    const { work, waited, wanted, state } = await pausing(['ongoing', 'ongoing', 'succeeded']);
    await work;
    expect(waited, 'first of all the alias has to be known everywhere').toEqual([5000, 0, 1000, 2000]);
    expect(await state()).toEqual(stateWith(wanted));
  });

  test.each([
    ['failed', 'LINE could not give the new version to everybody', 0],
    ['ongoing', 'LINE has not finished to give the new version to everybody', 600_000],
  ])('%s for good: the old ones stay, and the next run goes on', async (phase, sentence, atMost) => {
    const { simulator, work, waited, wanted, run, state } = await pausing([phase]);
    await expect(work).rejects.toThrow(sentence);
    expect(waited.slice(1).reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(atMost);
    expect(waited.length, 'LINE answers a hundred an hour').toBeLessThan(50);
    expect(changes(simulator)).not.toContain('richmenu-delete');
    expect((await run(wanted)).exitCode).toBe(0);
    expect(await state()).toEqual(stateWith(wanted));
  });
});

test('Two runs at the same time may leave a version twice; the next one leaves it once', async () => {
  const { run, state } = await account();
  const wanted = await menus();
  await Promise.all([run(wanted), run(wanted)]);
  expect((await run(wanted)).exitCode).toBe(0);
  expect(await state()).toEqual(stateWith(wanted));
});
