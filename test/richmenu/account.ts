// An account in the simulator, and the menus it should have, with pictures that take no time to paint.

import type { Simulator } from 'line-simulator';
import { clientOf, pngOf, simulatorForTest, TOKEN } from 'line-simulator/testing';
import type { Area, MenuKind } from '../../richmenu/areas.ts';
import { areasOf, menuKinds } from '../../richmenu/areas.ts';
import { reachLine } from '../../richmenu/line-menus.ts';
import { bringUpToDate } from '../../richmenu/run-richmenu.ts';
import { type WantedMenu, wantedMenu } from '../../richmenu/wanted.ts';
import { readOffice } from '../../src/config/office.ts';

export const office = readOffice('hamamatsu', 'offices');

type Change = (area: Area) => Area;

const cheaply = async (menu: WantedMenu): Promise<WantedMenu> => {
  const png = await pngOf(2500, 1686).bytes();
  return { ...menu, picture: () => png };
};

/** The menus as they are, or with the areas of one kind changed. */
export const menus = (kind?: MenuKind, change: Change = (area) => area): Promise<WantedMenu[]> =>
  Promise.all(
    menuKinds.map((one) =>
      cheaply(wantedMenu(one, one === kind ? areasOf(one, office).map(change) : areasOf(one, office))),
    ),
  );

/** Another icon on one tile. */
export const otherIcon: Change = (area) => (area.icon === 'questions' ? { ...area, icon: 'apply' } : area);

export async function account() {
  const simulator = await simulatorForTest();
  const client = clientOf(simulator);
  const line = reachLine({ channelAccessToken: TOKEN, apiBaseUrl: simulator.origin, timeoutMs: 5000 });
  const run = (wanted: WantedMenu[], dryRun = false) =>
    bringUpToDate({ line, wanted, wait: async () => {} }, dryRun);
  const friend = async (name: string) => {
    const person = simulator.person(name);
    await person.follow();
    return person;
  };
  const shownTo = (userId: string) => simulator.openChat(userId, userId).richMenu?.name;
  return { simulator, client, run, friend, shownTo, state: () => stateOf(simulator) };
}

/** What stands in LINE: names, and by which of them aliases and default go. */
export async function stateOf(simulator: Simulator) {
  const client = clientOf(simulator);
  const { richmenus } = await client.getRichMenuList();
  const nameOf = (id: string) => richmenus.find(({ richMenuId }) => richMenuId === id)?.name ?? 'gone';
  const { aliases } = await client.getRichMenuAliasList();
  const { richMenuId } = await client.getDefaultRichMenuId();
  return {
    names: richmenus.map(({ name }) => name).sort(),
    aliases: Object.fromEntries(aliases.map((one) => [one.richMenuAliasId, nameOf(one.richMenuId)])),
    default: nameOf(richMenuId),
    pictures: richmenus.map((menu) => simulator.richMenuPicture(menu.richMenuId).data.length > 0),
  };
}

/** The state in which exactly these menus stand, and besides them those of others. */
export function stateWith(wanted: readonly WantedMenu[], others: readonly string[] = []) {
  const name = (kind: MenuKind) => wanted.find((one) => one.kind === kind)?.object.name ?? '';
  const names = [name('usual'), name('day'), ...others].sort();
  return {
    names,
    aliases: { 'madoguchi-usual': name('usual'), 'madoguchi-day': name('day') },
    default: name('usual'),
    pictures: names.map(() => true),
  };
}

/** The calls that change something. */
export const changes = ({ calls }: Simulator): (string | undefined)[] =>
  calls
    .filter(({ method, endpoint }) => method !== 'GET' && !endpoint?.endsWith('validate'))
    .filter(({ endpoint }) => endpoint?.startsWith('richmenu'))
    .map(({ endpoint }) => endpoint);

export const nameOf = (wanted: readonly WantedMenu[], kind: MenuKind): string | undefined =>
  wanted.find((one) => one.kind === kind)?.object.name;
