import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { getStateNodes } from 'xstate/graph';
import { booking } from '../../flows/booking.ts';
import { drawAll, readmePath } from '../../flows/draw.ts';
import { drawChart } from '../../flows/draw-chart.ts';
import { conditionLabels, eventLabels } from '../../flows/draw-labels.ts';
import { flows } from '../../flows/index.ts';

const charts = [...Object.values(flows), booking].map((chart) => [chart.id, chart] as const);
const id = '(\\w+|\\[\\*\\])';

/** The shapes of Mermaid's grammar that the drawings use; a label holds no `:` `;` `#` `"` or brackets. */
const shapes = [
  /^stateDiagram-v2$/,
  /^ +state "[^":;#{}<>]+" as \w+$/,
  /^ +state \w+ \{$/,
  /^ +\}$/,
  new RegExp(`^ +${id} --> ${id}(: [^":;#{}<>%]+)?$`),
];

describe('The drawings of the flows', () => {
  test('are fresh (npm run draw)', () => {
    expect(readFileSync(readmePath, 'utf8')).toBe(drawAll());
  });

  test('have a short name for every event and condition, which Mermaid can read', () => {
    for (const label of Object.values(eventLabels)) expect(label).toMatch(/^[^":;#{}<>%\n]{1,20}$/);
    for (const label of Object.values(conditionLabels)) expect(label).toMatch(/^[^":;#{}<>%\n]{0,20}$/);
  });
});

describe.each(charts)('The drawing of %s', (_, chart) => {
  const lines = drawChart(chart).trimEnd().split('\n');
  const arrows = lines.flatMap((line) => [...line.matchAll(new RegExp(`^ +${id} --> ${id}`, 'g'))]);
  const boxes = lines.flatMap((line) => / as (\w+)$/.exec(line)?.[1] ?? []);

  test('is made of lines that Mermaid understands', () => {
    expect(lines.filter((line) => !shapes.some((shape) => shape.test(line)))).toEqual([]);
  });

  test('closes every state that it opens', () => {
    const open = lines.filter((line) => line.endsWith('{')).length;
    expect(lines.filter((line) => line.trim() === '}')).toHaveLength(open);
  });

  test('shows every state once, and draws arrows only between those', () => {
    const states = getStateNodes(chart).map(({ path }) => [chart.id, ...path].join('_'));
    expect([...boxes].sort()).toEqual([...new Set(states)].sort());
    const ends = arrows.flatMap(([, from, to]) => [from, to]).filter((end) => end !== '[*]');
    expect(ends.filter((end) => end === undefined || !boxes.includes(end))).toEqual([]);
  });

  test('draws no arrow into the inside of another state, which Mermaid refuses', () => {
    const outside = (box: string): string => {
      const parts = boxes.filter((other) => box.startsWith(`${other}_`));
      return parts.sort((a, b) => b.length - a.length)[0] ?? '';
    };
    const crossing = arrows.filter(
      ([, from = '', to = '']) => !`${from}${to}`.includes('*') && outside(from) !== outside(to),
    );
    expect(crossing.map(([line]) => line)).toEqual([]);
  });

  test('draws no arrow from a composite state to itself, which Mermaid cannot lay out', () => {
    const composite = lines.flatMap((line) => /^ +state (\w+) \{$/.exec(line)?.[1] ?? []);
    expect(arrows.filter(([, from = '', to]) => from === to && composite.includes(from))).toEqual([]);
  });
});
