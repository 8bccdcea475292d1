// The month's free messages are used up. A push about it would not get through either, so staff are
// told by the free way, a reply, as soon as anybody writes or presses something in the admin chat.
import { subDays } from 'date-fns/subDays';
import type { PrismaClient, Tx } from '../db/client.ts';

const about = 'quota';

/** Remembers it, once a day at most. */
export async function noteQuota(prisma: PrismaClient, id: string, now: Date): Promise<void> {
  const known = await prisma.undelivered.findFirst({ where: { about, at: { gt: subDays(now, 1) } } });
  if (known === null)
    await prisma.undelivered.create({ data: { id, chatId: '', about, reason: 'untold', at: now } });
}

/** Whether staff have to be told now; afterwards they have been. */
export async function takeQuotaNews(tx: Tx): Promise<boolean> {
  const { count } = await tx.undelivered.updateMany({
    where: { about, reason: 'untold' },
    data: { reason: 'told' },
  });
  return count > 0;
}
