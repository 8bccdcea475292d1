// What reached us, as events of the flows. A tap, a typed word and a rich-menu tap with the same meaning
// become the same event.

import type { Field, FlowEvent, PromptKey } from '../../flows/vocabulary.ts';
import { compatible } from '../core/compatible.ts';
import { ja } from '../messages/ja/index.ts';
import type { SavedConversation } from '../records/conversations.ts';
import type { Incoming } from '../records/incoming.ts';
import { readCorrection } from '../understanding/correction.ts';
import { crisisIn } from '../understanding/crisis-words.ts';
import { fieldToCorrect } from '../understanding/keywords.ts';
import { staffMeaning } from '../understanding/staff-words.ts';
import { meaning } from '../understanding/words.ts';
import { readTap } from './tap.ts';

export type Understood =
  /**
   * The first of these that the conversation can take is meant. `then`: with the first one, what answers the question that it
   * leads to. `rest`: with the first one, more was written, of which nothing is kept; `later` where it will be asked.
   * `unchanged`: what she wants to be another, of a request that is with the office.
   */
  | {
      kind: 'events';
      events: FlowEvent[];
      then?: FlowEvent;
      rest?: 'lost' | 'later';
      unchanged?: Field;
    }
  /** A button of an earlier question; `ageInSteps` 1: the question just before. */
  | { kind: 'oldButton'; event: FlowEvent; ageInSteps: number }
  /** Not a word of ours: a forged or ancient button. */
  | { kind: 'unknownButton' };

/**
 * `openPrompt`: the open question, which gives a word like はい its meaning. `asStaff`: commands of the
 * admin chat count, and chatter stays chatter.
 */
export function understand(
  what: Incoming['what'],
  saved: SavedConversation,
  openPrompt: PromptKey | null,
  asStaff: boolean,
): Understood {
  switch (what.type) {
    case 'tap':
      return understandTap(what.tap, saved);
    case 'text':
      return asStaff ? events(readStaffText(what.text)) : readText(what.text, openPrompt);
    case 'longText':
      return events(asStaff ? { type: 'said', text: what.text } : readLongText(what.text));
    case 'sticker':
      return events({ type: 'sent.unreadable', kind: 'sticker' });
    case 'media':
      return events({ type: 'sent.unreadable', kind: what.kind });
    case 'followed':
      return events({ type: 'followed', again: what.again });
    default:
      return { kind: 'events', events: [] };
  }
}

const events = (...list: FlowEvent[]) => ({ kind: 'events', events: list }) as const satisfies Understood;

function understandTap(tap: Readonly<Record<string, string>>, saved: SavedConversation): Understood {
  const read = readTap(tap);
  if (read === undefined) return { kind: 'unknownButton' };
  const event = withWording(read.event, ja.labels.agree);
  if (read.stamp === null) return events(event);
  if (read.stamp.conversation !== saved.id) return { kind: 'unknownButton' };
  const ageInSteps = saved.step - read.stamp.step;
  return ageInSteps === 0 ? events(event) : { kind: 'oldButton', event, ageInSteps };
}

/** A word that is on a button means the button and nothing else, so that no name is ever 「同意する」. */
function readText(text: string, openPrompt: PromptKey | null): Understood {
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
function whatElse(
  event: FlowEvent,
  text: string,
): Pick<Extract<Understood, { kind: 'events' }>, 'then' | 'rest' | 'unchanged'> {
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

const readStaffText = (text: string): FlowEvent => staffMeaning(text) ?? { type: 'said', text };

/** R-40 keeps the words with which she agreed. */
const withWording = (event: FlowEvent, wording: string): FlowEvent =>
  event.type === 'terms.agreed' ? { ...event, wording } : event;
