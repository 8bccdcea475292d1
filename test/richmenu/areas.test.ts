// The menus as data: what people tap is what they see.
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { type Area, areasOf, type Bounds, menuKinds, menuSize } from '../../richmenu/areas.ts';
import {
  background,
  cardMargin,
  drawMenu,
  drawTile,
  fonts,
  looks,
  paint,
  svgOf,
} from '../../richmenu/draw-menu.ts';
import { wantedMenu } from '../../richmenu/wanted.ts';
import { readTap } from '../../src/conversation/tap.ts';
import { decodeTap } from '../../src/line/tap-data.ts';
import { office } from './account.ts';

const menus = menuKinds.map((kind) => ({ kind, areas: areasOf(kind, office) }));
const tiles = menus.flatMap(({ kind, areas }) =>
  areas.map((area) => ({ kind, label: area.button.label, area })),
);

const contains = (outer: Bounds, inner: Bounds): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe.each(menus)('the $kind menu', ({ kind, areas }) => {
  test('has the labels of the contract', () => {
    const all = ['相談を申し込む', '予約を見る', '準備リスト', 'つながらない', 'よくある質問', '電話する'];
    const expected = kind === 'usual' ? all : all.slice(1);
    expect(areas.map(({ button }) => button.label).sort()).toEqual(expected.sort());
  });

  test('covers its picture without gaps and overlaps', () => {
    const picture = { x: 0, y: 0, ...menuSize };
    for (const { bounds } of areas) expect(contains(picture, bounds)).toBe(true);
    const covered = areas.reduce((sum, { bounds }) => sum + bounds.width * bounds.height, 0);
    expect(covered).toBe(menuSize.width * menuSize.height);
    for (const { bounds: one } of areas)
      for (const { bounds: other } of areas) {
        if (one === other) continue;
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart).toBe(true);
      }
  });

  test('shows a card of its tone inside every area, and background between them', () => {
    const { pixels } = new Resvg(drawMenu(areas), { font: fonts }).render();
    const colour = (x: number, y: number): string => {
      const at = 4 * (Math.min(y, menuSize.height - 1) * menuSize.width + Math.min(x, menuSize.width - 1));
      return `#${pixels
        .subarray(at, at + 3)
        .toString('hex')
        .toUpperCase()}`;
    };
    for (const { bounds, tone } of areas) {
      const { x, y, width, height } = bounds;
      const [middle, centre] = [x + Math.round(width / 2), y + Math.round(height / 2)];
      const edges: [number, number][] = [
        [x, centre],
        [x + width - 1, centre],
        [middle, y],
        [middle, y + height - 1],
      ];
      for (const [atX, atY] of edges) expect(colour(atX, atY)).toBe(background);
      const inset = cardMargin + 8;
      const inside: [number, number][] = [
        [x + inset, centre],
        [x + width - inset, centre],
        [middle, y + inset],
        [middle, y + height - inset],
      ];
      for (const [atX, atY] of inside) expect(colour(atX, atY)).toBe(looks[tone].fill);
    }
  });

  test('is a PNG of 2500 by 1686 that LINE takes, and the same at every painting', () => {
    const drawing = drawMenu(areas);
    const png = Buffer.from(paint(drawing));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2500, 1686]);
    expect(png.length).toBeLessThan(1024 * 1024);
    expect(png.length, 'letters and icons are on it').toBeGreaterThan(50_000);
    expect(png.equals(paint(drawing))).toBe(true);
  });
});

/** Where something is drawn, by the renderer itself. */
function drawnAt(shape: string): Bounds {
  const box = new Resvg(svgOf([shape]), { font: fonts }).getBBox();
  if (!box) throw new Error(`Nothing is drawn by ${shape}`);
  return { x: box.x, y: box.y, width: box.width, height: box.height };
}

