// The command, with the real pictures; and what taps on them bring.

import type { Simulator } from 'line-simulator';
import { botFor, clientOf, SECRET, simulatorForTest, TOKEN } from 'line-simulator/testing';
import { describe, expect, test } from 'vitest';
import { areasOf } from '../../richmenu/areas.ts';
import { runRichMenu } from '../../richmenu/run-richmenu.ts';
import { wantedMenus } from '../../richmenu/wanted.ts';
import { EnvironmentError } from '../../src/config/environment.ts';
import { readTap } from '../../src/conversation/tap.ts';
import { decodeTap } from '../../src/line/tap-data.ts';
import { office, stateOf, stateWith } from './account.ts';

const valuesFor = ({ origin }: Simulator) => ({
  LINE_CHANNEL_SECRET: SECRET,
  LINE_CHANNEL_ACCESS_TOKEN: TOKEN,
  LINE_API_BASE_URL: origin,
});

/** Taps every tile of the menu that this person sees; the events and words that came of it. */
async function tapAll(simulator: Simulator, name: string, alias: string) {
  const bot = await botFor(simulator);
  const person = simulator.person(name);
  await person.follow();
  const client = clientOf(simulator);
  await client.linkRichMenuIdToUser(person.userId, (await client.getRichMenuAlias(alias)).richMenuId);
  const menu = simulator.openChat(person.userId, person.userId).richMenu;
  expect(menu?.chatBarText).toBe('メニュー');
  const opened: string[] = [];
  for (const { action } of menu?.areas ?? []) {
    const pressed = await person.tapsRichMenu({ action });
    if (pressed.kind === 'uri') opened.push(pressed.uri);
  }
  const events = bot.received
    .flatMap((received) => received.events)
    .flatMap((event) => (event.type === 'postback' ? [readTap(decodeTap(event.postback.data) ?? {})] : []));
  return { story: person.story(), opened, events: events.map((read) => read?.event.type) };
}

describe('npm run richmenu', () => {
  test('deploys menus whose taps are the flows’ events, shown in the chat as her words', async () => {
    const simulator = await simulatorForTest();
    const values = valuesFor(simulator);
    // Without the two dashes before it, npm takes the flag for its own and hands it on in the environment.
    const dry = await runRichMenu({ ...values, npm_config_dry_run: 'true' }, [], 'offices');
    expect(dry.words).toContain('Nothing was changed.');
    expect(await clientOf(simulator).getRichMenuList()).toEqual({ richmenus: [] });

    const told: string[] = [];
    expect(await runRichMenu(values, [], 'offices', (line) => told.push(line))).toEqual({
      words: 'The menus in LINE are up to date now.',
      exitCode: 0,
    });
    expect(told, 'each step as soon as it is done').toHaveLength(7);
    expect(told[0]).toBe('Done: create the usual menu.');
    expect(await stateOf(simulator)).toEqual(stateWith(wantedMenus(office)));
    expect(await runRichMenu(values, ['--dry-run'], 'offices')).toEqual({
      words: 'The menus in LINE are up to date.',
      exitCode: 0,
    });

    const usual = await tapAll(simulator, '花子', 'madoguchi-usual');
    const always = ['preparation.asked', 'trouble.asked', 'questions.asked', 'booking.asked'];
    expect(usual.events.sort()).toEqual([...always, 'apply.asked'].sort());
    expect(usual.opened).toEqual(['tel:0534541910']);
    const day = await tapAll(simulator, '桃子', 'madoguchi-day');
    expect(day.events.sort()).toEqual(always.sort());
    for (const { button } of areasOf('day', office).filter(({ icon }) => icon !== 'call'))
      expect(day.story).toContain(button.label);
  });

  test('takes no argument that it does not know: a misspelt dry run must not be a real one', async () => {
    const simulator = await simulatorForTest();
    expect(await runRichMenu(valuesFor(simulator), ['--dryrun'], 'offices')).toEqual({
      words: 'There is no --dryrun: npm run richmenu, or npm run richmenu -- --dry-run.',
      exitCode: 2,
    });
    expect(simulator.calls).toEqual([]);
  });

  test('asks for the environment that it needs', async () => {
    await expect(runRichMenu({}, [], 'offices')).rejects.toThrow(EnvironmentError);
  });
});
