import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const home = join(import.meta.dirname, '../../flows');
const files = readdirSync(home, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('draw'))
  .sort();

const japanese = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;
const worldly =
  /\b(Date|Temporal|Intl|Math\.random|crypto|performance|process|globalThis|console|fetch|setTimeout|setInterval|queueMicrotask|require|async|await)\b|\bimport\(/;

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
const withoutDescriptions = (text: string): string => text.replace(/\bdescription: '[^']*'/g, '');
const importsOf = (text: string): string[] =>
  [...text.matchAll(/\b(?:from|import)\s+'([^']+)'/g)].flatMap(([, specifier]) => specifier ?? []);

/** What is wrong with a flow file; nothing, if it is pure. */
function impurities(name: string, text: string): string[] {
  const code = withoutDescriptions(withoutComments(text));
  const foreign = importsOf(text).filter((specifier) => {
    if (specifier === 'xstate') return false;
    const target = relative(home, resolve(dirname(join(home, name)), specifier));
    return !specifier.startsWith('.') || target.startsWith('..') || target.startsWith('draw');
  });
  return [
    ...foreign.map((specifier) => `imports ${specifier}`),
    ...(worldly.exec(code) ?? []).slice(0, 1).map((word) => `knows ${word}`),
    ...code
      .split('\n')
      .filter((line) => japanese.test(line))
      .map((line) => `speaks: ${line.trim()}`),
  ];
}

describe('The flows are pure', () => {
  test('there are some', () => {
    expect(files).toEqual(
      expect.arrayContaining(['home.ts', 'request.ts', 'admin.ts', 'booking.ts', join('parts', 'slot.ts')]),
    );
  });

  test.each(files)(
    '%s imports only xstate and its neighbours, and knows no clock, chance, machine or words',
    (name) => {
      expect(impurities(name, readFileSync(join(home, name), 'utf8'))).toEqual([]);
    },
  );

  test.each([
    ["import { readFileSync } from 'node:fs';", 'imports node:fs'],
    ["import { dayOf } from '../src/core/jst.ts';", 'imports ../src/core/jst.ts'],
    ["import { eventLabels } from './draw-labels.ts';", 'imports ./draw-labels.ts'],
    ['const now = new Date();', 'knows Date'],
    ['const dice = Math.random();', 'knows Math.random'],
    ['if (process.env.X) {}', 'knows process'],
    ["const words = '何をしますか';", "speaks: const words = '何をしますか';"],
  ])('this test would notice: %s', (text, found) => {
    expect(impurities('home.ts', text)).toEqual([found]);
  });

  test('a description may be Japanese, and so may a comment', () => {
    expect(impurities('home.ts', "// 第6条(2)\n  description: '氏名をきく',")).toEqual([]);
  });
});
