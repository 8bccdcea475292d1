import { describe, expect, test } from 'vitest';
import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition } from 'xstate';
import { flows } from '../../flows/index.ts';
import { effects as known } from '../../flows/kit.ts';
import type { Effect } from '../../flows/vocabulary.ts';
import { mayAnswer, offered } from './contract.ts';
import { counterAnytime, reach } from './reach.ts';
import {
  beginnings,
  type Edge,
  keyOf,
  nameOf,
  questionOf,
  requestInputs,
  rests,
  statesOf,
  waits,
  walk,
} from './walk.ts';

/** State and event to which nothing is said, on purpose. */
const allowedSilences: Record<string, string[]> = {
  home: [],
  // A draft that held nothing typed is not missed.
  request: ['draft.expired'],
  // Staff send each other photos, ひとつ前へ has nowhere to go, and the keyboard that opens is an answer.
  admin: [
    'idle + back',
    'idle + quit',
    'idle + sent.unreadable',
    'idle + numbers.asked',
    'idle + room.renumbering',
  ],
};

/** Understood, and then: something is done, another question stands, or the same one is asked again. */
const isAnswered = ({ from, event, to, effects }: Edge): boolean =>
  from.can(event) && (effects.length > 0 || keyOf(from) !== keyOf(to) || questionOf(to) !== null);

const silenceOf = ({ from, event }: Edge): string =>
  from.machine.id === 'request' && event.type === 'draft.expired' && !from.context.typed
    ? event.type
    : `${nameOf(from)} + ${event.type}`;

const isKnown = (type: string): type is Effect['type'] => type in known;
const questionsPut = ({ effects }: Pick<Edge, 'effects'>): Effect['type'][] =>
  effects
    .map(({ type }) => type)
    .filter(isKnown)
    .filter((type) => mayAnswer(type).length > 0);
const told = ({ from, event, to }: Edge): string => `${nameOf(from)} + ${event.type} → ${nameOf(to)}`;
const once = (list: readonly string[]): string[] => [...new Set(list)].sort();

describe.each(beginnings.map((beginning) => [beginning.machine.id, beginning] as const))(
  'Wherever a conversation in %s stands',
  (id, { machine, inputs }) => {
    test('nothing that can reach it stays without an answer', () => {
      const silent = walk(machine)
        .filter((edge) => rests(edge.from) && !isAnswered(edge))
        .map(silenceOf);
      expect(once(silent)).toEqual(once(allowedSilences[id] ?? []));
    });

    test('every button of the open question is understood', () => {
      const deaf = statesOf(machine)
        .filter(rests)
        .flatMap((state) => {
          const question = questionOf(state);
          const buttons = question === null ? [] : offered[question];
          return buttons.filter((event) => !state.can(event)).map(({ type }) => `${nameOf(state)} + ${type}`);
        });
      expect(once(deaf)).toEqual([]);
    });

    test('only known effects are asked for, and nothing of xstate leaks out', () => {
      const begun = inputs.flatMap((input) => initialTransition(machine, input)[1]);
      const asked = [...begun, ...walk(machine).flatMap(({ effects }) => effects)].map(({ type }) => type);
      expect(once(asked.filter((type) => !isKnown(type)))).toEqual([]);
    });

    test('every answer that an effect may bring is waited for, and at most one at a time', () => {
      const lost = walk(machine).flatMap((edge) => {
        const put = questionsPut(edge);
        if (put.length !== (waits(edge.to) ? 1 : 0))
          return [`${told(edge)} asks ${put.join(' and ') || 'nothing'}`];
        const answers = put.flatMap(mayAnswer);
        return answers
          .filter((answer) => !edge.to.can(answer))
          .map(({ type }) => `${told(edge)} is deaf to ${type}`);
      });
      expect(once(lost)).toEqual([]);
    });

    test('no flow begins in the middle of a question to the world', () => {
      for (const input of inputs) {
        const [state, effects] = initialTransition(machine, input);
        if (waits(state)) expect(questionsPut({ effects })).toHaveLength(1);
        else expect(questionsPut({ effects })).toEqual([]);
      }
    });

    test('xstate never gives up on it', () => {
      expect(statesOf(machine).filter(({ status }) => status === 'error' || status === 'stopped')).toEqual(
        [],
      );
    });
  },
);

test('every event of the vocabulary means something somewhere', () => {
  const used = Object.values(flows).flatMap((machine) =>
    walk(machine)
      .filter(({ from, event }) => from.can(event))
      .map(({ event }) => event.type),
  );
  expect(Object.keys(reach).filter((type) => !used.some((one) => one === type))).toEqual([]);
});

