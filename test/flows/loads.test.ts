import { describe, expect, test } from 'vitest';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { getStateNodes } from 'xstate/graph';
import { booking } from '../../flows/booking.ts';
import { flows } from '../../flows/index.ts';
import { offered } from './contract.ts';

const charts: AnyStateMachine[] = [...Object.values(flows), booking];
const placeOf = (node: AnyStateNode): string => node.id;
const isTransient = ({ always }: AnyStateNode): boolean => (always ?? []).length > 0;
const isAtomic = ({ type }: AnyStateNode): boolean => type === 'atomic' || type === 'final';
const promptOf = ({ meta }: AnyStateNode): unknown => meta?.prompt;

describe('Every flow loads', () => {
  test('is saved under its own name', () => {
    for (const [name, machine] of Object.entries(flows)) expect(machine.id).toBe(name);
  });

  test('has a name of its own', () => {
    const names = charts.map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(charts.map((chart) => [chart.id, chart] as const))('%s says its version', (_, chart) => {
    expect(chart.version).toMatch(/^\d+$/);
  });
});

describe.each(Object.entries(flows))('Where a conversation in %s can rest', (_, machine) => {
  const resting = getStateNodes(machine).filter(
    (node) => node.type === 'atomic' && !isTransient(node) && !node.tags.includes('awaitsResult'),
  );

  test('a question stands, or the last message stands for itself', () => {
    const mute = resting.filter((node) => !promptOf(node) && !node.tags.includes('quiet'));
    expect(mute.map(placeOf)).toEqual([]);
  });

  test('never is both a question and quiet', () => {
    const both = resting.filter((node) => promptOf(node) && node.tags.includes('quiet'));
    expect(both.map(placeOf)).toEqual([]);
  });

  test('only a place to rest asks a question', () => {
    const hasty = getStateNodes(machine).filter((node) => promptOf(node) && !resting.includes(node));
    expect(hasty.map(placeOf)).toEqual([]);
  });

  test('uses no timers, no children and no history: they would not survive being saved', () => {
    const nodes = getStateNodes(machine);
    const alive = nodes.filter(
      (node) => node.after.length > 0 || node.invoke.length > 0 || node.type === 'history',
    );
    expect(alive.map(placeOf)).toEqual([]);
  });
});

test('every question of the vocabulary stands somewhere', () => {
  const asked = Object.values(flows).flatMap((machine) => getStateNodes(machine).map(promptOf));
  expect(Object.keys(offered).filter((key) => !asked.includes(key))).toEqual([]);
});

describe.each(charts.map((chart) => [chart.id, chart] as const))('The drawing of %s', (_, chart) => {
  test('can name every state in Japanese', () => {
    const nodes = getStateNodes(chart).filter((node) => isAtomic(node) || node.type === 'compound');
    const nameless = nodes.filter(
      ({ description }) => !/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(description ?? ''),
    );
    expect(nameless.map(placeOf)).toEqual([]);
  });
});
