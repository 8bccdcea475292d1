// Name, jobseeker number and phone (第6条(2)①–③). What she types goes out as an effect, is read and
// sealed by the shell, and only "kept" or "not kept" comes back.
import { requestKit, typedText } from '../request-kit.ts';

/** The name. Done when the shell keeps one. */
export const name = requestKit.createStateConfig({
  description: '氏名',
  initial: 'asking',
  states: {
    asking: {
      description: '氏名をきく',
      meta: { prompt: 'name' },
      on: { said: { target: 'reading', actions: { type: 'keepName', params: typedText } } },
    },
    reading: {
      description: '氏名を読む',
      tags: 'awaitsResult',
      on: {
        kept: { target: 'done', actions: 'markTyped' },
        'not.kept': {
          target: 'asking',
          actions: {
            type: 'remark',
            params: ({ event }) => ({ key: 'nameRefused', facts: { reason: event.reason } }),
          },
        },
      },
    },
    done: { description: 'できた', type: 'final' },
  },
});

/** The jobseeker number, or that she does not know it. */
export const jobNumber = requestKit.createStateConfig({
  description: '求職番号',
  initial: 'asking',
  states: {
    asking: {
      description: '求職番号をきく',
      meta: { prompt: 'jobNumber' },
      on: {
        said: { target: 'reading', actions: { type: 'keepJobNumber', params: typedText } },
        'detail.known': 'done',
        'jobNumber.unknown': {
          target: 'done',
          actions: ['markTyped', { type: 'keepNoJobNumber', params: {} }],
        },
      },
    },
    reading: {
      description: '求職番号を読む',
      tags: 'awaitsResult',
      on: {
        kept: { target: 'done', actions: 'markTyped' },
        'kept.doubtfully': { target: 'confirming', actions: 'markTyped' },
        'not.kept': {
          target: 'asking',
          actions: {
            type: 'remark',
            params: ({ event }) => ({ key: 'jobNumberRefused', facts: { reason: event.reason } }),
          },
        },
      },
    },
    confirming: {
      description: '読みとった番号をたしかめる',
      meta: { prompt: 'jobNumberDoubtful' },
      on: {
        yes: 'done',
        no: 'asking',
        back: 'asking',
        said: { target: 'rereading', actions: { type: 'keepJobNumber', params: typedText } },
        'jobNumber.unknown': { target: 'done', actions: { type: 'keepNoJobNumber', params: {} } },
      },
    },
    rereading: {
      description: '書き直された番号を読む',
      tags: 'awaitsResult',
      on: {
        kept: 'done',
        'kept.doubtfully': 'confirming',
        // The number that was read before still waits for a yes or no.
        'not.kept': {
          target: 'confirming',
          actions: {
            type: 'remark',
            params: ({ event }) =>
              event.reason === 'notANumber'
                ? { key: 'notUnderstood' }
                : { key: 'jobNumberRefused', facts: { reason: event.reason } },
          },
        },
      },
    },
    done: { description: 'できた', type: 'final' },
  },
});

/** A phone number on which staff reach her on the day (第6条(6)). */
export const phone = requestKit.createStateConfig({
  description: '電話番号',
  initial: 'asking',
  states: {
    asking: {
      description: '電話番号をきく',
      meta: { prompt: 'phone' },
      on: {
        said: { target: 'reading', actions: { type: 'keepPhone', params: typedText } },
        'detail.known': 'done',
      },
    },
    reading: {
      description: '電話番号を読む',
      tags: 'awaitsResult',
      on: {
        kept: { target: 'done', actions: 'markTyped' },
        'not.kept': {
          target: 'asking',
          actions: {
            type: 'remark',
            params: ({ event }) => ({ key: 'phoneRefused', facts: { reason: event.reason } }),
          },
        },
      },
    },
    done: { description: 'できた', type: 'final' },
  },
});