test('every effect of the vocabulary is asked for somewhere', () => {
  const used = Object.values(flows).flatMap((machine) => walk(machine).flatMap(({ effects }) => effects));
  expect(Object.keys(known).filter((type) => !used.some((one) => one.type === type))).toEqual([]);
});

test('a request never swallows what only home can take: it is left for it', () => {
  for (const state of statesOf(flows.request).filter(rests)) {
    expect(counterAnytime.filter((event) => state.can(event))).toEqual([]);
  }
  const [atHome] = initialTransition(flows.home, { silent: true });
  expect(counterAnytime.filter((event) => !atHome.can(event))).toEqual([]);
});

describe('There is always a way out', () => {
  const afterQuit = (machine: AnyStateMachine): Edge[] =>
    walk(machine).filter(({ from, event }) => rests(from) && event.type === 'quit');

  test('やめる ends a request from every question, and drops what was typed', () => {
    const edges = afterQuit(flows.request);
    expect(edges).toHaveLength(statesOf(flows.request).filter(rests).length);
    for (const { to, effects } of edges) {
      expect(nameOf(to)).toBe('quit');
      expect(to.status).toBe('done');
      expect(effects.map(({ type }) => type)).toContain('dropDraft');
    }
  });

  test('やめる leads home to the menu', () => {
    const edges = afterQuit(flows.home);
    expect(edges).toHaveLength(statesOf(flows.home).filter(rests).length);
    expect(once(edges.map(({ to }) => nameOf(to)))).toEqual(['menu']);
  });

  test('やめる lets staff begin anew, and drops what was typed', () => {
    const edges = afterQuit(flows.admin);
    expect(edges).toHaveLength(statesOf(flows.admin).filter(rests).length);
    expect(once(edges.map(({ to }) => nameOf(to)))).toEqual(['idle']);
  });

  test('a request can still be received, wherever it stands', () => {
    const reaching = reverseWalk(walk(flows.request), ({ value }) => value === 'received');
    const lost = statesOf(flows.request).filter(
      (state) => state.status === 'active' && !reaching.has(keyOf(state)),
    );
    expect(once(lost.map(nameOf))).toEqual([]);
  });
});

describe('What the draft holds while a question stands', () => {
  const openPrompt = statesOf(flows.request).filter(rests);
  const at = (place: string): AnyMachineSnapshot[] => openPrompt.filter((state) => nameOf(state) === place);

  /** Where she came from; no answers of hers. */
  const mayBeMissing = ['before', 'moves', 'resume'];

  test('is complete at the last look: no question of the form was passed by', () => {
    expect(at('review').length).toBeGreaterThan(0);
    for (const { context } of [...at('review'), ...at('editing')]) {
      const missing = Object.keys(context).filter((field) => context[field] === null);
      expect(missing.filter((field) => !mayBeMissing.includes(field))).toEqual([]);
      expect(context).toMatchObject({ editing: false, before: null });
    }
  });

  test('is no day while the day is asked, and no time while the time is asked', () => {
    for (const { context } of at('slot.day')) expect(context).toMatchObject({ day: null, time: null });
    for (const { context } of at('slot.time'))
      expect(context).toMatchObject({ day: expect.any(String), time: null });
    for (const { context } of at('slot.confirming')) {
      expect(context).toMatchObject({ day: expect.any(String), time: expect.any(String) });
    }
  });

  test('holds nothing typed while what is on record is offered', () => {
    expect(at('knownDetails').length).toBeGreaterThan(0);
    for (const { context } of at('knownDetails')) expect(context).toMatchObject({ typed: false });
  });

  test('begins, for a request that is moved, at the day', () => {
    const moving = requestInputs.find(({ moves }) => moves !== null);
    expect(moving).toBeDefined();
    if (moving) expect(nameOf(initialTransition(flows.request, moving)[0])).toBe('slot.day');
  });
});

/** The keys of all states from which a wanted one can be reached. */
function reverseWalk(edges: readonly Edge[], isWanted: (state: AnyMachineSnapshot) => boolean): Set<string> {
  const comingFrom = new Map<string, string[]>();
  for (const { from, to } of edges)
    comingFrom.set(keyOf(to), [...(comingFrom.get(keyOf(to)) ?? []), keyOf(from)]);
  const queue = edges.filter(({ to }) => isWanted(to)).map(({ to }) => keyOf(to));
  const reached = new Set<string>();
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    queue.push(...(comingFrom.get(key) ?? []));
  }
  return reached;
}
