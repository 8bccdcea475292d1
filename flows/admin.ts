// The admin chat. Cards carry the booking they speak of, so most taps need no memory; only typing a
// meeting's numbers does. Whatever else staff say to each other is left alone.
import { assign, setup } from 'xstate';
import { effects, options, type Tag } from './kit.ts';
import {
  type BookingRef,
  commandTransitions,
  type DeclineReason,
  type FlowEvent,
  type PromptKey,
} from './vocabulary.ts';

/** `about`: the request whose Zoom numbers are being typed. The numbers themselves lie sealed. */
type AdminContext = { about: BookingRef | null };

const kit = setup({
  types: {
    context: {} as AdminContext,
    events: {} as FlowEvent,
    meta: {} as { prompt: PromptKey },
    tags: {} as Tag,
  },
  actions: { ...effects, forget: assign({ about: null }) },
  guards: {
    isComplete: (_, params: { complete: boolean }) => params.complete,
    isAbout: ({ context }, params: { booking: string }) => context.about?.booking === params.booking,
  },
});

const named = ({ event }: { event: BookingRef }): BookingRef => ({
  booking: event.booking,
  version: event.version,
});
const forget = ['forget', { type: 'dropDraft', params: {} }] as const;
const sayStopped = { type: 'remark', params: { key: 'stopped' } } as const;
const complete = {
  type: 'isComplete',
  params: ({ event }: { event: { complete: boolean } }) => ({ complete: event.complete }),
} as const;
const sayUnclear = {
  type: 'remark',
  params: ({ event }: { event: { reason: string } }) => ({
    key: 'numbersUnclear' as const,
    facts: { reason: event.reason },
  }),
} as const;

/** A colleague may settle one request while the numbers of another are being typed. */
const isAboutThis = {
  type: 'isAbout',
  params: ({ event }: { event: BookingRef }) => ({ booking: event.booking }),
} as const;
const confirmInRoom = {
  type: 'confirmInRoom',
  params: ({ event }: { event: BookingRef & { room: string } }) => ({
    ...named({ event }),
    room: event.room,
  }),
} as const;
const declineRequest = {
  type: 'declineRequest',
  params: ({ event }: { event: BookingRef & { reason: DeclineReason } }) => ({
    ...named({ event }),
    reason: event.reason,
  }),
} as const;
const retype = { target: 'meetingId', actions: { type: 'dropDraft', params: {} } } as const;

export const admin = kit.createMachine({
  id: 'admin',
  version: '1',
  description: '職員の窓口',
  context: { about: null },
  options,
  initial: 'idle',
  on: {
    'confirm.asked': { actions: { type: 'askRoom', params: named } },
    'decline.asked': { actions: { type: 'askDeclineReason', params: named } },
    'decline.picked': [
      { guard: isAboutThis, target: '.idle', actions: [...forget, declineRequest] },
      { actions: declineRequest },
    ],
    'room.picked': [
      { guard: isAboutThis, target: '.idle', actions: [...forget, confirmInRoom] },
      { actions: confirmInRoom },
    ],
    'numbers.asked': {
      target: '.looking',
      // Numbers typed for another booking must not be taken for this one's.
      actions: [
        { type: 'dropDraft', params: {} },
        assign({ about: named }),
        { type: 'checkStillPending', params: named },
      ],
    },
    'contact.asked': {
      actions: { type: 'showContact', params: ({ event }) => ({ booking: event.booking }) },
    },
    ...commandTransitions,
    'help.asked': { actions: { type: 'remark', params: { key: 'staffHelp' } } },
    'chat.ending': {
      actions: {
        type: 'askBeforeEnding',
        params: ({ event }) => ({ chat: event.chat, since: event.since }),
      },
    },
    'chat.ended': {
      actions: {
        type: 'endChat',
        params: ({ event }) => ({ chat: event.chat, since: event.since, sure: event.sure ?? false }),
      },
    },
    'call.told': { actions: { type: 'markTold', params: ({ event }) => ({ call: event.call }) } },
    'call.resent': { actions: { type: 'resendCall', params: ({ event }) => ({ call: event.call }) } },
    'room.added': { actions: { type: 'addRoom', params: ({ event }) => ({ text: event.text }) } },
    'decision.left': [
      { guard: isAboutThis, target: '.idle', actions: [...forget, sayStopped] },
      { actions: sayStopped },
    ],
    quit: { target: '.idle', actions: [...forget, sayStopped] },
  },
  states: {
    idle: { description: '待機', tags: 'quiet' },
    looking: {
      description: 'まだ承認待ちか調べる',
      tags: 'awaitsResult',
      on: { 'booking.open': 'meetingId', 'booking.alreadyDecided': { target: 'idle', actions: forget } },
    },
    meetingId: {
      description: '会議IDを待つ',
      meta: { prompt: 'meetingId' },
      on: {
        said: {
          target: 'reading',
          actions: { type: 'readNumbers', params: ({ event }) => ({ text: event.text, only: 'any' }) },
        },
      },
    },
    reading: {
      description: '番号を読む',
      tags: 'awaitsResult',
      on: {
        'numbers.read': [{ guard: complete, target: 'checking' }, { target: 'passcode' }],
        'numbers.unclear': { target: 'meetingId', actions: sayUnclear },
        'numbers.absent': 'meetingId',
      },
    },
    passcode: {
      description: 'パスコードを待つ',
      meta: { prompt: 'passcode' },
      on: {
        said: {
          target: 'readingPasscode',
          actions: { type: 'readNumbers', params: ({ event }) => ({ text: event.text, only: 'passcode' }) },
        },
        back: 'meetingId',
      },
    },
    readingPasscode: {
      description: 'パスコードを読む',
      tags: 'awaitsResult',
      on: {
        'numbers.read': 'checking',
        'numbers.unclear': { target: 'passcode', actions: sayUnclear },
        'numbers.absent': 'passcode',
      },
    },
    checking: {
      description: '読みとった番号をたしかめる',
      meta: { prompt: 'numbers' },
      on: {
        'numbers.confirmed': {
          target: 'idle',
          actions: [
            {
              type: 'confirmWithNumbers',
              params: ({ context }) => context.about ?? { booking: '', version: 0 },
            },
            ...forget,
          ],
        },
        'numbers.retyped': retype,
        back: retype,
      },
    },
  },
});
