// GET /v2/bot/message/delivery/… (reference: get-number-of-push-messages): how much was sent on a day.
import { z } from 'zod';
import { PER_SECOND_2000 } from '../../rules/rate-limits.ts';
import type { Endpoint } from '../endpoint.ts';
import { badParameter } from '../refusal.ts';

const FIRST_DAY = '20180331';

const sentCount = (way: 'reply' | 'push' | 'multicast' | 'broadcast'): Endpoint => ({
  name: `delivery-${way}`,
  method: 'GET',
  path: `/v2/bot/message/delivery/${way}`,
  rate: PER_SECOND_2000,
  answer({ query }, { sentCounts }) {
    const day = query.get('date') ?? '';
    if (!isDay(day)) throw badParameter('date');
    if (day < FIRST_DAY) return { status: 200, body: { status: 'out_of_service' } };
    if (day >= sentCounts.today()) return { status: 200, body: { status: 'unready' } };
    return { status: 200, body: { status: 'ready', success: sentCounts.on(way, day) } };
  },
});

const isDay = (text: string): boolean =>
  /^\d{8}$/.test(text) && z.iso.date().safeParse(text.replace(/^(....)(..)(..)$/, '$1-$2-$3')).success;

export const sentCountEndpoints = (['reply', 'push', 'multicast', 'broadcast'] as const).map(sentCount);
