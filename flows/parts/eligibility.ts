// Who may use the service (第2条, R-42, R-43). She judges for herself; what is missing gets guidance,
// never a dead end.
import { requestKit } from '../request-kit.ts';
import type { Condition } from '../vocabulary.ts';

const guidance = {
  type: 'remark',
  params: ({ event }: { event: { condition: Condition } }) => ({
    key: 'missingCondition' as const,
    facts: { condition: event.condition },
  }),
} as const;

export const eligibility = requestKit.createStateConfig({
  description: '利用条件',
  initial: 'asking',
  states: {
    asking: {
      description: '利用条件をきく',
      meta: { prompt: 'eligibility' },
      on: {
        eligible: { target: 'done', actions: { type: 'recordEligibility', params: {} } },
        ineligible: 'missing',
      },
    },
    missing: {
      description: '当てはまらない項目をきく',
      meta: { prompt: 'missingCondition' },
      on: {
        'condition.picked': { actions: guidance },
        eligible: { target: 'done', actions: { type: 'recordEligibility', params: {} } },
        back: 'asking',
      },
    },
    done: { description: 'できた', type: 'final' },
  },
});
