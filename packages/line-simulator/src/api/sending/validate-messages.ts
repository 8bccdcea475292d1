// POST /v2/bot/message/validate/… (reference: validate-message-objects-of-reply-message): judges, sends nothing.
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { Endpoint } from '../endpoint.ts';
import { messagesOnly, readBody, readMessages } from '../read-request.ts';

const validate = (way: 'reply' | 'push' | 'multicast' | 'narrowcast' | 'broadcast'): Endpoint => ({
  name: `validate-${way}`,
  method: 'POST',
  path: `/v2/bot/message/validate/${way}`,
  rate: PER_SECOND_2000,
  answer(request) {
    readMessages(readBody(messagesOnly, request.body).messages);
    return { status: 200, body: {} };
  },
});

export const validateEndpoints = (['reply', 'push', 'multicast', 'narrowcast', 'broadcast'] as const).map(
  validate,
);
