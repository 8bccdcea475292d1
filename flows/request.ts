// Asking for a consultation, from the terms to the receipt. Also moves an unconfirmed request to
// another time (`moves`), which starts at the day.
import { options } from './kit.ts';
import { choiceStates } from './parts/choices.ts';
import { jobNumber, name, phone } from './parts/details.ts';
import { eligibility } from './parts/eligibility.ts';
import { editing, review } from './parts/review.ts';
import { answerIntentInForm, sideQuestions } from './parts/side-questions.ts';
import { keepWanted, slot } from './parts/slot.ts';
import { freshDraft, requestKit } from './request-kit.ts';
import { choices, type Detail, type FlowEvent, firstChoice, mapTable, type Resume } from './vocabulary.ts';

type Refusal = Extract<FlowEvent, { type: 'request.refused' }>;

const nextAfter = (target: string) => [{ guard: 'isEditing', target: 'review' } as const, { target }];
const backTo = (target: string) => ({
  back: [{ guard: 'isEditing', target: 'review' } as const, { target }],
});
const forgetTyped = [{ type: 'remark', params: { key: 'draftExpired' } } as const, 'forgetTyped' as const];

type Lost = Extract<FlowEvent, { type: 'draft.expired' }>;
const ofLost = ({ event }: { event: Lost }) => ({ known: event.known });

/** What she typed before she left is not asked again. */
const leftAt = (resume: Resume) =>
  ({
    guard: { type: 'isLeftAt', params: { resume } },
    target: resume,
    actions: [{ type: 'remark', params: { key: 'takenUp' } }, 'takeUp'],
  }) as const;

/** Day and time stay as they were chosen. */
const toGone = (field: Detail) =>
  ({
    guard: {
      type: 'isField',
      params: ({ event }: { event: { field: Detail } }) => ({ picked: event.field, field }),
    },
    target: `.${field}`,
  }) as const;

const refusedBecause = (wanted: Refusal['because']) =>
  ({
    type: 'isBecause',
    params: ({ event }: { event: Refusal }) => ({ because: event.because, wanted }),
  }) as const;

const sayWhyNot = {
  type: 'remark' as const,
  params: ({ event }: { event: Refusal }) => ({
    key: 'requestRefused' as const,
    facts: { ...event.facts, reason: event.reason },
  }),
} as const;

