// All calls that send messages, judge them, or count them.
import type { Endpoint } from '../endpoint.ts';
import { countAggregationUnits, listAggregationUnits } from './aggregation.ts';
import { sentCountEndpoints } from './count-sent.ts';
import { sendBroadcast } from './send-broadcast.ts';
import { sendMulticast } from './send-multicast.ts';
import { getNarrowcastProgress, sendNarrowcast } from './send-narrowcast.ts';
import { sendPush } from './send-push.ts';
import { sendReply } from './send-reply.ts';
import { validateEndpoints } from './validate-messages.ts';

export const sendingEndpoints: readonly Endpoint[] = [
  sendReply,
  sendPush,
  sendMulticast,
  sendBroadcast,
  sendNarrowcast,
  getNarrowcastProgress,
  ...validateEndpoints,
  ...sentCountEndpoints,
  countAggregationUnits,
  listAggregationUnits,
];
