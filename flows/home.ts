// Where a conversation rests when nothing is under way: the menu, the booking on record, side questions.
import { assign, setup } from 'xstate';
import { effects, options, type Tag } from './kit.ts';
import { answerIntent, sideQuestions } from './parts/side-questions.ts';
import {
  type BookingRef,
  type FlowEvent,
  type PromptKey,
  personActsAtCounter,
  type Topic,
} from './vocabulary.ts';

/** `about`: the request that she is about to withdraw or to move. */
type HomeContext = { about: BookingRef | null };

/** `silent`: the last message stands for itself, no menu is shown. */
export type HomeInput = { silent: boolean };

const kit = setup({
  types: {
    context: {} as HomeContext & HomeInput,
    events: {} as FlowEvent,
    input: {} as HomeInput,
    meta: {} as { prompt: PromptKey },
    tags: {} as Tag,
  },
  actions: effects,
  guards: {
    isSilent: ({ context }) => context.silent,
    isGuessed: (_, params: { guessed: boolean }) => params.guessed,
    isTopic: (_, params: { topic: Topic | null }) => params.topic !== null,
  },
});

const moves = ({ event: { booking, version } }: { event: BookingRef }): BookingRef => ({ booking, version });
const aboutIt = ({ context }: { context: HomeContext }): BookingRef =>
  context.about ?? { booking: '', version: 0 };
const sayAndShow = <K extends 'bookingGone' | 'notWithdrawn'>(key: K) =>
  [
    { type: 'remark', params: { key } },
    { type: 'showBooking', params: {} },
  ] as const;
const sayItIsGone = sayAndShow('bookingGone');
const leaveIt = sayAndShow('notWithdrawn');

