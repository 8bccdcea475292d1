// What people press and type in the stories, and how a scenario begins.
import { flows } from '../../flows/index.ts';
import type { RequestInput } from '../../flows/request-kit.ts';
import {
  allChoices,
  answerTo,
  choiceKeys,
  type Field,
  type FlowEvent,
  type PromptKey,
} from '../../flows/vocabulary.ts';
import type { OfficeWorld } from './office-world.ts';
import { type Scenario, scenarioIn } from './scenario.ts';

export const agree: FlowEvent = { type: 'terms.agreed', wording: '同意する' };
export const allApply: FlowEvent = { type: 'eligible' };
export const reuse: FlowEvent = { type: 'details.reused' };
export const retype: FlowEvent = { type: 'details.retyped' };
export const hand: FlowEvent = { type: 'submitted' };
export const change: FlowEvent = { type: 'edit.asked' };
export const yes: FlowEvent = { type: 'yes' };
export const no: FlowEvent = { type: 'no' };
export const back: FlowEvent = { type: 'back' };
export const quit: FlowEvent = { type: 'quit' };
export const unknownNumber: FlowEvent = { type: 'jobNumber.unknown' };
export const says = (text: string): FlowEvent => ({ type: 'said', text });
export const day = (picked: string): FlowEvent => ({ type: 'day.picked', day: picked });
export const time = (picked: string): FlowEvent => ({ type: 'time.picked', time: picked });
export const companion = (answer: boolean): FlowEvent => answerTo('companion', answer);
/** The same answer to every question with two buttons. */
export const answeringAll = (answer: boolean): [PromptKey, FlowEvent][] =>
  choiceKeys.map((choice) => [choice, answerTo(choice, answer)]);
export const field = (picked: Field): FlowEvent => ({ type: 'field.picked', field: picked });

/** Invented. */
export const hanako = { name: '見本 花子', jobNumber: '22020-1234567', phone: '09000000000' };

const firstTime: RequestInput = {
  consent: 'missing',
  known: false,
  resume: null,
  choices: null,
  moves: null,
  wish: null,
};
const again: RequestInput = {
  consent: 'given',
  known: true,
  resume: null,
  choices: allChoices(false),
  moves: null,
  wish: null,
};

export const firstRequest = (world: OfficeWorld): Scenario => scenarioIn(flows.request, firstTime, world);
export const laterRequest = (world: OfficeWorld, known: Partial<RequestInput> = {}): Scenario =>
  scenarioIn(flows.request, { ...again, ...known }, world);
/** Somebody who left the form half filled in less than a day ago. */
export const resumedRequest = (world: OfficeWorld, input: Partial<RequestInput>): Scenario =>
  scenarioIn(flows.request, { ...firstTime, consent: 'given', ...input }, world);
export const movedRequest = (world: OfficeWorld): Scenario =>
  laterRequest(world, { moves: { booking: 'b-1', version: 3 } });

/** A first request, up to the last look. */
export const untilLastLook = (world: OfficeWorld): Scenario =>
  firstRequest(world).goes(
    ['terms', agree],
    ['eligibility', allApply],
    ['name', says(hanako.name)],
    ['jobNumber', says(hanako.jobNumber)],
    ['phone', says(hanako.phone)],
    ['day', day('2026-12-01')],
    ['time', time('10:00')],
    ...answeringAll(false),
  );
