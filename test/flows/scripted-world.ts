// A world that answers from a script: each effect that needs an answer takes the next one meant for it.
import type { Effect, FlowEvent } from '../../flows/vocabulary.ts';
import type { World } from './scenario.ts';

export type ScriptedWorld = World & { will(effect: Effect['type'], ...answers: FlowEvent[]): ScriptedWorld };

export function scripted(): ScriptedWorld {
  const script: { effect: Effect['type']; answer: FlowEvent }[] = [];
  const world: ScriptedWorld = {
    will(effect, ...answers) {
      script.push(...answers.map((answer) => ({ effect, answer })));
      return world;
    },
    answer({ type }) {
      const next = script.findIndex(({ effect }) => effect === type);
      return next < 0 ? undefined : script.splice(next, 1)[0]?.answer;
    },
  };
  return world;
}
