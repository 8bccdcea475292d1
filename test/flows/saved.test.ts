import { describe, expect, it } from 'vitest';
import { type AnyStateMachine, transition } from 'xstate';
import { flows } from '../../flows/index.ts';
import { everyEvent } from './samples.ts';
import { placeOf, readSaved, restingConversations } from './saved-conversations.ts';
import { nameOf, questionOf, rests } from './walk.ts';

const machines: Record<string, AnyStateMachine | undefined> = flows;
const ofToday = readSaved().filter(({ flow, version }) => machines[flow]?.version === version);

describe('A conversation that was saved', () => {
  it('is on file for every place in which a conversation of this version can rest (npm run conversations:save)', () => {
    const onFile = ofToday.map(placeOf);
    expect(
      restingConversations()
        .map(placeOf)
        .filter((place) => !onFile.includes(place)),
    ).toEqual([]);
  });

  it.each(ofToday.map((conversation) => [placeOf(conversation), conversation] as const))(
    'goes on from %s, whatever comes',
    (_, conversation) => {
      const machine = machines[conversation.flow];
      if (machine === undefined) throw new Error(`There is no flow ${conversation.flow}`);
      const state = machine.resolveState({ value: conversation.value, context: conversation.context });
      expect(state.value).toEqual(conversation.value);
      expect(rests(state)).toBe(true);
      expect(questionOf(state) !== null || state.hasTag('quiet')).toBe(true);
      for (const event of everyEvent) {
        const [next] = transition(machine, state, event);
        expect([nameOf(state), event.type, next.status]).not.toContain('error');
      }
    },
  );

  it('holds everything that a fresh one holds', () => {
    const fresh = new Map(
      restingConversations().map((conversation) => [
        conversation.flow,
        Object.keys(conversation.context).sort(),
      ]),
    );
    for (const { flow, context } of ofToday)
      expect([flow, Object.keys(context).sort()]).toEqual([flow, fresh.get(flow)]);
  });

  it('is refused when its state is gone, so that the conversation can begin anew', () => {
    const home: AnyStateMachine = flows.home;
    expect(() => home.resolveState({ value: 'gone', context: {} })).toThrow(/gone/);
  });
});