export const request = requestKit.createMachine({
  id: 'request',
  version: '1',
  description: '相談を申し込む',
  context: freshDraft,
  options,
  initial: 'starting',
  on: {
    ...sideQuestions,
    followed: {
      actions: {
        type: 'remark',
        params: ({ event }) => ({ key: 'greeting', facts: { again: event.again } }),
      },
    },
    'intent.written': { actions: answerIntentInForm },
    'detail.gone': [
      // The last look has a way to each.
      { guard: 'isEditing', target: '.review', actions: 'restoreSlot' },
      toGone('name'),
      toGone('jobNumber'),
      toGone('phone'),
    ],
    'detail.corrected': {
      actions: [
        'markTyped',
        {
          type: 'correctDetail',
          params: ({ event }) => ({ field: event.field, text: event.text }),
        },
      ],
    },
    'apply.asked': { actions: { type: 'remark', params: { key: 'alreadyApplying' } } },
    // Before the day is asked it waits there, to be looked up and said back.
    'slot.wanted': [
      { guard: 'isEditing', target: '.slot', actions: keepWanted },
      {
        actions: [
          keepWanted,
          {
            type: 'remark',
            params: ({ event }) => ({ key: 'slotNoted', facts: { day: event.day, time: event.time } }),
          },
        ],
      },
    ],
    'menu.asked': { actions: { type: 'remark', params: { key: 'alreadyApplying' } } },
    quit: { target: '.quit' },
    'draft.expired': [
      {
        guard: { type: 'isStillKnown', params: ofLost },
        target: '.knownDetails',
        actions: forgetTyped,
      },
      {
        guard: { type: 'hasLost', params: ofLost },
        target: '.name',
        actions: [...forgetTyped, 'forgetKnown'],
      },
    ],
  },
  states: {
    starting: {
      description: 'はじめ',
      always: [
        { guard: 'isMoving', target: 'slot' },
        { guard: 'hasConsent', target: 'entering' },
        { target: 'terms' },
      ],
    },
    entering: {
      description: 'どこから始めるか',
      always: [
        leftAt('jobNumber'),
        leftAt('phone'),
        leftAt('slot'),
        { guard: 'isKnown', target: 'knownDetails' },
        { target: 'eligibility' },
      ],
    },
    terms: {
      description: '利用規約への同意をきく',
      meta: { prompt: 'terms' },
      on: {
        'terms.agreed': {
          target: 'entering',
          actions: { type: 'recordConsent', params: ({ event }) => ({ wording: event.wording }) },
        },
        'terms.refused': { target: 'leftWithoutConsent' },
      },
    },
    eligibility: { ...eligibility, onDone: 'name' },
    knownDetails: {
      description: '前回の登録で申し込むかきく',
      meta: { prompt: 'knownDetails' },
      on: {
        'details.reused': 'slot',
        'details.retyped': 'name',
      },
    },
    name: {
      ...name,
      onDone: nextAfter('jobNumber'),
      on: {
        back: [
          { guard: 'isEditing', target: 'review' },
          // What is on record is offered whole: what she began to type instead does not count any more.
          {
            guard: 'isKnown',
            target: 'knownDetails',
            actions: ['forgetTyped', { type: 'dropDraft', params: {} }],
          },
          { target: 'eligibility' },
        ],
      },
    },
    jobNumber: { ...jobNumber, onDone: nextAfter('phone'), on: backTo('name') },
    phone: { ...phone, onDone: nextAfter('slot'), on: backTo('jobNumber') },
    slot: {
      ...slot,
      onDone: [
        { guard: 'isEditing', target: 'review' },
        { guard: 'hasChoices', target: 'review' },
        { target: firstChoice },
      ],
      on: {
        back: [
          { guard: 'isEditing', target: 'review', actions: 'restoreSlot' },
          { guard: 'isMoving', actions: { type: 'remark', params: { key: 'noBackFromHere' } } },
          { guard: 'hasTyped', target: 'phone', actions: 'stopEditing' },
          { target: 'knownDetails', actions: 'stopEditing' },
        ],
      },
    },
    ...choiceStates,
    review,
    editing,
    submitting: {
      description: '申し込みを受けつける',
      tags: 'awaitsResult',
      entry: {
        type: 'submitRequest',
        params: ({ context }) => ({
          day: context.day ?? '',
          time: context.time ?? '',
          choices: mapTable(choices, (_, choice) => context[choice] ?? false),
          moves: context.moves,
        }),
      },
      on: {
        'request.accepted': 'received',
        'request.refused': [
          { guard: refusedBecause('slot'), target: 'slot.lookingAgain', actions: sayWhyNot },
          { guard: refusedBecause('details'), target: 'name', actions: sayWhyNot },
          { guard: refusedBecause('booking'), target: 'blocked', actions: sayWhyNot },
          { target: 'closed', actions: sayWhyNot },
        ],
      },
    },
    received: { description: '受付ずみ', tags: 'quiet', type: 'final' },
    blocked: {
      description: 'もう申し込みか予約がある',
      tags: 'quiet',
      type: 'final',
      entry: { type: 'showBooking', params: {} },
    },
    closed: { description: '受けつけられない', type: 'final' },
    leftWithoutConsent: {
      description: '同意なしで終わる',
      type: 'final',
      entry: { type: 'remark', params: { key: 'withoutConsent' } },
    },
    quit: {
      description: 'やめる',
      type: 'final',
      entry: [
        { type: 'dropDraft', params: {} },
        { type: 'remark', params: { key: 'quit' } },
      ],
    },
  },
});
