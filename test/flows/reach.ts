// When an event may reach a conversation, and by that all that may at some moment, as the walks see it.
import { type FlowEvent, mapChoiceEvents, mapTable, personActs, staffActs } from '../../flows/vocabulary.ts';
import { everyEvent, samples } from './samples.ts';

type EventType = FlowEvent['type'];

/**
 * When an event may reach a conversation. `anytime`: typed, on the rich menu, or on a card that stays in the chat;
 * `counter`: the same, but only home can take it, and a request is left for it;
 * `question`: only while a question that offers it stands; `staff`: anytime, in the admin chat;
 * `world`: the answer to an effect; `overnight`: before a message, when the draft is gone.
 */
export const reach: {
  [T in EventType]: 'anytime' | 'counter' | 'question' | 'staff' | 'world' | 'overnight';
} = {
  followed: 'anytime',
  said: 'anytime',
  'sent.unreadable': 'anytime',
  'apply.asked': 'anytime',
  'slot.wanted': 'anytime',
  'questions.asked': 'anytime',
  'question.picked': 'anytime',
  'phone.asked': 'anytime',
  'preparation.asked': 'anytime',
  ...mapTable(personActs, () => 'anytime' as const),
  'offer.taken': 'counter',
  'offer.refused': 'counter',
  'trouble.asked': 'anytime',
  'crisis.told': 'anytime',
  'intent.written': 'anytime',
  thanked: 'anytime',
  'menu.asked': 'anytime',
  'why.asked': 'anytime',
  'repeat.asked': 'anytime',
  back: 'anytime',
  quit: 'anytime',
  'terms.asked': 'anytime',
  'rechoose.asked': 'counter',
  'moveWish.asked': 'counter',
  'withdraw.asked': 'counter',
  'trouble.told': 'counter',
  'absence.told': 'counter',
  'late.told': 'counter',
  'terms.agreed': 'question',
  'terms.refused': 'question',
  eligible: 'question',
  ineligible: 'question',
  'condition.picked': 'question',
  'jobNumber.unknown': 'question',
  yes: 'question',
  no: 'question',
  'day.picked': 'question',
  'days.more': 'question',
  'time.picked': 'question',
  'times.more': 'question',
  ...mapChoiceEvents(() => 'question' as const),
  'details.reused': 'question',
  'details.retyped': 'question',
  'wish.typed': 'question',
  'detail.corrected': 'question',
  submitted: 'question',
  'edit.asked': 'question',
  'field.picked': 'question',
  ...mapTable(staffActs, () => 'staff' as const),
  kept: 'world',
  'kept.doubtfully': 'world',
  'not.kept': 'world',
  'apply.possible': 'world',
  'apply.blocked': 'world',
  'apply.suspended': 'world',
  'rechoose.possible': 'world',
  'booking.open': 'world',
  'booking.alreadyDecided': 'world',
  'booking.withdrawn': 'world',
  'contact.kept': 'world',
  'contact.none': 'world',
  'wish.day': 'world',
  'wish.slot': 'world',
  'wish.unclear': 'world',
  'day.open': 'world',
  'slot.free': 'world',
  'slot.refused': 'world',
  'detail.gone': 'question',
  'detail.known': 'question',
  'request.accepted': 'world',
  'request.refused': 'world',
  'draft.expired': 'overnight',
};

const of = <T extends EventType>(...types: T[]): FlowEvent[] => types.flatMap((type) => [...samples[type]]);

const reaching = (...whens: (typeof reach)[EventType][]): FlowEvent[] =>
  everyEvent.filter(({ type }) => whens.includes(reach[type]));

/** What may reach the conversation with a person at any moment. */
export const personAnytime = reaching('anytime');
export const counterAnytime = reaching('counter');
/** What may reach the admin chat at any moment: commands, cards, and staff talking to each other. */
export const staffAnytime = [...reaching('staff'), ...of('said', 'sent.unreadable', 'back', 'quit')];
export const worldAnswers = reaching('world');
