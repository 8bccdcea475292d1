// A booking's moments and number as people read them.
import { dayOf, timeOf } from '../core/jst.ts';
import type { Booking } from '../db/generated/client.ts';
import { receiptNumber } from './receipt.ts';

/** When a consultation is, in JST. */
export type Slot = { day: string; time: string; until: string };

/** A moment, in JST. */
export type Moment = { day: string; time: string };

export const moment = (date: Date): Moment => ({ day: dayOf(date), time: timeOf(date) });

export const slotOf = ({ startsAt, endsAt }: Pick<Booking, 'startsAt' | 'endsAt'>): Slot => ({
  day: dayOf(startsAt),
  time: timeOf(startsAt),
  until: timeOf(endsAt),
});

export const receiptOf = ({ number, createdAt }: Pick<Booking, 'number' | 'createdAt'>): string =>
  receiptNumber(number, createdAt);
