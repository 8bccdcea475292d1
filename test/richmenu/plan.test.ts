// Which of several leftovers stays, when runs broke off.
import { expect, test } from 'vitest';
import { type Found, planMenus } from '../../richmenu/plan.ts';
import { menus, nameOf } from './account.ts';

const wanted = await menus();
const [usual = '', day = ''] = [nameOf(wanted, 'usual'), nameOf(wanted, 'day')];
const rest: Found = {
  menus: [{ richMenuId: 'usual', name: usual, hasPicture: true }],
  aliases: new Map([['madoguchi-usual', 'usual']]),
  defaultMenu: { richMenuId: 'usual' },
};
const leftovers = (...found: [richMenuId: string, hasPicture: boolean][]): Found['menus'] => [
  ...rest.menus,
  ...found.map(([richMenuId, hasPicture]) => ({ richMenuId, name: day, hasPicture })),
];

test('of the same version twice, the one with a picture stays, and the other is deleted', () => {
  const plan = planMenus(wanted, { ...rest, menus: leftovers(['bare', false], ['whole', true]) });
  expect(plan.deployed.get('day')).toBe('whole');
  expect(plan.steps).toEqual([
    { does: 'makeAlias', kind: 'day', aliasId: 'madoguchi-day' },
    { does: 'remove', richMenuId: 'bare', name: day },
  ]);
});

test('of two with pictures, the one that the alias means stays, and people of the other are moved', () => {
  const aliases = new Map([...rest.aliases, ['madoguchi-day', 'used'] as const]);
  const plan = planMenus(wanted, { ...rest, aliases, menus: leftovers(['other', true], ['used', true]) });
  expect(plan.deployed.get('day')).toBe('used');
  expect(plan.steps).toEqual([
    { does: 'movePeople', from: [{ richMenuId: 'other', kind: 'day' }] },
    { does: 'remove', richMenuId: 'other', name: day },
  ]);
});

test('a version without its picture is not made again: it gets the picture', () => {
  const plan = planMenus(wanted, { ...rest, menus: leftovers(['bare', false]) });
  expect(plan.steps).toEqual([
    { does: 'upload', kind: 'day' },
    { does: 'makeAlias', kind: 'day', aliasId: 'madoguchi-day' },
  ]);
});

test('people are moved from an old menu of the day alone: the usual one is nobody’s own', () => {
  const old = (name: string) => ({ richMenuId: name, name: `${name} 0123456789abcdef`, hasPicture: true });
  const found: Found = {
    menus: [old('madoguchi-usual'), old('madoguchi-day')],
    aliases: new Map(),
    defaultMenu: 'none',
  };
  const moves = planMenus(wanted, found).steps.filter(({ does }) => does === 'movePeople');
  expect(moves).toEqual([{ does: 'movePeople', from: [{ richMenuId: 'madoguchi-day', kind: 'day' }] }]);
});
