// The two rich menus as data: where each tile lies, what it says, and what a tap on it means.
import type { Office } from '../src/config/office.ts';
import { ja } from '../src/messages/ja/index.ts';
import type { Button } from '../src/messages/message.ts';
import type { IconName } from './icons.ts';

/** `usual`: everybody's. `day`: on the day of a confirmed consultation. */
export const menuKinds = ['usual', 'day'] as const;
export type MenuKind = (typeof menuKinds)[number];

/** px, of the menu and of its picture. */
export const menuSize = { width: 2500, height: 1686 } as const;

/** px, from the upper left corner. */
export type Bounds = { x: number; y: number; width: number; height: number };

/** `primary`: what most people come for. `alarm`: what has to be found at once; its tile is wide. */
export type Tone = 'plain' | 'primary' | 'alarm';

export type Area = { bounds: Bounds; icon: IconName; tone: Tone; button: Button; subLine: string };

/** Where the columns and rows begin, and the last one ends. */
const columns = [0, 833, 1667, menuSize.width] as const;
const rows = [0, 843, menuSize.height] as const;

type Place = { row: 0 | 1; from: 0 | 1 | 2; to: 1 | 2 | 3 };

function boundsOf({ row, from, to }: Place): Bounds {
  const [x, y] = [columns[from], rows[row]];
  return { x, y, width: columns[to] - x, height: (row === 0 ? rows[1] : rows[2]) - y };
}

type Tile = Place & { icon: IconName; tone?: Tone };

const usualTiles = [
  { icon: 'apply', row: 0, from: 0, to: 1, tone: 'primary' },
  { icon: 'booking', row: 0, from: 1, to: 2 },
  { icon: 'preparation', row: 0, from: 2, to: 3 },
  { icon: 'trouble', row: 1, from: 0, to: 1 },
  { icon: 'questions', row: 1, from: 1, to: 2 },
  { icon: 'call', row: 1, from: 2, to: 3 },
] as const satisfies Tile[];

const dayTiles = [
  { icon: 'trouble', row: 0, from: 0, to: 2, tone: 'alarm' },
  { icon: 'booking', row: 0, from: 2, to: 3 },
  { icon: 'preparation', row: 1, from: 0, to: 1 },
  { icon: 'questions', row: 1, from: 1, to: 2 },
  { icon: 'call', row: 1, from: 2, to: 3 },
] as const satisfies Tile[];

/** What this office's menu holds, tile by tile. */
export function areasOf(kind: MenuKind, office: Office): Area[] {
  if (kind === 'usual') {
    const words = ja.richMenu.usual(office);
    return usualTiles.map((tile) => ({ ...placed(tile), ...words[tile.icon] }));
  }
  const words = ja.richMenu.day(office);
  return dayTiles.map((tile) => ({ ...placed(tile), ...words[tile.icon] }));
}

const placed = (tile: Tile) => ({ bounds: boundsOf(tile), icon: tile.icon, tone: tile.tone ?? 'plain' });