export const home = kit.createMachine({
  id: 'home',
  version: '1',
  description: '窓口',
  context: ({ input }) => ({ about: null, silent: input.silent }),
  options,
  initial: 'starting',
  on: {
    ...sideQuestions,
    ...personActsAtCounter,
    followed: {
      target: '.menu',
      actions: {
        type: 'remark',
        params: ({ event }) => ({ key: 'greeting', facts: { again: event.again } }),
      },
    },
    // At the hour of her consultation whatever she sends is a sign of life.
    said: {
      target: '.lookingAtContactWindow',
      actions: { type: 'lookAtContactWindow', params: { kind: null, topic: null } },
    },
    'sent.unreadable': {
      target: '.lookingAtContactWindow',
      actions: { type: 'lookAtContactWindow', params: ({ event }) => ({ kind: event.kind, topic: null }) },
    },
    // Their cards bring the way back to the menu with them.
    'questions.asked': { target: '.resting', actions: { type: 'remark', params: { key: 'questions' } } },
    'question.picked': [
      {
        // 「娘が起きちゃって」 at the hour is about more than children.
        guard: { type: 'isGuessed', params: ({ event }) => ({ guessed: event.guessed === true }) },
        target: '.lookingAtContactWindow',
        actions: { type: 'lookAtContactWindow', params: ({ event }) => ({ kind: null, topic: event.topic }) },
      },
      {
        target: '.resting',
        actions: {
          type: 'remark',
          params: ({ event }) => ({ key: 'answer', facts: { topic: event.topic } }),
        },
      },
    ],
    'preparation.asked': {
      target: '.resting',
      actions: { type: 'remark', params: { key: 'preparation' } },
    },
    'intent.written': { target: '.resting', actions: answerIntent },
    thanked: {
      target: '.resting',
      actions: { type: 'answerThanks', params: ({ event }) => ({ how: event.how }) },
    },
    'menu.asked': { target: '.menu', reenter: true },
    'repeat.asked': { target: '.menu', reenter: true },
    quit: { target: '.menu', reenter: true },
    back: { target: '.menu', reenter: true },
    'apply.asked': {
      target: '.lookingBeforeApplying',
      actions: { type: 'checkCanApply', params: { wish: null } },
    },
    'slot.wanted': {
      target: '.lookingBeforeApplying',
      actions: {
        type: 'checkCanApply',
        params: ({ event }) => ({ wish: { day: event.day, time: event.time } }),
      },
    },
    'rechoose.asked': {
      target: '.lookingBeforeRechoosing',
      actions: [assign({ about: moves }), { type: 'checkCanMove', params: moves }],
    },
    'moveWish.asked': {
      target: '.lookingBeforeRechoosing',
      actions: [assign({ about: moves }), { type: 'checkCanWish', params: moves }],
    },
    'withdraw.asked': {
      target: '.lookingBeforeWithdrawing',
      actions: [assign({ about: moves }), { type: 'checkCanWithdraw', params: moves }],
    },
    'trouble.asked': {
      target: '.resting',
      actions: { type: 'tellStaff', params: { notice: 'trouble', booking: null } },
    },
    'trouble.told': {
      target: '.resting',
      actions: { type: 'tellStaff', params: ({ event }) => ({ notice: 'trouble', booking: event.booking }) },
    },
    'absence.told': {
      target: '.resting',
      actions: { type: 'tellStaff', params: ({ event }) => ({ notice: 'absence', booking: event.booking }) },
    },
    'late.told': {
      target: '.resting',
      actions: { type: 'tellStaff', params: ({ event }) => ({ notice: 'late', booking: event.booking }) },
    },
  },
  states: {
    starting: {
      description: 'はじめ',
      always: [{ guard: 'isSilent', target: 'resting' }, { target: 'menu' }],
    },
    menu: { description: '何をするかきく', meta: { prompt: 'menu' } },
    lookingAtContactWindow: {
      description: '相談の時間か調べる',
      tags: 'awaitsResult',
      on: {
        'contact.kept': 'resting',
        'contact.none': [
          {
            guard: { type: 'isTopic', params: ({ event }) => ({ topic: event.topic }) },
            target: 'resting',
            actions: {
              type: 'remark',
              params: ({ event: { topic } }) =>
                topic === null ? { key: 'notUnderstood' } : { key: 'answer', facts: { topic } },
            },
          },
          {
            target: 'menu',
            actions: {
              type: 'remark',
              params: ({ event: { kind } }) =>
                kind === null ? { key: 'notUnderstood' } : { key: 'unreadable', facts: { kind } },
            },
          },
        ],
      },
    },
    lookingBeforeApplying: {
      description: '申し込めるか調べる',
      tags: 'awaitsResult',
      on: {
        'apply.possible': {
          target: 'leaving',
          actions: {
            type: 'begin',
            params: ({ event }) => ({
              consent: event.consent,
              known: event.known,
              resume: event.resume,
              choices: event.choices,
              moves: null,
              wish: event.wish,
            }),
          },
        },
        'apply.blocked': { target: 'resting', actions: { type: 'showBooking', params: {} } },
        'apply.suspended': 'resting',
      },
    },
    lookingBeforeRechoosing: {
      description: '日時を選び直せるか調べる',
      tags: 'awaitsResult',
      on: {
        'rechoose.possible': {
          target: 'leaving',
          actions: {
            type: 'begin',
            params: ({ context, event }) => ({
              consent: 'given',
              known: true,
              resume: null,
              choices: event.choices,
              moves: context.about,
              wish: null,
            }),
          },
        },
        'booking.alreadyDecided': { target: 'resting', actions: sayItIsGone },
        'apply.suspended': 'resting',
      },
    },
    lookingBeforeWithdrawing: {
      description: '取り下げられるか調べる',
      tags: 'awaitsResult',
      on: {
        'booking.open': 'withdrawing',
        'booking.alreadyDecided': { target: 'resting', actions: sayItIsGone },
      },
    },
    withdrawing: {
      description: '本当に取り下げるかきく',
      meta: { prompt: 'withdraw' },
      // Whatever comes in between, what she was about to do stays open.
      on: {
        ...sideQuestions,
        yes: { target: 'withdrawn', actions: { type: 'withdrawRequest', params: aboutIt } },
        no: { target: 'resting', actions: leaveIt },
        back: { target: 'resting', actions: leaveIt },
      },
    },
    withdrawn: {
      description: '取り下げる',
      tags: 'awaitsResult',
      on: {
        'booking.withdrawn': 'menu',
        'booking.alreadyDecided': { target: 'resting', actions: sayItIsGone },
      },
    },
    resting: { description: 'そのまま', tags: 'quiet' },
    leaving: { description: '申し込みへ', tags: 'quiet', type: 'final' },
  },
});
