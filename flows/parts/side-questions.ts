// Whatever is asked in between is answered, and the open question stands again.
import {
  type BookingIntent,
  type Crisis,
  type PlainRemark,
  personActsInForm,
  type SmallTalk,
  type Topic,
} from '../vocabulary.ts';

type Written = { event: { intent: BookingIntent; besides?: readonly BookingIntent[] } };
const written = ({ event }: Written) => ({ intent: event.intent, besides: event.besides ?? [] });

/** Decided where her booking and the clock are known. */
export const answerIntent = { type: 'answerIntent', params: written } as const;

const sayThanks = {
  type: 'remark',
  params: ({ event }: { event: { how: SmallTalk } }) =>
    ({ key: 'thanks', facts: { how: event.how } }) as const,
} as const;

/** In the form she has no consultation yet: what happens on the day is the answer. */
export const answerIntentInForm = {
  type: 'answerIntent',
  params: (at: Written) => ({ ...written(at), inForm: true as const }),
} as const;

const remark = <K extends PlainRemark>(key: K) => ({ type: 'remark', params: { key } }) as const;

/** Goes to the root of every flow that talks with a person. */
export const sideQuestions = {
  ...personActsInForm,
  'questions.asked': { actions: remark('questions') },
  'question.picked': {
    actions: {
      type: 'remark',
      params: ({ event }: { event: { topic: Topic } }) =>
        ({ key: 'answer', facts: { topic: event.topic } }) as const,
    },
  },
  'phone.asked': { actions: remark('phone') },
  'preparation.asked': { actions: remark('preparation') },
  'trouble.asked': { actions: { type: 'tellStaff', params: { notice: 'trouble', booking: null } } },
  'intent.written': { actions: answerIntent },
  thanked: { actions: sayThanks },
  'crisis.told': {
    actions: {
      type: 'remark',
      params: ({ event }: { event: { kind: Crisis } }) =>
        ({ key: 'crisis', facts: { kind: event.kind } }) as const,
    },
  },
  'terms.asked': { actions: remark('terms') },
  'why.asked': { actions: remark('why') },
  'repeat.asked': { actions: remark('again') },
  'sent.unreadable': {
    actions: {
      type: 'remark',
      params: ({ event }: { event: { kind: string } }) =>
        ({ key: 'unreadable', facts: { kind: event.kind } }) as const,
    },
  },
  said: { actions: remark('notUnderstood') },
  back: { actions: remark('noBackFromHere') },
} as const;
