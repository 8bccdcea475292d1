// One event in the conversation with a person or with the admin chat: understand, let it run, ask what is open.
import { isDeepStrictEqual } from 'node:util';
import { max as latest } from 'date-fns/max';
import { min as earliest } from 'date-fns/min';
import type { FlowEvent } from '../../flows/vocabulary.ts';
import { versionsShown } from '../config/office.ts';
import { ja } from '../messages/ja/index.ts';
import type { SavedConversation } from '../records/conversations.ts';
import type { Incoming } from '../records/incoming.ts';
import { ask } from './ask.ts';
import { isInContactWindow, keepSignOfLife, readInContactWindow } from './contact-window.ts';
import { sayRestNotKept } from './effects/details.ts';
import { aboutHerRequest } from './her-request.ts';
import { leadOn } from './lead-back.ts';
import { answerOldButton } from './old-button.ts';
import { readOutsideContactWindow } from './outside-the-hour.ts';
import { restoreConversation, withItsDetails } from './restore.ts';
import { type Rested, runToRest, unmoved } from './run-to-rest.ts';
import { accepts, begin, type Step, step } from './step.ts';
import { isAnswer } from './tap.ts';
import type { Turn } from './turn.ts';
import { type Understood, understand } from './understand.ts';

/** Which of the two kinds of chat it is. */
export type Side = 'home' | 'admin';

/** The conversation as it stands afterwards. What is said, here and elsewhere, lies in the turn. */
export async function runTurn(
  what: Incoming['what'],
  saved: SavedConversation,
  side: Side,
  turn: Turn,
): Promise<SavedConversation> {
  const misses = saved.misses;
  const {
    at: before,
    changed,
    mayAnswer = false,
  } = await restoreConversation(saved.conversation, side, turn);
  const meant = understand(what, saved, before.prompt, side === 'admin');
  const understood =
    side === 'admin'
      ? meant
      : await readInContactWindow(
          await inHerSituation(meant, what, before, turn),
          what,
          before.conversation,
          turn,
        );
  const late = isLate(what, saved, turn) && !isInContactWindow(before.conversation, turn);
  const heard = changed || late ? withoutAnswers(understood, mayAnswer && !late) : understood;
  const rested = heard ? await react(heard, before, misses, side, turn) : unmoved(before);
  if (side === 'home') await keepSignOfLife(meant, what, before.conversation, turn);
  const { missed, hushed, aside } = rested;
  const at =
    rested.at.prompt === before.prompt
      ? rested.at
      : await leadOn(await withItsDetails(rested.at, turn), before.prompt, turn);
  const moved = changed || !isDeepStrictEqual(asJson(at.conversation), asJson(saved.conversation));
  const missesNow = missed && !moved ? misses + 1 : 0;
  if (at.prompt !== null && !hushed && (side === 'home' || moved)) {
    const brevity = aside && !moved ? Math.max(missesNow, briefly) : missesNow;
    turn.reply(...(await ask(at.prompt, at.conversation.context, brevity, turn)));
  }
  return {
    ...saved,
    conversation: at.conversation,
    step: saved.step + (moved ? 1 : 0),
    misses: missesNow,
    heardAt: latest([turn.happenedAt, heardBefore(saved, turn)]),
    updatedAt: turn.now,
  };
}

/** By the request that she waits for, or the consultation that is just over. */
const inHerSituation = async (meant: Understood, what: Incoming['what'], at: Step, turn: Turn) =>
  readOutsideContactWindow(await aboutHerRequest(meant, what, at, turn), what, at.conversation, turn);

/** Worded as after the first answer that was not understood. */
const briefly = 1;

/** Words that were written before what has been handled already: late, or delivered once more. Taps tell their question themselves. */
const isLate = (what: Incoming['what'], saved: SavedConversation, turn: Turn): boolean =>
  what.type === 'text' && turn.happenedAt < heardBefore(saved, turn);

/** What was once believed to come from the future must not silence the chat until then: nothing was heard after now. */
const heardBefore = ({ heardAt }: SavedConversation, { now }: Turn): Date => earliest([heardAt, now]);

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

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

async function react(
  understood: Understood,
  before: Step,
  misses: number,
  side: Side,
  turn: Turn,
): Promise<Rested> {
  const run = (first: Step) => runToRest(first, before.prompt, misses, turn);
  if (understood.kind === 'unknownButton') return answerOldButton(before, side, turn);
  if (understood.kind === 'oldButton') return answerOldButton(before, side, turn, understood);
  const meant = understood.events.find((event) => accepts(before.conversation, event));
  if (meant !== undefined && isOfOtherTerms(meant, turn)) return answerOldButton(before, side, turn);
  if (meant !== undefined) {
    // What belongs to the first meaning holds for no other.
    const { then, rest, unchanged } = meant === understood.events[0] ? understood : {};
    if (unchanged !== undefined) turn.reply(...ja.detailUnchanged(unchanged, turn.office));
    if (rest !== undefined) sayRestNotKept('', turn, rest === 'later');
    return goOn(await run(step(before.conversation, meant)), then, turn);
  }
  if (side === 'admin') return unmoved(before);
  const elsewhere = atHome(understood.events);
  if (elsewhere !== undefined) return run(elsewhere);
  return run({ ...before, effects: [{ type: 'remark', key: 'notUnderstood' }] });
}

/** Her words named a question and its answer in one. */
const goOn = async (rested: Rested, then: FlowEvent | undefined, turn: Turn): Promise<Rested> =>
  then !== undefined && accepts(rested.at.conversation, then)
    ? runToRest(step(rested.at.conversation, then), rested.at.prompt, 0, turn)
    : rested;

/** terms or notice have changed since the card was shown; she is shown the new ones. */
const isOfOtherTerms = (event: FlowEvent, { office }: Turn): boolean =>
  event.type === 'terms.agreed' && event.terms !== undefined && event.terms !== versionsShown(office);

/** What only the counter itself can take, such as 取り下げ in the middle of choosing another time. */
function atHome(events: readonly FlowEvent[]): Step | undefined {
  const home = begin({ flow: 'home', input: { silent: true } });
  const meant = events.find((event) => belongsHome.has(event.type) && accepts(home.conversation, event));
  return meant && step(home.conversation, meant);
}

const belongsHome: ReadonlySet<FlowEvent['type']> = new Set([
  'rechoose.asked',
  'withdraw.asked',
  'trouble.told',
  'absence.told',
  'late.told',
]);
