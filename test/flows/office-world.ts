// A little office for the stories: it keeps a draft, knows which slots are taken, and writes down what it
// receives. It reads only the few spellings that the stories use.
import type { Choices, Effect, FlowEvent } from '../../flows/vocabulary.ts';
import type { World } from './scenario.ts';

export type Details = { name?: string; jobNumber?: string | null; phone?: string };
type Received = Details & { day: string; time: string; choices: Choices; moves: string | null };

export type OfficeWorld = World & {
  onRecord: Details;
  /** What she typed and has not yet handed in. */
  typed: Details;
  /** `2026-12-03 10:00`, or a whole day. */
  taken: Set<string>;
  received: Received[];
  /** The next such effect is answered with this, once. */
  next(effect: Effect['type'], answer: FlowEvent): void;
};

export function office(onRecord: Details = {}): OfficeWorld {
  const scripted: { effect: Effect['type']; answer: FlowEvent }[] = [];
  const world: OfficeWorld = {
    onRecord,
    typed: {},
    taken: new Set(),
    received: [],
    next: (effect, answer) => scripted.push({ effect, answer }),
    answer(effect) {
      const due = scripted.findIndex((one) => one.effect === effect.type);
      if (due >= 0) return scripted.splice(due, 1)[0]?.answer;
      return act(world, effect);
    },
  };
  return world;
}

function act(world: OfficeWorld, effect: Effect): FlowEvent | undefined {
  switch (effect.type) {
    case 'dropDraft':
      world.typed = {};
      return undefined;
    case 'keepNoJobNumber':
      world.typed = { ...world.typed, jobNumber: null };
      return undefined;
    case 'keepName':
      return keep(world, /\d/.test(effect.text) ? undefined : { name: effect.text });
    case 'keepJobNumber':
      return keepNumber(world, effect.text);
    case 'keepPhone':
      return keep(world, /^0\d{9,10}$/.test(effect.text) ? { phone: effect.text } : undefined);
    case 'readWish':
      return readWish(world, effect.text, effect.day);
    case 'checkDay':
      return refusal(world, effect.day) ?? { type: 'day.open' };
    case 'checkSlot':
      return refusal(world, effect.day, effect.time) ?? { type: 'slot.free' };
    case 'submitRequest':
      return receive(world, effect);
    default:
      return undefined;
  }
}

function keep(world: OfficeWorld, read: Details | undefined): FlowEvent {
  if (read === undefined) return { type: 'not.kept', reason: 'notRead' };
  world.typed = { ...world.typed, ...read };
  return { type: 'kept' };
}

/** Twelve digits without a hyphen are read, but doubtfully. */
function keepNumber(world: OfficeWorld, text: string): FlowEvent {
  if (/^\d{5}-\d+$/.test(text)) return keep(world, { jobNumber: text });
  if (!/^\d{12}$/.test(text)) return keep(world, undefined);
  keep(world, { jobNumber: `${text.slice(0, 5)}-${text.slice(5)}` });
  return { type: 'kept.doubtfully' };
}

/** `2026-12-03 10:00`, `2026-12-03` or `10:00`. */
function readWish(world: OfficeWorld, text: string, chosen: string | null): FlowEvent {
  const day = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? chosen;
  const time = /\d{2}:\d{2}/.exec(text)?.[0] ?? null;
  if (day === null || (time === null && !text.includes(day))) {
    return { type: 'wish.unclear', reason: 'notUnderstood', facts: {} };
  }
  const refused = refusal(world, day, time ?? undefined);
  if (refused) return { ...refused, day };
  return time === null ? { type: 'wish.day', day } : { type: 'wish.slot', day, time };
}

function refusal({ taken }: OfficeWorld, day: string, time?: string) {
  const facts = { day };
  if (taken.has(day)) return { type: 'slot.refused', dayOpen: false, reason: 'dayFull', facts } as const;
  if (time === undefined || !taken.has(`${day} ${time}`)) return undefined;
  return { type: 'slot.refused', dayOpen: true, reason: 'taken', facts } as const;
}

function receive(world: OfficeWorld, effect: Extract<Effect, { type: 'submitRequest' }>): FlowEvent {
  const details = { ...world.onRecord, ...world.typed };
  const complete =
    details.name !== undefined && details.phone !== undefined && details.jobNumber !== undefined;
  if (!complete) return { type: 'request.refused', because: 'details', reason: 'detailsGone', facts: {} };
  const refused = refusal(world, effect.day, effect.time);
  if (refused)
    return { type: 'request.refused', because: 'slot', reason: refused.reason, facts: refused.facts };
  const { day, time, choices, moves } = effect;
  world.received.push({ ...details, day, time, choices, moves: moves?.booking ?? null });
  world.typed = {};
  return { type: 'request.accepted' };
}
