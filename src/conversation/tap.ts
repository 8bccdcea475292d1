// The taps of our own buttons, as they come back: forged, years old, or just right.
import { z } from 'zod';
import {
  type Choice,
  choiceKeys,
  choices,
  conditions,
  type FactKind,
  type FlowEvent,
  fields,
  lastChoice,
  mapChoiceEvents,
  mapTable,
  type PromptKey,
  personActs,
  staffTaps,
  topics,
} from '../../flows/vocabulary.ts';
import { isTimes, readTimes } from '../booking/chosen-times.ts';
import { isShortReason, parsePart } from '../booking/closures.ts';
import { parseDay, parseTime } from '../core/jst.ts';

/** One that exists, in this millennium: the day after it exists too. */
const day = z.string().refine((text) => text < '3000' && parseDay(text) !== undefined);
const time = z.string().regex(/^\d{2}:\d{2}$/);
const flag = z.enum(['0', '1']).transform((text) => text === '1');
/** As large as its column. */
const largestVersion = 2_147_483_647;
const booking = { booking: z.uuid(), version: z.coerce.number().int().min(0).max(largestVersion) };

/** What an act of staff can carry (flows/vocabulary/staff-acts.ts), as a tap has it. */
const factShapes = {
  id: z.uuid(),
  version: booking.version,
  // More than a list ever has is forged.
  page: z.coerce.number().int().min(0).max(1_000),
  day,
  time: time.refine((text) => parseTime(text) !== undefined),
  chat: z.string().min(1).max(64),
  at: z.coerce.number().int(),
  mark: z.string().min(1).max(64),
  flag: flag.default(false),
  part: z.string().refine((text) => parsePart(text) !== undefined),
  count: z.coerce.number().int().min(0).max(1_000),
  note: z.string().refine(isShortReason).default(''),
  times: z.string().refine(isTimes).default('').transform(readTimes),
  // Only what is typed carries these.
  number: z.never(),
  line: z.never(),
  yearMonth: z.never(),
} as const satisfies Record<Extract<FactKind, string>, z.ZodType>;

const shapeOf = (kind: FactKind): z.ZodType => (typeof kind === 'string' ? factShapes[kind] : z.enum(kind));

/** Valid only on the question they were shown with. */
export const bound = {
  'terms.agreed': { terms: z.string().exactOptional() },
  'terms.refused': {},
  eligible: {},
  ineligible: {},
  'condition.picked': { condition: z.enum(conditions) },
  'jobNumber.unknown': {},
  yes: {},
  no: {},
  'day.picked': { day, time: time.exactOptional() },
  'days.more': {},
  'time.picked': { time },
  'times.more': {},
  ...mapChoiceEvents((choice) => ({ [choice]: flag })),
  'details.reused': {},
  'details.retyped': {},
  submitted: {},
  'edit.asked': {},
  'field.picked': { field: z.enum(fields) },
  back: {},
  quit: {},
} as const;

/** Valid whenever they are pressed: they start something, ask something, or name their booking. */
const free = {
  'apply.asked': {},
  'slot.wanted': { day, time: factShapes.time },
  'questions.asked': {},
  'question.picked': { topic: z.enum(topics) },
  'phone.asked': {},
  'preparation.asked': {},
  'trouble.asked': {},
  'menu.asked': {},
  'terms.asked': {},
  'why.asked': {},
  'repeat.asked': {},
  'rechoose.asked': booking,
  'moveWish.asked': booking,
  'withdraw.asked': booking,
  'trouble.told': { booking: booking.booking },
  'absence.told': { booking: booking.booking },
  'late.told': { booking: booking.booking },
} as const;

/** A button of the admin chat's cards, wherever it was pressed. */
export const isStaffTap = (tap: Readonly<Record<string, string>>): boolean =>
  Object.hasOwn(staffTaps, tap.event ?? '');

/** What answers a question, pressed or typed, or was meant to. */
export const isAnswer = ({ type }: FlowEvent): boolean =>
  type === 'said' ||
  type === 'wish.typed' ||
  type === 'detail.corrected' ||
  type === 'sent.unreadable' ||
  Object.hasOwn(bound, type);

/** The first of them comes after the slot, each other one after the one before. */
function beforeChoice(choice: Choice): readonly FlowEvent['type'][] {
  const before = choiceKeys[choiceKeys.indexOf(choice) - 1];
  return before === undefined ? ['time.picked', 'yes'] : [`${before}.answered`];
}

/** Which buttons of the question before lead to a question, where only one of its buttons does. */
const leadTo: Readonly<Partial<Record<PromptKey, readonly FlowEvent['type'][]>>> = {
  menu: ['quit', 'terms.refused', 'yes'],
  eligibility: ['terms.agreed'],
  missingCondition: ['ineligible'],
  knownDetails: ['terms.agreed'],
  name: ['eligible', 'details.retyped'],
  jobNumber: ['no'],
  day: ['details.reused', 'days.more', 'no'],
  time: ['day.picked', 'times.more'],
  wish: ['day.picked'],
  ...mapTable(choices, (_, choice) => beforeChoice(choice)),
  review: [`${lastChoice}.answered`, 'time.picked', 'yes'],
  whichField: ['edit.asked'],
};

/**
 * Whether a button of the question before is the very one that brought the `openPrompt`, with the
 * same day, time or answer as the conversation's `context` holds: then it was pressed twice.
 */
export function ledHere(event: FlowEvent, openPrompt: PromptKey | null, context: unknown): boolean {
  if (openPrompt === null || !leadTo[openPrompt]?.includes(event.type)) return false;
  const chosen = new Map(Object.entries(z.looseObject({}).parse(context)));
  return Object.entries(event).every(([fact, value]) => !chosen.has(fact) || chosen.get(fact) === value);
}

const shapesOf = ({ carries }: { carries: Readonly<Record<string, FactKind>> }) => mapTable(carries, shapeOf);
const ofActs = { ...mapTable(personActs, shapesOf), ...mapTable(staffTaps, shapesOf) };

/** A map, for a forged event may be named `constructor`. */
const shapes: ReadonlyMap<string, z.ZodObject> = new Map(
  Object.entries({ ...bound, ...free, ...ofActs }).map(([type, shape]) => [type, z.object(shape)]),
);

/** Which question a tap belongs to: the conversation and its step. run-batch.ts ties the buttons so. */
export type Stamp = { conversation: string; step: number };

export type ReadTap = { event: FlowEvent; stamp: Stamp | null };

const stampSchema = z.object({ c: z.string(), s: z.coerce.number().int() });

/** The event that a tap stands for; undefined for one that is not ours. */
export function readTap(tap: Readonly<Record<string, string>>): ReadTap | undefined {
  const type = tap.event ?? '';
  const facts = shapes.get(type)?.safeParse(tap);
  if (!facts?.success) return undefined;
  const event = { ...facts.data, type } as FlowEvent;
  if (!Object.hasOwn(bound, type)) return { event, stamp: null };
  const stamp = stampSchema.safeParse(tap);
  return { event, stamp: { conversation: stamp.data?.c ?? '', step: stamp.data?.s ?? -1 } };
}
