// Somebody who answers, goes back, asks in between, types nonsense and lets a day pass, in any order, and
// in the end answers straight to the receipt. What she answered last is kept beside the flow.
import {
  allChoices,
  answerTo,
  type Choices,
  choiceKeys,
  type FlowEvent,
  type PromptKey,
} from '../../flows/vocabulary.ts';
import {
  agree,
  allApply,
  back,
  change,
  day,
  field,
  firstRequest,
  hand,
  laterRequest,
  movedRequest,
  says,
  time,
  yes,
} from './answers.ts';
import type { Details, OfficeWorld } from './office-world.ts';
import type { Scenario } from './scenario.ts';

export type Move = { turn: 'answer' | 'back' | 'aside' | 'stumble' | 'expire'; choice: number };
type Answers = Details & { day?: string; time?: string; choices?: Partial<Choices> };

const days = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-08'];
const names = ['見本 花子', '見本 桃子', '見本 咲', '見本 葵'];
const fields = ['name', 'jobNumber', 'phone', 'date'] as const;
const pick = <T>(list: readonly [T, ...T[]] | readonly T[], choice: number): T => {
  const one = list[choice % list.length];
  if (one === undefined) throw new Error('Nothing to pick from');
  return one;
};

/** Possible answers to each question of the form. The last look is left only at the end, or to edit. */
const answersTo = (question: PromptKey | null, choice: number): FlowEvent => {
  const digits = `2202012345${String(choice).padStart(2, '0')}`;
  switch (question) {
    case 'terms':
      return agree;
    case 'eligibility':
    case 'missingCondition':
      return choice === 3 && question === 'eligibility' ? { type: 'ineligible' } : allApply;
    case 'knownDetails':
      return choice < 2 ? { type: 'details.reused' } : { type: 'details.retyped' };
    case 'name':
      return says(pick(names, choice));
    case 'jobNumber':
      return pick(
        [says(`22020-${choice}`), says(digits), { type: 'jobNumber.unknown' }, says(digits)],
        choice,
      );
    case 'jobNumberDoubtful':
      return pick([yes, yes, { type: 'no' }, says(digits)], choice);
    case 'phone':
      return says(`0900000000${choice}`);
    case 'day':
      return choice === 3 ? says(`${pick(days, choice)} 14:00`) : day(pick(days, choice));
    case 'time':
      return pick([time('10:00'), time('11:00'), says('15:00'), { type: 'days.more' }], choice);
    case 'wish':
      return pick([yes, yes, { type: 'no' }, { type: 'times.more' }], choice);
    case 'review':
      return choice === 0 ? change : field(pick(fields, choice));
    case 'whichField':
      return field(pick(fields, choice));
    default: {
      const asked = choiceKeys.find((one) => one === question);
      if (asked === undefined) throw new Error(`${question} is no question of the form`);
      return answerTo(asked, choice % 2 === 0);
    }
  }
};

/** The shortest way on. */
const straight = (question: PromptKey | null): FlowEvent => {
  if (question === 'review' || question === 'whichField') return hand;
  if (question === 'jobNumber') return says('22020-7');
  return answersTo(question, 0);
};

const begins = { first: firstRequest, later: laterRequest, moved: movedRequest };

/** Walks the path, then straight to the receipt; answers what the office has to receive. */
export function expectAlong(
  situation: keyof typeof begins,
  path: readonly Move[],
  world: OfficeWorld,
): Answers {
  const scenario = begins[situation](world);
  let answers: Answers = situation === 'first' ? {} : { ...world.onRecord, choices: allChoices(false) };
  for (const move of path) answers = take(scenario, eventOf(scenario, move, world), answers, world);
  for (let left = 30; !scenario.ended; left -= 1) {
    if (left === 0) throw new Error(`No way from ${scenario.place} to the receipt`);
    answers = take(scenario, straight(scenario.question), answers, world);
  }
  return answers;
}

function eventOf(scenario: Scenario, { turn, choice }: Move, world: OfficeWorld): FlowEvent {
  if (turn === 'back') return back;
  if (turn === 'aside')
    return pick<FlowEvent>([{ type: 'why.asked' }, { type: 'phone.asked' }, { type: 'apply.asked' }], choice);
  if (turn === 'stumble') return says(scenario.question === 'name' ? '123' : '???');
  if (turn === 'answer') return answersTo(scenario.question, choice);
  if (scenario.draft.typed === true) world.typed = {};
  return { type: 'draft.expired', known: world.onRecord.name !== undefined };
}

/** One event, and what is now the last answer to each question. */
function take(scenario: Scenario, event: FlowEvent, before: Answers, world: OfficeWorld): Answers {
  const { question } = scenario;
  const chosen = { day: scenario.draft.day, time: scenario.draft.time };
  const hadTyped = scenario.draft.typed === true;
  scenario.does(event);
  if (event.type === 'details.reused' || (event.type === 'draft.expired' && hadTyped)) {
    const { name: _, jobNumber: __, phone: ___, ...rest } = before;
    return { ...rest, ...world.onRecord };
  }
  const answered = choiceKeys.find((choice) => event.type === `${choice}.answered`);
  if (answered !== undefined) {
    const answer = new Map<string, unknown>(Object.entries(event)).get(answered) === true;
    return { ...before, choices: { ...before.choices, [answered]: answer } };
  }
  if (event.type === 'jobNumber.unknown') return { ...before, jobNumber: null };
  if (event.type === 'time.picked') return { ...before, ...slotOf(chosen.day, event.time) };
  if (event.type === 'yes' && question === 'wish') return { ...before, ...slotOf(chosen.day, chosen.time) };
  if (event.type === 'said' && scenario.heard.length === 0)
    return { ...before, ...detailOf(question, event.text) };
  return before;
}

const slotOf = (on: unknown, at: unknown): Answers => ({ day: String(on), time: String(at) });

function detailOf(question: PromptKey | null, text: string): Answers {
  if (question === 'name') return { name: text };
  if (question === 'phone') return { phone: text };
  if (question !== 'jobNumber' && question !== 'jobNumberDoubtful') return {};
  return { jobNumber: text.includes('-') ? text : `${text.slice(0, 5)}-${text.slice(5)}` };
}
