// What LINE has, compared with what there should be: the steps from the one to the other, in an order in which
// a run may break off anywhere and nobody is left without a menu.
import type { MenuKind } from './areas.ts';
import { isVersionOf, type WantedMenu } from './wanted.ts';

export type FoundMenu = { richMenuId: string; name: string; hasPicture: boolean };

export type Found = {
  /** Of all menus only ours. */
  menus: readonly FoundMenu[];
  /** Alias id → rich menu id, which may be that of a menu long gone. */
  aliases: ReadonlyMap<string, string>;
  /** `manager`: one made in LINE Official Account Manager, which the API cannot see. */
  defaultMenu: { richMenuId: string } | 'manager' | 'none';
};

export type Step =
  | { does: 'create'; kind: MenuKind }
  /** LINE takes one picture a menu, and shows no menu without. */
  | { does: 'upload'; kind: MenuKind }
  | { does: 'makeAlias' | 'moveAlias'; kind: MenuKind; aliasId: string }
  | { does: 'setDefault' }
  /** Everybody who is linked to a menu that goes away gets the one that takes its place. */
  | { does: 'movePeople'; from: readonly { richMenuId: string; kind: MenuKind }[] }
  | { does: 'remove'; richMenuId: string; name: string };

export type Plan = {
  /** The menus that stay, by kind. */
  deployed: ReadonlyMap<MenuKind, string>;
  steps: readonly Step[];
  /** What somebody should know who reads the plan. */
  notes: readonly string[];
};

export function planMenus(wanted: readonly WantedMenu[], found: Found): Plan {
  const kept = wanted.map((menu) => ({ menu, stands: standingVersion(menu, found) }));
  const deployed = new Map(
    kept.flatMap(({ menu, stands }) => (stands ? [[menu.kind, stands.richMenuId] as const] : [])),
  );
  const replaced = found.menus.filter(({ richMenuId }) => ![...deployed.values()].includes(richMenuId));
  const steps: Step[] = [
    ...kept.flatMap(({ menu, stands }) => stepsToPicture(menu, stands)),
    ...kept.flatMap(({ menu, stands }) => stepsToAlias(menu, stands, found)),
    ...stepsToDefault(deployed.get('usual'), found),
    ...stepsToMove(replaced),
    ...replaced.map(({ richMenuId, name }): Step => ({ does: 'remove', richMenuId, name })),
  ];
  return { deployed, steps, notes: notesOn(found) };
}

/** A run that broke off may have left the same version twice: the one that is in use stays. */
function standingVersion({ object, aliasId }: WantedMenu, { menus, aliases }: Found): FoundMenu | undefined {
  const worth = ({ richMenuId, hasPicture }: FoundMenu) =>
    (hasPicture ? 2 : 0) + (aliases.get(aliasId) === richMenuId ? 1 : 0);
  return menus.filter(({ name }) => name === object.name).sort((a, b) => worth(b) - worth(a))[0];
}

function stepsToPicture({ kind }: WantedMenu, stands: FoundMenu | undefined): Step[] {
  if (stands?.hasPicture) return [];
  const upload: Step = { does: 'upload', kind };
  return stands ? [upload] : [{ does: 'create', kind }, upload];
}

function stepsToAlias({ kind, aliasId }: WantedMenu, stands: FoundMenu | undefined, found: Found): Step[] {
  const target = found.aliases.get(aliasId);
  if (target !== undefined && target === stands?.richMenuId) return [];
  return [{ does: target === undefined ? 'makeAlias' : 'moveAlias', kind, aliasId }];
}

function stepsToDefault(usual: string | undefined, { defaultMenu }: Found): Step[] {
  const isSet = typeof defaultMenu === 'object' && defaultMenu.richMenuId === usual;
  return isSet ? [] : [{ does: 'setDefault' }];
}

/** The usual menu is nobody's own: LINE shows it to everybody who has no other. */
function stepsToMove(replaced: readonly FoundMenu[]): Step[] {
  const from = replaced
    // Nobody can be linked to a menu without a picture.
    .filter(({ name, hasPicture }) => hasPicture && isVersionOf('day', name))
    .map(({ richMenuId }) => ({ richMenuId, kind: 'day' as const }));
  return from.length === 0 ? [] : [{ does: 'movePeople', from }];
}

function notesOn({ defaultMenu, menus }: Found): string[] {
  if (defaultMenu === 'none') return [];
  const isForeign =
    defaultMenu === 'manager' || !menus.some(({ richMenuId }) => richMenuId === defaultMenu.richMenuId);
  if (!isForeign) return [];
  const whose = defaultMenu === 'manager' ? 'made in LINE Official Account Manager' : defaultMenu.richMenuId;
  return [
    `Until now everybody sees a menu that is not ours (${whose}). It stays in LINE; ours is shown instead.`,
  ];
}

const named: Readonly<Record<MenuKind, string>> = {
  usual: 'the usual menu',
  day: 'the menu for the day of a consultation',
};

/** What a step is for, as the end of "LINE is asked to …". */
export function describeStep(step: Step): string {
  switch (step.does) {
    case 'create':
      return `create ${named[step.kind]}`;
    case 'upload':
      return `take the picture of ${named[step.kind]}`;
    case 'makeAlias':
      return `call ${named[step.kind]} ${step.aliasId}`;
    case 'moveAlias':
      return `let ${step.aliasId} mean the new version of ${named[step.kind]}`;
    case 'setDefault':
      return `show ${named.usual} to everybody who has no other`;
    case 'movePeople':
      return 'give the new version to everybody who was given an old one';
    case 'remove':
      return `delete what was replaced (${step.name}, ${step.richMenuId})`;
  }
}
