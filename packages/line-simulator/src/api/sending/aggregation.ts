// GET /v2/bot/message/aggregation/… (reference: get-number-of-units-used-this-month): the names under which messages
// are counted together. The statistics themselves (insight) are not simulated.
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { Endpoint } from '../endpoint.ts';
import { limitIn, pageOf } from '../pages-of-ids.ts';

const MOST = 100;

export const countAggregationUnits: Endpoint = {
  name: 'aggregation-info',
  method: 'GET',
  path: '/v2/bot/message/aggregation/info',
  rate: PER_SECOND_2000,
  answer: (_request, { aggregationUnits }) => ({
    status: 200,
    body: { numOfCustomAggregationUnits: aggregationUnits.names().length },
  }),
};

export const listAggregationUnits: Endpoint = {
  name: 'aggregation-list',
  method: 'GET',
  path: '/v2/bot/message/aggregation/list',
  rate: PER_SECOND_2000,
  answer({ query }, { aggregationUnits }) {
    const { ids, next } = pageOf(aggregationUnits.names(), query.get('start'), limitIn(query, MOST, MOST));
    return { status: 200, body: { customAggregationUnits: ids, next } };
  },
};
