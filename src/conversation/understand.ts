// What reached us, as events of the flows. A tap, a typed word and a rich-menu tap with the same meaning
// become the same event; what is typed is read by where the conversation stands and what the person waits for.
import type { Crisis, FlowEvent, PromptKey } from '../../flows/vocabulary.ts';
import { versionsShown } from '../config/office.ts';
import { compatible } from '../core/compatible.ts';
import { type Day, dayOf } from '../core/jst.ts';
import type { SavedConversation } from '../records/conversations.ts';
import type { Incoming } from '../records/incoming.ts';
import { readCorrection } from '../understanding/correction.ts';
import { crisisIn } from '../understanding/crisis-words.ts';
import { speaksOfCalls } from '../understanding/hour-about-calls.ts';
import { fieldToCorrect } from '../understanding/keywords.ts';
import { staffMeaning } from '../understanding/staff-words.ts';
import { meaning } from '../understanding/words.ts';
import { aboutWaitingRequest } from './about-request.ts';
import { readInContactWindow } from './contact-window.ts';
import { readOutsideContactWindow } from './outside-the-hour.ts';
import type { Step } from './step.ts';
import { readTap } from './tap.ts';
import type { Side, Turn } from './turn.ts';
import type { Events, Understood } from './understood.ts';

type Typed = Extract<Incoming['what'], { type: 'text' | 'longText' }>;

/** `meant`: by the words alone. `understood`: in the person's situation. `crisis`: somebody may be in danger (D13). */
export type Reading = { meant: Understood; understood: Understood; crisis?: { kind: Crisis; text: string } };

export async function understand(
  what: Incoming['what'],
  saved: SavedConversation,
  at: Step,
  side: Side,
  turn: Turn,
): Promise<Reading> {
  if (what.type === 'tap') {
    const pressed = readButton(what.tap, saved, turn);
    return { meant: pressed, understood: pressed };
  }
  const meant =
    side === 'staff' ? readFromStaff(what, turn.chat.kind, dayOf(turn.happenedAt)) : read(what, at.prompt);
  const isTyped = what.type === 'text' || what.type === 'longText';
  if (side === 'staff' || !isTyped) return { meant, understood: meant };
  const understood = await inSituation(meant, what, at, turn);
  const [crisis] = crisesIn(meant);
  return { meant, understood, ...(crisis && { crisis: { kind: crisis.kind, text: what.text } }) };
}

const crisesIn = ({ events }: Events) => events.filter((event) => event.type === 'crisis.told');
const isCrisis = (meant: Events): boolean => crisesIn(meant).length > 0;

/** A request waits to be confirmed, it is the hour of a consultation, or that is just over. */
async function inSituation(meant: Events, what: Typed, at: Step, turn: Turn): Promise<Events> {
  const { flow } = at.conversation;
  const isAtCounter = flow === 'home' && (at.prompt === null || at.prompt === 'menu');
  const about =
    isAtCounter && what.type === 'text' ? await aboutWaitingRequest(meant, what.text, turn) : meant;
  const { consultation } = turn;
  if (consultation !== null) return readInContactWindow(about, what.text, flow, consultation, turn);
  const mayMatter = flow === 'home' || speaksOfCalls(what.text);
  return mayMatter && !isCrisis(about) ? readOutsideContactWindow(about, what.text, flow, turn) : about;
}

/** Only whole messages are commands. In a group staff talk to each other: what is none is left alone. */
export function readFromStaff(
  what: Exclude<Incoming['what'], { type: 'tap' }>,
  chat: Incoming['chat']['kind'],
  today: Day,
): Events {
  if (what.type !== 'text' && what.type !== 'longText') return events();
  const meant = staffMeaning(what.text, today);
  // Only an invitation of Zoom is that long.
  const mayBeLong = meant?.type === 'numbers.typed';
  if (meant !== undefined && (what.type === 'text' || mayBeLong)) return events(meant);
  return chat === 'person' ? events({ type: 'said', text: what.text }) : events();
}

/** As a person where `openPrompt` stands, which gives a word like はい its meaning. */
export function read(what: Exclude<Incoming['what'], { type: 'tap' }>, openPrompt: PromptKey | null): Events {
  switch (what.type) {
    case 'text':
      return readText(what.text, openPrompt);
    case 'longText':
      return events(readLongText(what.text));
    case 'sticker':
      return events({ type: 'sent.unreadable', kind: 'sticker' });
    case 'media':
      return events({ type: 'sent.unreadable', kind: what.kind });
    case 'followed':
      return events({ type: 'followed', again: what.again });
    default:
      return events();
  }
}

const events = (...list: FlowEvent[]): Events => ({ kind: 'events', events: list });

/** A button of the conversation as it is saved, or of one before it. */
export function readButton(
  tap: Readonly<Record<string, string>>,
  saved: SavedConversation,
  { office, words }: Pick<Turn, 'office' | 'words'>,
): Understood {
  const pressed = readTap(tap);
  if (pressed === undefined) return { kind: 'unknownButton' };
  const event = withWording(pressed.event, words.labels.agree);
  if (pressed.stamp === null) return events(event);
  if (pressed.stamp.conversation !== saved.id) return { kind: 'unknownButton' };
  const ageInSteps = saved.step - pressed.stamp.step;
  if (ageInSteps !== 0) return { kind: 'oldButton', event, ageInSteps };
  // terms or notice have changed since the card was shown; the new ones are shown.
  const isOfOtherTerms =
    event.type === 'terms.agreed' && event.terms !== undefined && event.terms !== versionsShown(office);
  return isOfOtherTerms ? { kind: 'unknownButton' } : events(event);
}

/** A word that is on a button means the button and nothing else, so that no name is ever 「同意する」. */
function readText(text: string, openPrompt: PromptKey | null): Events {
  const meant = meaning(text, openPrompt);
  if (meant === undefined) return events({ type: 'said', text });
  const event = withWording(meant.event, text);
  if (meant.exact) return { ...events(event), ...(meant.rest && { rest: 'lost' }) };
  return { ...events(event, { type: 'said', text }), ...whatElse(event, text) };
}

/** Words of crisis are never passed over; all else is told like a photo, and the open question stands. */
function readLongText(text: string): FlowEvent {
  const kind = crisisIn(text);
  return kind ? { type: 'crisis.told', kind } : { type: 'sent.unreadable', kind: 'longText' };
}

/** What a sentence says beside what it is about: the right number with the wrong one, or facts that are not kept here. */
function whatElse(event: FlowEvent, text: string): Pick<Events, 'then' | 'rest' | 'unchanged'> {
  if (event.type === 'field.picked') {
    const then = readCorrection(text, event.field);
    return then === undefined ? {} : { then };
  }
  const hasNumber = (compatible(text).match(/\d/g)?.length ?? 0) >= 5;
  if (event.type === 'details.retyped') return hasNumber ? { rest: 'later' } : {};
  if (event.type !== 'booking.asked') return {};
  const field = fieldToCorrect(text);
  return { ...(hasNumber && { rest: 'lost' }), ...(field && { unchanged: field }) };
}

/** R-40 keeps the words with which somebody agreed. */
const withWording = (event: FlowEvent, wording: string): FlowEvent =>
  event.type === 'terms.agreed' ? { ...event, wording } : event;