describe.each(tiles)('the tile $label ($kind)', ({ area }) => {
  const { card, icon, label, sub } = drawTile(area);
  const cardAt = drawnAt(card);

  test('lies inside its area, and its icon and words inside its card, one below the other', () => {
    expect(contains(area.bounds, cardAt)).toBe(true);
    const room = { x: cardAt.x + 30, y: cardAt.y + 30, width: cardAt.width - 60, height: cardAt.height - 60 };
    const [iconAt, labelAt, subAt] = [drawnAt(icon), drawnAt(label), drawnAt(sub)];
    for (const at of [iconAt, labelAt, subAt]) expect(contains(room, at)).toBe(true);
    expect(iconAt.y + iconAt.height).toBeLessThan(labelAt.y);
    expect(labelAt.y + labelAt.height).toBeLessThan(subAt.y);
    for (const at of [labelAt, subAt])
      expect(Math.abs(at.x + at.width / 2 - (area.bounds.x + area.bounds.width / 2))).toBeLessThan(8);
  });

  test('can be read on a phone 375 px wide, in colours that differ enough', () => {
    const { fill, ink, subInk, label: labelSize, sub: subSize } = looks[area.tone];
    expect((labelSize * 375) / 2500).toBeGreaterThanOrEqual(15);
    expect((subSize * 375) / 2500).toBeGreaterThanOrEqual(12);
    expect(contrast(fill, ink)).toBeGreaterThan(7);
    expect(contrast(fill, subInk)).toBeGreaterThan(4.5);
  });
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('つながらない is the largest tile and the largest word of the day', () => {
  const day = areasOf('day', office);
  const size = ({ bounds }: Area) => bounds.width * bounds.height;
  const [largest] = [...day].sort((a, b) => size(b) - size(a));
  expect(largest?.button.label).toBe('つながらない');
  expect(looks[largest?.tone ?? 'plain'].label).toBeGreaterThan(looks.primary.label);
});

test.each(menuKinds)('every tap of the %s menu is an event of the flows', (kind) => {
  const events = {
    相談を申し込む: 'apply.asked',
    予約を見る: 'booking.asked',
    準備リスト: 'preparation.asked',
    つながらない: 'trouble.asked',
    よくある質問: 'questions.asked',
  } as Record<string, string>;
  for (const { action } of wantedMenu(kind, areasOf(kind, office)).object.areas ?? []) {
    if (action?.type !== 'postback') {
      expect(action).toEqual({ type: 'uri', label: '電話する', uri: 'tel:0534541910' });
      continue;
    }
    const { label = '', data, displayText } = action as { label?: string; data: string; displayText: string };
    expect(displayText).toBe(label);
    expect(readTap(decodeTap(data) ?? {})).toEqual({ event: { type: events[label] }, stamp: null });
  }
});

test('a label is as long as LINE allows, and no longer', () => {
  const labelled = (label: string) =>
    areasOf('day', office).map((area) => ({ ...area, button: { label, tap: { event: 'menu.asked' } } }));
  expect(() => wantedMenu('day', labelled('あ'.repeat(20)))).not.toThrow();
  expect(() => wantedMenu('day', labelled('あ'.repeat(21)))).toThrow(
    'The label of a rich menu area has 21 graphemes; LINE allows 1 to 20.',
  );
});

test('a picture that is too large for LINE is not painted', () => {
  const noise = Array.from({ length: 25_000 }, (_, dot) => {
    const [x, y] = [(dot * 7919) % 2500, (dot * 104_729) % 1686];
    return `<circle cx="${x}" cy="${y}" r="6" fill="#${((dot * 2_654_435_761) % 0xffffff).toString(16).padStart(6, '0')}"/>`;
  });
  expect(() => paint(svgOf(noise))).toThrow(/bytes, and LINE takes 1048576/);
});

test('minutes and phone of another office are on its menu', () => {
  const other = { ...office, phone: '0120-000-111', consultation: { ...office.consultation, minutes: 30 } };
  const drawing = drawMenu(areasOf('usual', other));
  expect(drawing).toContain('0120-000-111');
  expect(drawing).toContain('30分');
  expect(drawing).not.toContain('053-454-1910');
});
