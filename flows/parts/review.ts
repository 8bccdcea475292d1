// The last look: everything once more before it is sent, and the way to each thing that can be put right.
import { type Draft, requestKit } from '../request-kit.ts';
import { choiceKeys, type Field, lastChoice } from '../vocabulary.ts';
import { changedChoices } from './choices.ts';
import { keepWanted, readWish } from './slot.ts';

const isField = (field: Field) =>
  ({
    type: 'isField',
    params: ({ event }: { event: { field: Field } }) => ({ picked: event.field, field }),
  }) as const;

const toField = (field: Field, target: string) =>
  ({ guard: isField(field), target, actions: 'startEditing' }) as const;

const toPickedField = [
  toField('name', 'name'),
  toField('jobNumber', 'jobNumber'),
  toField('phone', 'phone'),
  toField('date', 'slot.day'),
  ...choiceKeys.map((choice) => toField(choice, choice)),
];

/** 「やっぱり11時」: said back before it counts, like any wish. */
const toTypedWish = { target: 'slot.readingWish', actions: ['startEditing', readWish] } as const;

const toWantedSlot = { target: 'slot', actions: ['startEditing', keepWanted] } as const;

/** はい, OK and お願いします send nothing: only the button does, and its own words. */
const sendsNothing = {
  actions: {
    type: 'remark',
    params: ({ context }: { context: Draft }) =>
      ({ key: 'notSentYet', facts: { moving: context.moves !== null } }) as const,
  },
} as const;

export const review = requestKit.createStateConfig({
  description: '申し込む内容をたしかめる',
  meta: { prompt: 'review' },
  entry: 'stopEditing',
  on: {
    submitted: 'submitting',
    yes: sendsNothing,
    // 「ちがいます」: what is wrong is asked next.
    no: 'editing',
    ...changedChoices,
    'edit.asked': 'editing',
    'field.picked': toPickedField,
    'wish.typed': toTypedWish,
    'slot.wanted': toWantedSlot,
    back: lastChoice,
  },
});

export const editing = requestKit.createStateConfig({
  description: '直すところをきく',
  meta: { prompt: 'whichField' },
  on: {
    'field.picked': toPickedField,
    'wish.typed': toTypedWish,
    'slot.wanted': toWantedSlot,
    yes: sendsNothing,
    ...changedChoices,
    submitted: 'submitting',
    back: 'review',
  },
});
