// Menus on their way to LINE: the first time, again, and after a change.

import { menuWithPicture } from 'line-simulator/testing';
import { describe, expect, test } from 'vitest';
import { account, changes, menus, nameOf, otherIcon, stateWith } from './account.ts';

describe('the first run', () => {
  test('makes both menus with their pictures, both aliases, and shows the usual one to everybody', async () => {
    const { simulator, run, friend, shownTo, state } = await account();
    const wanted = await menus();
    const hanako = await friend('花子');
    const { words, exitCode } = await run(wanted);
    expect(words.split('\n')).toEqual([
      'Done: create the usual menu.',
      'Done: take the picture of the usual menu.',
      'Done: create the menu for the day of a consultation.',
      'Done: take the picture of the menu for the day of a consultation.',
      'Done: call the usual menu madoguchi-usual.',
      'Done: call the menu for the day of a consultation madoguchi-day.',
      'Done: show the usual menu to everybody who has no other.',
      'The menus in LINE are up to date now.',
    ]);
    expect(exitCode).toBe(0);
    expect(await state()).toEqual(stateWith(wanted));
    expect(shownTo(hanako.userId)).toBe(nameOf(wanted, 'usual'));
    const judged = simulator.calls.filter(({ endpoint }) => endpoint === 'richmenu-validate');
    expect(judged.length, 'each is judged before it is made').toBe(2);
  });

  test('as a dry run says the same steps and changes nothing', async () => {
    const { simulator, run } = await account();
    const { words, exitCode } = await run(await menus(), true);
    expect(words).toMatch(/^Nothing was changed\. LINE would be asked to\n {2}1\. create the usual menu\n/);
    expect(words.split('\n')).toHaveLength(8);
    expect(exitCode).toBe(0);
    expect(changes(simulator)).toEqual([]);
  });
});

test('The second run changes nothing, however often', async () => {
  const { simulator, run, state } = await account();
  const wanted = await menus();
  await run(wanted);
  simulator.forgetLogs();
  for (const dryRun of [false, true, false])
    expect(await run(wanted, dryRun)).toEqual({
      words: 'The menus in LINE are up to date.',
      exitCode: 0,
    });
  expect(changes(simulator)).toEqual([]);
  expect(await state()).toEqual(stateWith(wanted));
});

describe('after a change of one area', () => {
  test('one set of menus is left, and people with the menu of the day keep it', async () => {
    const { simulator, client, run, friend, shownTo, state } = await account();
    const before = await menus();
    await run(before);
    const [hanako, momoko] = [await friend('花子'), await friend('桃子')];
    const { richMenuId: oldDay } = await client.getRichMenuAlias('madoguchi-day');
    await client.linkRichMenuIdToUser(hanako.userId, oldDay);
    simulator.forgetLogs();

    const after = await menus('day', otherIcon);
    expect(nameOf(after, 'day')).not.toBe(nameOf(before, 'day'));
    expect((await run(after)).exitCode).toBe(0);
    expect(changes(simulator), 'what is new comes first, what is old goes last').toEqual([
      'richmenu-create',
      'richmenu-picture-upload',
      'richmenu-alias-update',
      'richmenu-batch',
      'richmenu-delete',
    ]);
    expect(await state()).toEqual(stateWith(after));
    expect(shownTo(hanako.userId)).toBe(nameOf(after, 'day'));
    expect(shownTo(momoko.userId)).toBe(nameOf(after, 'usual'));
    simulator.forgetLogs();
    expect((await run(after)).words).toBe('The menus in LINE are up to date.');
    expect(changes(simulator)).toEqual([]);
  });

  test('of the usual menu: everybody sees the new one, and the menu of the day is left as it is', async () => {
    const { simulator, client, run, friend, shownTo, state } = await account();
    await run(await menus());
    const { richMenuId: day } = await client.getRichMenuAlias('madoguchi-day');
    const hanako = await friend('花子');
    const after = await menus('usual', otherIcon);
    await run(after);
    expect(await state()).toEqual(stateWith(after));
    expect((await client.getRichMenuAlias('madoguchi-day')).richMenuId).toBe(day);
    expect(shownTo(hanako.userId)).toBe(nameOf(after, 'usual'));
    expect(simulator.calls.filter(({ status }) => status >= 400).map(({ endpoint }) => endpoint)).toEqual([
      // Asked at the first run, when there was none.
      'richmenu-default',
    ]);
  });

  test('and back again, the first menus stand as before', async () => {
    const { run, state } = await account();
    const wanted = await menus();
    for (const version of [wanted, await menus('day', otherIcon), wanted]) await run(version);
    expect(await state()).toEqual(stateWith(wanted));
  });

  test.each([
    ['a label', { button: { label: 'ほかのことば', tap: { event: 'booking.asked' } } }],
    ['a tap', { button: { label: '予約を見る', tap: { event: 'apply.asked' } } }],
    ['a place', { bounds: { x: 833, y: 0, width: 834, height: 842 } }],
    ['a small line, which only the picture has', { subLine: 'ほか' }],
    ['a tone, which only the picture has', { tone: 'primary' as const }],
  ])('%s makes another version', async (_, change) => {
    const changed = await menus('usual', (area) => (area.icon === 'booking' ? { ...area, ...change } : area));
    const same = await menus('usual', (area) => ({ ...area }));
    const wanted = await menus();
    expect(nameOf(changed, 'usual')).not.toBe(nameOf(wanted, 'usual'));
    expect(nameOf(changed, 'day')).toBe(nameOf(wanted, 'day'));
    expect(same.map(({ object }) => object.name)).toEqual(wanted.map(({ object }) => object.name));
  });
});

