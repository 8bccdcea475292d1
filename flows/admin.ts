// The admin chat. It has one state: every card and every typed line names the booking it speaks of, so that nobody's words can
// answer another's question. What it remembers is which buttons were pressed a moment ago.
import { setup } from 'xstate';
import { effects, options, type Tag } from './kit.ts';
import { type FlowEvent, type PromptKey, staffTransitions } from './vocabulary.ts';

/** `at`: when it was pressed, epoch ms. */
export type Press = { button: string; at: number };

const kit = setup({
  types: {
    context: {} as { pressed: readonly Press[] },
    events: {} as FlowEvent,
    meta: {} as { prompt: PromptKey },
    tags: {} as Tag,
  },
  actions: effects,
});

/** Within this time a button that was pressed again, by whomever, has its answer in the chat already. */
const sameButtonMs = 10_000;

/** With this press in mind; undefined where the same button was pressed a moment ago. Pure. */
export function withPress(pressed: readonly Press[], press: Press): readonly Press[] | undefined {
  const recent = pressed.filter(({ at }) => Math.abs(press.at - at) < sameButtonMs);
  return recent.some(({ button }) => button === press.button) ? undefined : [...recent, press];
}

/** A button that stands on a newer card since is another one. `own`: of the press that brought the card: it was pressed once. Pure. */
export const sinceShown = (
  pressed: readonly Press[],
  shown: ReadonlySet<string>,
  own: string | undefined,
): readonly Press[] => pressed.filter(({ button }) => button === own || !shown.has(button));

export const admin = kit.createMachine({
  id: 'admin',
  version: '2',
  description: '職員の窓口',
  context: { pressed: [] },
  options,
  initial: 'idle',
  on: {
    ...staffTransitions,
    // Only a one-to-one chat gets here with it: what a group says to each other is left alone.
    said: { actions: { type: 'remark', params: { key: 'staffNotUnderstood' } } },
  },
  states: { idle: { description: '待機', tags: 'quiet' } },
});
