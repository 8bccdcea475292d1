// One event in the conversation with a person or with the admin chat: restore, understand, let it run, ask what is open.
import { isDeepStrictEqual } from 'node:util';
import { max as latest } from 'date-fns/max';
import { min as earliest } from 'date-fns/min';
import { takenByTheCounter } from '../../flows/counter-events.ts';
import type { FlowEvent } from '../../flows/vocabulary.ts';
import type { Conversation, SavedConversation } from '../records/conversations.ts';
import type { Incoming } from '../records/incoming.ts';
import { ask } from './ask.ts';
import { isAboutNext, keepSignOfLife } from './contact-window.ts';
import { sayRestNotKept } from './effects/details.ts';
import { askBefore } from './effects/opinion.ts';
import { leadOn } from './lead-back.ts';
import { answerOldButton } from './old-button.ts';
import { keepDanger } from './outside-the-hour.ts';
import { restoreConversation, showsDetails, withItsDetails } from './restore.ts';
import { type Rested, runToRest, unmoved } from './run-to-rest.ts';
import { accepts, begin, type Step, step } from './step.ts';
import { isAnswer } from './tap.ts';
import type { Side, Turn } from './turn.ts';
import { type Reading, understand } from './understand.ts';
import type { Understood } from './understood.ts';

/** The conversation as it stands afterwards. What is said, here and elsewhere, lies in the turn. */
export async function runTurn(
  what: Incoming['what'],
  saved: SavedConversation,
  side: Side,
  now: Turn,
): Promise<SavedConversation> {
  const restored = await restoreConversation(saved.conversation, side, now);
  const { at: before, changed, mayAnswer = false } = restored;
  const reading = await understand(what, saved, before, side, now);
  const isOfNext = now.consultation !== null && isAboutNext(reading.understood, now.consultation);
  const turn = isOfNext ? { ...now, consultation: null } : now;
  const late = isLate(what, saved, turn) && !isAtItsHour(before, turn);
  const heard = changed || late ? withoutAnswers(reading.understood, mayAnswer && !late) : reading.understood;
  if (side === 'person' && heard && turn.person?.askAbout != null)
    await askBefore({ ...reading, understood: heard }, before.conversation, turn);
  const rested = heard ? await react(heard, before, saved.misses, side, turn) : unmoved(before);
  if (side === 'person') await keepContact(reading, before, turn);
  const at = await withDetails(rested.at, before, turn);
  const moved = changed || !isSame(at.conversation, saved.conversation);
  const misses = rested.missed && !moved ? saved.misses + 1 : 0;
  if (at.prompt !== null && !rested.standsAlone && (side === 'person' || moved)) {
    const brevity = rested.aside && !moved ? Math.max(misses, briefly) : misses;
    turn.reply(...(await ask(at.prompt, at.conversation.context, brevity, turn)));
  }
  return {
    ...saved,
    conversation: at.conversation,
    step: saved.step + (moved ? 1 : 0),
    misses,
    heardAt: latest([turn.happenedAt, heardBefore(saved, turn)]),
    updatedAt: turn.now,
  };
}

/** Worded as after the first answer that was not understood. */
const briefly = 1;

/** Words that were written before what has been handled already: late, or delivered once more. Taps tell their question themselves. */
const isLate = (what: Incoming['what'], saved: SavedConversation, turn: Turn): boolean =>
  what.type === 'text' && turn.happenedAt < heardBefore(saved, turn);

/** What was once believed to come from the future must not silence the chat until then: nothing was heard after now. */
const heardBefore = ({ heardAt }: SavedConversation, { now }: Turn): Date => earliest([heardAt, now]);

/** No question stands that her words could answer: they are about her consultation, however late they come. */
const isAtItsHour = ({ conversation }: Step, { consultation }: Turn): boolean =>
  conversation.flow === 'home' && consultation !== null;

/**
 * What was meant for a question that does not stand any more must not answer the one that does. What starts
 * or asks something, and やめる, still counts; plain words do where they are kept.
 */
function withoutAnswers(understood: Understood, keepsWords: boolean): Understood | undefined {
  if (understood.kind !== 'events') return undefined;
  const kept: ReadonlySet<string> = new Set(keepsWords ? ['quit', 'said'] : ['quit']);
  const events = understood.events.filter((event) => kept.has(event.type) || !isAnswer(event));
  return events.length > 0 ? { kind: 'events', events } : undefined;
}

/** As they are saved. The database gives properties back in another order; mostly nothing was changed, and the text is the same. */
function isSame(one: Conversation, other: Conversation): boolean {
  const [text, otherText] = [JSON.stringify(one), JSON.stringify(other)];
  return text === otherText || isDeepStrictEqual(JSON.parse(text), JSON.parse(otherText));
}

async function react(
  understood: Understood,
  before: Step,
  misses: number,
  side: Side,
  turn: Turn,
): Promise<Rested> {
  const run = (first: Step) => runToRest(first, before.prompt, misses, turn);
  if (understood.kind !== 'events') return answerOldButton(understood, before, side, turn);
  const meant = understood.events.find((event) => accepts(before.conversation, event));
  if (meant !== undefined) {
    // What belongs to the first meaning holds for no other.
    const { then, rest, unchanged } = meant === understood.events[0] ? understood : {};
    if (unchanged !== undefined) turn.reply(...turn.words.detailUnchanged(unchanged, turn.office));
    if (rest !== undefined) sayRestNotKept('', turn, rest === 'later');
    const rested = await run(step(before.conversation, meant));
    return then === undefined ? rested : goOn(rested, then, turn);
  }
  if (side === 'staff') return unmoved(before);
  const elsewhere = atTheCounter(understood.events);
  if (elsewhere !== undefined) return run(elsewhere);
  return run({ ...before, effects: [{ type: 'remark', key: 'notUnderstood' }] });
}

/** The words named a question and its answer in one. */
const goOn = async (rested: Rested, then: FlowEvent, turn: Turn): Promise<Rested> =>
  accepts(rested.at.conversation, then)
    ? runToRest(step(rested.at.conversation, then), rested.at.prompt, 0, turn)
    : rested;

/** What only the counter itself can take, such as 取り下げ in the middle of choosing another time. */
function atTheCounter(events: readonly FlowEvent[]): Step | undefined {
  const home = begin({ flow: 'home', input: { silent: true } });
  const meant = events.find(
    (event) => takenByTheCounter.has(event.type) && accepts(home.conversation, event),
  );
  return meant && step(home.conversation, meant);
}

/** Contact at the hour of a consultation; words of danger, and a ban on calls beside them. */
async function keepContact(reading: Reading, { conversation: { flow } }: Step, turn: Turn): Promise<void> {
  const { crisis } = reading;
  if (turn.consultation !== null) return keepSignOfLife(turn.consultation, reading, flow, turn);
  if (crisis !== undefined) await keepDanger(crisis, flow, turn);
}

/** Another question stands: with the details it rests on, or, where they were taken back, the question that asks for them. */
async function withDetails(at: Step, before: Step, turn: Turn): Promise<Step> {
  if (at.prompt === before.prompt) return at;
  const isNewForm = at.conversation.flow !== before.conversation.flow;
  const whole = isNewForm || showsDetails.has(at.prompt) ? await withItsDetails(at, turn) : at;
  return turn.draft.known?.ledBack ? leadOn(whole, before.prompt, turn) : whole;
}
