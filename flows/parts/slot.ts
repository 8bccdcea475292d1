// Day and time (第6条(2)④). Whatever she picks or types is checked against the calendar by the shell;
// what she types is said back before it counts.
import { assign } from 'xstate';
import { type Draft, requestKit } from '../request-kit.ts';
import type { WishFacts, WishReason } from '../vocabulary.ts';

type Refused = { event: { reason: WishReason; facts: WishFacts } };

const sayWhyNot = {
  type: 'remark',
  params: ({ event: { reason, facts } }: Refused) =>
    ({ key: 'slotRefused', facts: { ...facts, reason } }) as const,
} as const;

const sayUnclear = {
  type: 'remark',
  params: ({ event: { reason, facts } }: Refused) =>
    ({ key: 'wishUnclear', facts: { ...facts, reason } }) as const,
} as const;

export const readWish = {
  type: 'readWish',
  params: ({ context, event }: { context: Draft; event: { text: string } }) => ({
    text: event.text,
    day: context.day,
    moves: context.moves,
  }),
} as const;

const picked = ({ event }: { event: { day: string; time?: string } }) => ({
  day: event.day,
  time: event.time ?? null,
});

/** A time that was offered elsewhere: it is looked up, and said back before it counts. */
export const keepWanted = { type: 'keepPicked', params: picked } as const;
const toWanted = { 'slot.wanted': { target: 'rechecking', actions: keepWanted } } as const;

/** With a time that she had typed, the slot is said back before it counts. */
const pickDay = [
  {
    guard: {
      type: 'namesTime',
      params: ({ event }: { event: { time?: string } }) => ({ time: event.time }),
    },
    target: 'rechecking',
    actions: { type: 'keepPicked', params: picked },
  },
  { target: 'checkingDay', actions: { type: 'keepPicked', params: picked } },
] as const;

const dayIsOpen = {
  type: 'isDayStillOpen',
  params: ({ event }: { event: { dayOpen: boolean } }) => ({ dayOpen: event.dayOpen }),
} as const;

/** Her words may have named another day than the one that stood. */
const dayJudged = (context: { day: string | null }, event: { day?: string }): string | null =>
  event.day ?? context.day;

export const slot = requestKit.createStateConfig({
  description: '日時',
  initial: 'entering',
  states: {
    entering: {
      description: '前にえらんだ日時があるか',
      always: [
        { guard: 'hasSlot', target: 'rechecking' },
        { guard: 'hasDay', target: 'checkingDay' },
        { target: 'day' },
      ],
    },
    rechecking: {
      description: '日時がまだ空いているか調べる',
      tags: 'awaitsResult',
      entry: {
        type: 'checkSlot',
        params: ({ context }) => ({ day: context.day ?? '', time: context.time ?? '', moves: context.moves }),
      },
      on: {
        'slot.free': 'confirming',
        'slot.refused': [
          { guard: dayIsOpen, target: 'time', actions: ['forgetTime', sayWhyNot] },
          { target: 'day', actions: sayWhyNot },
        ],
      },
    },
    day: {
      description: '希望日をきく',
      meta: { prompt: 'day' },
      // Whatever was chosen before does not count while the day is open.
      entry: 'forgetSlot',
      on: {
        ...toWanted,
        'day.picked': pickDay,
        'days.more': { actions: assign({ page: ({ context }) => context.page + 1 }) },
        said: { target: 'readingWish', actions: readWish },
      },
    },
    checkingDay: {
      description: 'その日に空きがあるか調べる',
      tags: 'awaitsResult',
      entry: {
        type: 'checkDay',
        params: ({ context }) => ({ day: context.day ?? '', moves: context.moves }),
      },
      on: {
        'day.open': 'time',
        'slot.refused': { target: 'day', actions: sayWhyNot },
      },
    },
    lookingAgain: {
      description: 'その日にまだ空きがあるか調べる',
      tags: 'awaitsResult',
      entry: [
        'forgetTime',
        {
          type: 'checkDay',
          params: ({ context }) => ({ day: context.day ?? '', moves: context.moves }),
        },
      ],
      // That the slot is gone has just been said.
      on: { 'day.open': 'time', 'slot.refused': 'day' },
    },
    time: {
      description: '時間をきく',
      meta: { prompt: 'time' },
      on: {
        ...toWanted,
        'time.picked': { target: 'checkingSlot', actions: assign({ time: ({ event }) => event.time }) },
        'times.more': { actions: assign({ allTimes: true }) },
        'days.more': 'day',
        'day.picked': pickDay,
        back: 'day',
        said: { target: 'readingWish', actions: readWish },
      },
    },
    readingWish: {
      description: '書かれた日時を読む',
      tags: 'awaitsResult',
      on: {
        'wish.day': {
          target: 'checkingDay',
          actions: assign({
            day: ({ event }) => event.day,
            time: null,
            allTimes: false,
          }),
        },
        'wish.slot': {
          target: 'confirming',
          actions: assign({ day: ({ event }) => event.day, time: ({ event }) => event.time }),
        },
        'wish.unclear': [
          { guard: 'hasTime', target: 'confirming', actions: sayUnclear },
          { guard: 'hasDay', target: 'time', actions: sayUnclear },
          { target: 'day', actions: sayUnclear },
        ],
        'slot.refused': [
          {
            guard: {
              type: 'isDayStillOpen',
              params: ({ context, event }) => ({
                dayOpen: event.dayOpen && dayJudged(context, event) !== null,
              }),
            },
            target: 'time',
            actions: [
              assign({ day: ({ context, event }) => dayJudged(context, event), time: null, allTimes: false }),
              sayWhyNot,
            ],
          },
          { target: 'day', actions: sayWhyNot },
        ],
      },
    },
    confirming: {
      description: '読みとった日時をたしかめる',
      meta: { prompt: 'wish' },
      on: {
        ...toWanted,
        yes: 'checkingSlot',
        no: 'day',
        'day.picked': pickDay,
        'days.more': 'day',
        'times.more': { target: 'time', actions: 'forgetTime' },
        back: 'day',
        said: { target: 'readingWish', actions: readWish },
      },
    },
    checkingSlot: {
      description: 'その時間が空いているか調べる',
      tags: 'awaitsResult',
      entry: {
        type: 'checkSlot',
        params: ({ context }) => ({ day: context.day ?? '', time: context.time ?? '', moves: context.moves }),
      },
      on: {
        'slot.free': 'done',
        'slot.refused': [
          { guard: dayIsOpen, target: 'time', actions: ['forgetTime', sayWhyNot] },
          { target: 'day', actions: sayWhyNot },
        ],
      },
    },
    done: { description: 'できた', type: 'final' },
  },
});
