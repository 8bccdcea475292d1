// What staff have to know of the month's messages, on record. Used up: LINE has refused a push for it, and has taken none since.
import { max as latest } from 'date-fns/max';
import { subDays } from 'date-fns/subDays';
import { asDay, dayOf, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';

export const quotaNote = { about: 'quota', chatId: '' } as const;
const stands = 'quota';
const over = 'over';

/** LINE counts anew from the first of a month in Japan. */
const monthBegan = (now: Date): Date => startOfDay(asDay(`${dayOf(now).slice(0, 7)}-01`));

/** Staff are told of it at their next word, once a day at most. */
export async function noteQuota(tx: Tx, id: string, now: Date): Promise<void> {
  const { count } = await tx.undelivered.updateMany({
    where: { ...quotaNote, at: { gt: latest([subDays(now, 1), monthBegan(now)]) } },
    data: { reason: stands },
  });
  if (count === 0)
    await tx.undelivered.create({ data: { ...quotaNote, id, reason: stands, state: 'waiting', at: now } });
}

/** LINE has taken a push: there are messages again. */
export async function notePushTaken(tx: Tx): Promise<void> {
  await tx.undelivered.updateMany({ where: { ...quotaNote, reason: stands }, data: { reason: over } });
}

export const isUsedUp = async (tx: Tx, now: Date): Promise<boolean> =>
  (await tx.undelivered.findFirst({
    where: { ...quotaNote, reason: stands, at: { gte: monthBegan(now) } },
    select: { id: true },
  })) !== null;

/** `much`: four fifths are used; `most`: nearly all; `short`: what is left is less than people with a booking have to get. */
export const quotaLows = ['short', 'most', 'much'] as const;
export type QuotaLow = (typeof quotaLows)[number];

export const quotaLowNote = { about: 'quotaLow', chatId: '' } as const;

/** Staff are told at their next word, of each once a month. */
export async function noteQuotaLow(tx: Tx, reason: QuotaLow, id: string, now: Date): Promise<void> {
  // As long as it is so the row stays new, or it would be swept before a month of 31 days is over, and said again.
  const { count } = await tx.undelivered.updateMany({
    where: { ...quotaLowNote, reason, at: { gte: monthBegan(now) } },
    data: { at: now },
  });
  if (count === 0)
    await tx.undelivered.create({ data: { ...quotaLowNote, id, reason, state: 'waiting', at: now } });
}
