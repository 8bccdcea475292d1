// That the month's messages are used up, on record: LINE has refused a push for it, and has taken none since.
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
