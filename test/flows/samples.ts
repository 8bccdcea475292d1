// The whole vocabulary with sample facts: the contract between the flows and the shell around them, as the walks see it.
// A new event is a compiler error here.
import {
  allChoices,
  answerTo,
  type ChoiceEvent,
  choiceKeys,
  type FactKind,
  type FlowEvent,
  mapChoiceEvents,
  mapTable,
  personActs,
  staffActs,
} from '../../flows/vocabulary.ts';

type EventType = FlowEvent['type'];
type Sample<T extends EventType> = Extract<FlowEvent, { type: T }>;

const booking = 'b-1';
const version = 3;
const day = '2026-12-01';
const time = '10:00';

const factSamples: Readonly<Record<Extract<FactKind, string>, unknown>> = {
  id: booking,
  version,
  page: 1,
  day,
  time,
  chat: 'C-2',
  at: 1,
  mark: 'mark',
  flag: true,
  number: 4,
  times: [1, 2, 3],
  part: '14:00-16:00',
  count: 1,
  note: '研修',
  line: '2611-0004 123 4567 8901 abc123',
  yearMonth: null,
};
const factSample = (kind: FactKind): unknown => (typeof kind === 'string' ? factSamples[kind] : kind[0]);

/** What an act carries is said by its row. */
const acts = { ...personActs, ...staffActs };
const ofActs = mapTable(acts, ({ carries }, type) => [
  { type, ...mapTable(carries, factSample) },
]) as unknown as {
  [T in keyof typeof acts]: readonly [Sample<T>];
};

const ofChoices = mapChoiceEvents((choice) => [answerTo(choice, false), answerTo(choice, true)]) as {
  [T in ChoiceEvent['type']]: readonly [Sample<T>, Sample<T>];
};

