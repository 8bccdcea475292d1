// 9:10 on a business day: where nobody has written yet and something is due, the day's overview is pushed.
import { isBusinessDay } from '../booking/calendar.ts';
import type { Clock } from '../core/clock.ts';
import { dayOf } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Database } from '../db/open.ts';
import { isAnythingDue, morning, morningFacts } from '../outbox/morning.ts';
import { chatsWithPushes } from '../outbox/notify.ts';
import { outboxJobs } from '../outbox/outbox.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { closuresBetween } from '../records/calendar.ts';
import { isMorningDue, takeMorning } from '../records/mornings.ts';

/** In Japan's time. */
export const morningCron = '10 9 * * *';

type Parts = { database: Database; services: TurnServices; clock: Clock };

export async function pushMorning({ database, services, clock }: Parts): Promise<void> {
  const now = clock.now();
  await database.queue.transaction(async (tx) => {
    await database.queue.put('outbox', outboxJobs(await mornings(tx, now, services), services, now), tx);
  });
}

/** Each chat for itself. */
export async function mornings(
  tx: Tx,
  now: Date,
  { office, sealer, words }: Pick<TurnServices, 'office' | 'sealer' | 'words'>,
): Promise<Outgoing[]> {
  const today = dayOf(now);
  if (!isBusinessDay(today, office, await closuresBetween(tx, today, today))) return [];
  const outgoing: Outgoing[] = [];
  for (const chatId of await chatsWithPushes(tx)) {
    if (!(await isMorningDue(tx, chatId, today))) continue;
    const facts = await morningFacts({ tx, chatId, now, office, sealer, words });
    if (!isAnythingDue(facts) || !(await takeMorning(tx, chatId, today, now))) continue;
    outgoing.push({ to: chatId, about: morning, messages: words.morning(facts), madeAt: now.getTime() });
  }
  return outgoing;
}
