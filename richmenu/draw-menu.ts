// A menu's tiles → its picture. Nothing but the areas says where a tile lies, so picture and taps agree.
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { type Area, type Bounds, menuSize, type Tone } from './areas.ts';
import { icons } from './icons.ts';
import { MenuTrouble } from './trouble.ts';

const green = '#17594A';

type Look = {
  fill: string;
  edge: string;
  ink: string;
  subInk: string;
  icon: number;
  label: number;
  sub: number;
};

/** Colours, and the heights of icon and letters in px. On a phone 375 px wide 80 px are 12. */
export const looks: Readonly<Record<Tone, Look>> = {
  plain: { fill: '#FFFFFF', edge: '#C9D6D1', ink: green, subInk: '#3F4A46', icon: 250, label: 100, sub: 80 },
  primary: { fill: green, edge: green, ink: '#FFFFFF', subInk: '#E3ECE9', icon: 250, label: 100, sub: 80 },
  alarm: {
    fill: '#FFD98A',
    edge: '#C98A1B',
    ink: '#432C00',
    subInk: '#432C00',
    icon: 310,
    label: 172,
    sub: 100,
  },
};

export const background = '#EEF3F1';
/** From the edge of an area to its card, px. */
export const cardMargin = 18;
const gaps = { iconToLabel: 60, labelToSub: 34 };
/** How far below its top a line of Japanese letters stands, as a part of their size. */
const baseline = 0.88;
/** LINE's limit on a picture (reference: upload-rich-menu-image). */
const maxBytes = 1024 * 1024;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const text = (words: string, x: number, y: number, attributes: string): string =>
  `<text x="${x}" y="${y}" text-anchor="middle" ${attributes}>${escaped(words)}</text>`;

/** The pieces of one tile, from back to front. */
export function drawTile({ bounds, icon, tone, button, subLine }: Area): {
  card: string;
  icon: string;
  label: string;
  sub: string;
} {
  const look = looks[tone];
  const centre = bounds.x + bounds.width / 2;
  const height = look.icon + gaps.iconToLabel + look.label + gaps.labelToSub + look.sub;
  const top = bounds.y + (bounds.height - height) / 2;
  const labelTop = top + look.icon + gaps.iconToLabel;
  const subTop = labelTop + look.label + gaps.labelToSub;
  const [labelY, subY] = [labelTop + look.label * baseline, subTop + look.sub * baseline];
  return {
    card: drawCard(bounds, look),
    icon: `<g transform="translate(${centre - look.icon / 2} ${top}) scale(${look.icon / 96})" fill="none" stroke="${look.ink}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">${icons[icon]}</g>`,
    label: text(
      button.label,
      centre,
      labelY,
      `font-size="${look.label}" font-weight="700" fill="${look.ink}"`,
    ),
    sub: text(subLine, centre, subY, `font-size="${look.sub}" fill="${look.subInk}"`),
  };
}

const drawCard = ({ x, y, width, height }: Bounds, { fill, edge }: Look): string =>
  `<rect x="${x + cardMargin}" y="${y + cardMargin}" width="${width - 2 * cardMargin}" height="${height - 2 * cardMargin}" rx="44" fill="${fill}" stroke="${edge}" stroke-width="4"/>`;

/** Some shapes as an SVG of the menu's size. */
export const svgOf = (shapes: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${menuSize.width}" height="${menuSize.height}" font-family="BIZ UDPGothic">${shapes.join('')}</svg>`;

/** The whole menu as an SVG. */
export const drawMenu = (areas: readonly Area[]): string =>
  svgOf([
    `<rect width="${menuSize.width}" height="${menuSize.height}" fill="${background}"/>`,
    ...areas.flatMap((area) => Object.values(drawTile(area))),
  ]);

const { resolve } = createRequire(import.meta.url);

/** Letters come from the package alone: a picture looks the same on every machine. BIZ UDPGothic is made to be read easily, and is small. */
export const fonts = {
  loadSystemFonts: false,
  defaultFontFamily: 'BIZ UDPGothic',
  fontFiles: ['400Regular/BIZUDPGothic_400Regular.ttf', '700Bold/BIZUDPGothic_700Bold.ttf'].map((file) =>
    resolve(`@expo-google-fonts/biz-udpgothic/${file}`),
  ),
};

/** A PNG, `width` px wide. Throws MenuTrouble when it is larger than LINE takes. */
export function paint(svg: string, width: number = menuSize.width): Uint8Array {
  const png = new Resvg(svg, { font: fonts, fitTo: { mode: 'width', value: width } }).render().asPng();
  if (png.length > maxBytes)
    throw new MenuTrouble(`The picture of a menu has ${png.length} bytes, and LINE takes ${maxBytes}.`);
  return png;
}
