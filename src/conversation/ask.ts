// The open question in words. What its words need is read here, at the moment it is asked.
import { z } from 'zod';
import {
  allChoices,
  choices,
  type FilledPrompt,
  fields,
  mapTable,
  type PromptFacts,
  type PromptKey,
  prompts,
} from '../../flows/vocabulary.ts';
import type { Slot } from '../booking/shown.ts';
import { receiptOf, slotOf } from '../booking/shown.ts';
import { addMinutes, asDay, asTime, instant, timeOf } from '../core/jst.ts';
import { maskJobNumber } from '../messages/mask.ts';
import type { Message } from '../messages/message.ts';
import { maskedDetails, shownDetails } from '../messages/views.ts';
import { hasStaff } from '../outbox/notify.ts';
import { findBooking, getBooking } from '../records/bookings.ts';
import { readDraft } from '../records/draft.ts';
import { complete, readDetails } from '../records/personal-data.ts';
import { openDays } from '../records/slots.ts';
import { noteFull } from '../records/supply.ts';
import { currentDetails } from './effects/request.ts';
import { bookableCalendar } from './effects/slot.ts';
import { personOf, type Turn } from './turn.ts';

/** Days on one card. */
const daysAtOnce = 6;
/** So many buttons of times fit a card without scrolling for long. */
const timesAtOnce = 12;

const moves = z.object({ booking: z.string(), version: z.number() }).nullable();
const requestContext = z.object({
  day: z.string().nullable(),
  time: z.string().nullable(),
  allTimes: z.boolean(),
  page: z.number(),
  ...allChoices(z.boolean().nullable()),
  editing: z.boolean(),
  moves,
});
const aboutContext = z.object({ about: moves });

/** `context` is that of the flow the question belongs to. */
export async function ask(
  prompt: PromptKey,
  context: unknown,
  misses: number,
  turn: Turn,
): Promise<Message[]> {
  const facts = isFilled(prompt) ? await factsFor[prompt](turn, context) : {};
  const words = turn.words.prompts[prompt] as (
    facts: unknown,
    office: Turn['office'],
    misses: number,
  ) => Message[];
  return words(facts, turn.office, misses);
}

const isFilled = (prompt: PromptKey): prompt is FilledPrompt => prompts[prompt].isFilled;

const factsFor: { [K in FilledPrompt]: (turn: Turn, context: unknown) => Promise<PromptFacts[K]> } = {
  whichField: async () => ({ fields }),
  async knownDetails(turn) {
    const details = complete(await readDetails(turn.tx, turn.sealer, personOf(turn).id));
    if (details === undefined) throw new Error('A conversation is asked only with its details');
    return maskedDetails(details);
  },
  async jobNumberDoubtful(turn) {
    const draft = await readDraft(turn);
    return { masked: maskJobNumber(draft?.jobNumber ?? '') };
  },
  async day(turn, context) {
    const { page, moves, editing } = requestContext.parse(context);
    const { closures, taken } = await bookableCalendar(turn, moves?.booking);
    const all = openDays(turn.now, turn.office, closures, taken).map(({ day }) => day);
    if (all.length === 0) await noteFull(turn.tx, personOf(turn).id, turn.now);
    const pages = Math.max(1, Math.ceil(all.length / daysAtOnce));
    const from = (page % pages) * daysAtOnce;
    return { days: all.slice(from, from + daysAtOnce), more: pages > 1, back: moves === null || editing };
  },
  async time(turn, context) {
    const { day, allTimes, moves } = requestContext.parse(context);
    const { closures, taken } = await bookableCalendar(turn, moves?.booking);
    const open = openDays(turn.now, turn.office, closures, taken).find((one) => one.day === day);
    const { times = [], otherTimes = [] } = open ?? {};
    const showAll = allTimes || times.length === 0;
    const shown = showAll ? [...times, ...otherTimes].sort() : times;
    return {
      day: day ?? '',
      times: shown.slice(0, timesAtOnce),
      moreTimes: !showAll && otherTimes.length > 0,
    };
  },
  wish: async (turn, context) => slotIn(context, turn),
  async review(turn, context) {
    const { moves, ...answered } = requestContext.parse(context);
    const { details, typed } = await currentDetails(turn);
    if (details === undefined) throw new Error('A conversation is asked only with its details');
    return {
      slot: slotIn(context, turn),
      choices: mapTable(choices, (_, choice) => answered[choice] ?? false),
      details: shownDetails(details, typed),
      moving: moves !== null,
      isWish: moves !== null && (await findBooking(turn.tx, moves.booking))?.state === 'confirmed',
      isUnseen: !(await hasStaff(turn)),
    };
  },
  withdraw: async (turn, context) => brief(turn, context),
};

function slotIn(context: unknown, { office }: Turn): Slot {
  const { day, time } = requestContext.parse(context);
  const startsAt = instant(asDay(day ?? ''), asTime(time ?? ''));
  const until = timeOf(addMinutes(startsAt, office.consultation.minutes));
  return { day: day ?? '', time: time ?? '', until };
}

async function brief(turn: Turn, context: unknown) {
  const { about } = aboutContext.parse(context);
  const booking = await getBooking(turn.tx, about?.booking ?? '');
  const { id, version } = booking;
  return { id, version, receipt: receiptOf(booking), slot: slotOf(booking) };
}
