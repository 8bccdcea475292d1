import { describe, expect, it } from 'vitest';
import { type AnyStateMachine, transition } from 'xstate';
import { flows } from '../../flows/index.ts';
import { everyEvent } from './samples.ts';
import { placeOf, readSaved, restingTalks } from './saved-talks.ts';
import { nameOf, questionOf, rests } from './walk.ts';

const machines: Record<string, AnyStateMachine | undefined> = flows;
const ofToday = readSaved().filter(({ flow, version }) => machines[flow]?.version === version);

describe('A talk that was saved', () => {
  it('is on file for every place in which a talk of this version can rest (npm run talks:save)', () => {
    const onFile = ofToday.map(placeOf);
    expect(
      restingTalks()
        .map(placeOf)
        .filter((place) => !onFile.includes(place)),
    ).toEqual([]);
  });

  it.each(ofToday.map((talk) => [placeOf(talk), talk] as const))(
    'goes on from %s, whatever comes',
    (_, talk) => {
      const machine = machines[talk.flow];
      if (machine === undefined) throw new Error(`There is no flow ${talk.flow}`);
      const state = machine.resolveState({ value: talk.value, context: talk.context });
      expect(state.value).toEqual(talk.value);
      expect(rests(state)).toBe(true);
      expect(questionOf(state) !== null || state.hasTag('quiet')).toBe(true);
      for (const event of everyEvent) {
        const [next] = transition(machine, state, event);
        expect([nameOf(state), event.type, next.status]).not.toContain('error');
      }
    },
  );

  it('holds everything that a fresh one holds', () => {
    const fresh = new Map(restingTalks().map((talk) => [talk.flow, Object.keys(talk.context).sort()]));
    for (const { flow, context } of ofToday)
      expect([flow, Object.keys(context).sort()]).toEqual([flow, fresh.get(flow)]);
  });

  it('is refused when its state is gone, so that the talk can begin anew', () => {
    const home: AnyStateMachine = flows.home;
    expect(() => home.resolveState({ value: 'gone', context: {} })).toThrow(/gone/);
  });
});
