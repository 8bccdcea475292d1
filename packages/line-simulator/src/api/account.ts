// What the account can ask about itself: its name, its quota.
import { PER_SECOND_2000 } from '../rules/rate-limits.ts';
import type { Endpoint } from './endpoint.ts';

/** Reference: get-bot-info. */
export const getBotInfo: Endpoint = {
  name: 'bot-info',
  method: 'GET',
  path: '/v2/bot/info',
  rate: PER_SECOND_2000,
  answer(_request, { channel: { botUserId, basicId, displayName }, switches: { chatMode } }) {
    const markAsReadMode = chatMode === 'bot' ? 'auto' : 'manual';
    return { status: 200, body: { userId: botUserId, basicId, displayName, chatMode, markAsReadMode } };
  },
};

/** Reference: get-quota. */
export const getQuota: Endpoint = {
  name: 'quota',
  method: 'GET',
  path: '/v2/bot/message/quota',
  rate: PER_SECOND_2000,
  answer(_request, { quota: { limit } }) {
    return { status: 200, body: limit === undefined ? { type: 'none' } : { type: 'limited', value: limit } };
  },
};

/** Reference: get-consumption. */
export const getQuotaConsumption: Endpoint = {
  name: 'quota-consumption',
  method: 'GET',
  path: '/v2/bot/message/quota/consumption',
  rate: PER_SECOND_2000,
  answer: (_request, { quota }) => ({ status: 200, body: { totalUsage: quota.used() } }),
};
