// The last look: everything once more before it is sent, and the way to each thing that can be put right.
import { type Draft, requestKit } from '../request-kit.ts';
import type { Field } from '../vocabulary.ts';
import { readWish } from './slot.ts';

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
  toField('companion', 'companion'),
];

/** 「やっぱり11時」: said back before it counts, like any wish. */
const toTypedWish = { target: 'slot.readingWish', actions: ['startEditing', readWish] } as const;

/** はい, OK and お願いします send nothing: only the button does, and its own words. */
const sendsNothing = {
  actions: {
    type: 'remark',
    params: ({ context }: { context: Draft }) =>
      ({ key: 'notSentYet', facts: { moving: context.moves !== null } }) as const,
  },
} as const;

/** 「同席なし」 typed where everything is shown: it is shown again. */
const changedCompanion = {
  target: 'review',
  actions: {
    type: 'keepCompanion',
    params: ({ event }: { event: { companion: boolean } }) => ({ companion: event.companion }),
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
    'companion.answered': changedCompanion,
    'edit.asked': 'editing',
    'field.picked': toPickedField,
    'wish.typed': toTypedWish,
    back: 'companion',
  },
});

export const editing = requestKit.createStateConfig({
  description: '直すところをきく',
  meta: { prompt: 'whichField' },
  on: {
    'field.picked': toPickedField,
    'wish.typed': toTypedWish,
    yes: sendsNothing,
    'companion.answered': changedCompanion,
    submitted: 'submitting',
    back: 'review',
  },
});
