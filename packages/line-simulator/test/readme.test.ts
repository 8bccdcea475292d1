// The simulator's README names what there is, and nothing else.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { routes } from '../src/control/server.ts';
import { variableNames } from '../src/environment.ts';
import { defaultSwitches } from '../src/world/switches.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

/** The rows of a section's tables: what stands in backquotes at the beginning of the first two cells. */
const rowsOf = (title: string): [string, string][] => {
  const section = readme.split('\n## ').find((one) => one.startsWith(title)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` \|(?: `([^`]+)`)?/gm)].map(([, first = '', second = '']) => [
    first,
    second,
  ]);
};
const firstCells = (title: string) =>
  rowsOf(title)
    .map(([first]) => first)
    .toSorted();

describe('The README of the simulator', () => {
  test('names every control call, and invents none', () => {
    const there = routes.map(({ method, path }) => `${method} ${path}`);
    expect(firstCells('Control calls')).toEqual([...there, 'GET /live'].toSorted());
  });

  test('names every switch with what it normally is', () => {
    const there = Object.entries(defaultSwitches).map(([name, value]) => [name, JSON.stringify(value)]);
    expect(rowsOf('Switches')).toEqual(there);
  });

  test('names every variable of the environment', () => {
    expect(firstCells('Running it')).toEqual(variableNames.toSorted());
  });
});