export const samples: { [T in EventType]: readonly [Sample<T>, ...Sample<T>[]] } = {
  followed: [{ type: 'followed', again: false }],
  said: [{ type: 'said', text: 'はい、こんにちは' }],
  'sent.unreadable': [{ type: 'sent.unreadable', kind: 'sticker' }],
  'apply.asked': [{ type: 'apply.asked' }],
  'slot.wanted': [{ type: 'slot.wanted', day: '2026-12-01', time: '10:00' }],
  'questions.asked': [{ type: 'questions.asked' }],
  'question.picked': [
    { type: 'question.picked', topic: 'cost' },
    { type: 'question.picked', topic: 'children', guessed: true },
  ],
  'phone.asked': [{ type: 'phone.asked' }],
  'preparation.asked': [{ type: 'preparation.asked' }],
  'trouble.asked': [{ type: 'trouble.asked' }],
  'crisis.told': [{ type: 'crisis.told', kind: 'violence' }],
  'intent.written': [
    { type: 'intent.written', intent: 'late' },
    { type: 'intent.written', intent: 'numbers' },
  ],
  thanked: [{ type: 'thanked', how: 'thanks' }],
  'menu.asked': [{ type: 'menu.asked' }],
  'why.asked': [{ type: 'why.asked' }],
  'repeat.asked': [{ type: 'repeat.asked' }],
  back: [{ type: 'back' }],
  quit: [{ type: 'quit' }],
  'terms.asked': [{ type: 'terms.asked' }],
  'terms.agreed': [{ type: 'terms.agreed', wording: '同意する' }],
  'terms.refused': [{ type: 'terms.refused' }],
  eligible: [{ type: 'eligible' }],
  ineligible: [{ type: 'ineligible' }],
  'condition.picked': [{ type: 'condition.picked', condition: 'myPage' }],
  'jobNumber.unknown': [{ type: 'jobNumber.unknown' }],
  yes: [{ type: 'yes' }],
  no: [{ type: 'no' }],
  'day.picked': [
    { type: 'day.picked', day },
    { type: 'day.picked', day, time },
  ],
  'days.more': [{ type: 'days.more' }],
  'time.picked': [{ type: 'time.picked', time }],
  'times.more': [{ type: 'times.more' }],
  ...ofChoices,
  'details.reused': [{ type: 'details.reused' }],
  'details.retyped': [{ type: 'details.retyped' }],
  'wish.typed': [{ type: 'wish.typed', text: '2026-12-03 14:00' }],
  'detail.corrected': [
    { type: 'detail.corrected', field: 'jobNumber', text: '22020-9999999' },
    { type: 'detail.corrected', field: 'name', text: null },
  ],
  submitted: [{ type: 'submitted' }],
  'edit.asked': [{ type: 'edit.asked' }],
  'field.picked': [
    { type: 'field.picked', field: 'name' },
    { type: 'field.picked', field: 'jobNumber' },
    { type: 'field.picked', field: 'phone' },
    { type: 'field.picked', field: 'date' },
    ...choiceKeys.map((field): Sample<'field.picked'> => ({ type: 'field.picked', field })),
  ],
  'rechoose.asked': [{ type: 'rechoose.asked', booking, version }],
  'moveWish.asked': [{ type: 'moveWish.asked', booking, version }],
  'withdraw.asked': [{ type: 'withdraw.asked', booking, version }],
  'trouble.told': [{ type: 'trouble.told', booking }],
  'absence.told': [{ type: 'absence.told', booking }],
  'late.told': [{ type: 'late.told', booking }],
  ...ofActs,
  kept: [{ type: 'kept' }],
  'kept.doubtfully': [{ type: 'kept.doubtfully' }],
  'not.kept': [{ type: 'not.kept', reason: 'tooShort' }],
  'apply.possible': [
    { type: 'apply.possible', consent: 'missing', known: false, resume: null, choices: null, wish: null },
    {
      ...{ type: 'apply.possible', consent: 'given', known: true, resume: 'slot', choices: allChoices(true) },
      wish: { day: '2026-12-01', time: '10:00' },
    },
  ],
  'apply.blocked': [{ type: 'apply.blocked' }],
  'apply.suspended': [{ type: 'apply.suspended' }],
  'rechoose.possible': [{ type: 'rechoose.possible', choices: allChoices(false) }],
  'booking.open': [{ type: 'booking.open' }],
  'booking.alreadyDecided': [{ type: 'booking.alreadyDecided' }],
  'booking.withdrawn': [{ type: 'booking.withdrawn' }],
  'contact.kept': [{ type: 'contact.kept' }],
  'contact.none': [
    { type: 'contact.none', kind: null, topic: null },
    { type: 'contact.none', kind: 'image', topic: null },
    { type: 'contact.none', kind: null, topic: 'place' },
  ],
  'wish.day': [{ type: 'wish.day', day }],
  'wish.slot': [{ type: 'wish.slot', day, time }],
  'wish.unclear': [{ type: 'wish.unclear', reason: 'notUnderstood', facts: {} }],
  'day.open': [{ type: 'day.open' }],
  'slot.free': [{ type: 'slot.free' }],
  'slot.refused': [
    { type: 'slot.refused', dayOpen: false, reason: 'closedDay', facts: { why: 'weekend' } },
    { type: 'slot.refused', dayOpen: true, reason: 'taken', facts: {} },
    { type: 'slot.refused', dayOpen: true, day, reason: 'taken', facts: {} },
  ],
  'detail.gone': [{ type: 'detail.gone', field: 'name' }],
  'detail.known': [{ type: 'detail.known' }],
  'request.accepted': [{ type: 'request.accepted' }],
  'request.refused': [
    { type: 'request.refused', because: 'slot', reason: 'taken', facts: {} },
    { type: 'request.refused', because: 'details', reason: 'detailsGone', facts: {} },
    { type: 'request.refused', because: 'booking', reason: 'openBooking', facts: {} },
    { type: 'request.refused', because: 'other', reason: 'sameSlot', facts: {} },
  ],
  'draft.expired': [
    { type: 'draft.expired', known: false },
    { type: 'draft.expired', known: true },
  ],
};

/** One of each event, and more where its facts lead elsewhere. */
export const everyEvent = Object.values(samples).flat();