describe('menus of others', () => {
  const names = ['spring campaign', 'madoguchi-usual', 'madoguchi-usual of last year', 'madoguchi'];

  test('are left alone, also by a run that replaces ours, and people keep them', async () => {
    const { client, run, friend, shownTo, state } = await account();
    const ids: string[] = [];
    for (const name of names) ids.push(await menuWithPicture(client, { name }));
    const [campaign = ''] = ids;
    await client.createRichMenuAlias({ richMenuAliasId: 'spring', richMenuId: campaign });
    const taro = await friend('太郎');
    await client.linkRichMenuIdToUser(taro.userId, campaign);
    for (const wanted of [await menus(), await menus('day', otherIcon)]) {
      await run(wanted);
      const { aliases, ...rest } = stateWith(wanted, names);
      expect(await state()).toEqual({ ...rest, aliases: { ...aliases, spring: 'spring campaign' } });
    }
    expect(shownTo(taro.userId)).toBe('spring campaign');
  });

  test('that everybody saw are replaced as the default, which is said, and stay in LINE', async () => {
    const { client, run, state } = await account();
    const richMenuId = await menuWithPicture(client, { name: 'spring campaign' });
    await client.setDefaultRichMenu(richMenuId);
    const wanted = await menus();
    const note = `Until now everybody sees a menu that is not ours (${richMenuId}). It stays in LINE; ours is shown instead.`;
    expect((await run(wanted, true)).words).toContain(note);
    expect((await run(wanted)).words).toContain(note);
    expect(await state()).toEqual(stateWith(wanted, ['spring campaign']));
  });

  test('made in LINE Official Account Manager, which the API cannot see, are told of', async () => {
    const { simulator, run, state } = await account();
    simulator.switches.managerHasDefaultMenu = true;
    const wanted = await menus();
    expect((await run(wanted)).words).toContain('(made in LINE Official Account Manager)');
    expect(await state()).toEqual(stateWith(wanted));
  });

  test('of ours by name, but of a kind there is no more, are deleted', async () => {
    const { client, run, state } = await account();
    await menuWithPicture(client, { name: 'madoguchi-evening 0123456789abcdef' });
    const wanted = await menus();
    await run(wanted);
    expect(await state()).toEqual(stateWith(wanted));
  });
});

test('An alias that outlived its menu is fixed', async () => {
  const { client, run, state } = await account();
  const wanted = await menus();
  await run(wanted);
  await client.deleteRichMenu((await client.getRichMenuAlias('madoguchi-day')).richMenuId);
  expect((await run(wanted)).exitCode).toBe(0);
  expect(await state()).toEqual(stateWith(wanted));
});
