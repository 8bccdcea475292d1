// What works behind the webhook: the inbox, the outbox, the timers, the menus, and the sweep of what is kept no longer.

import { max as latest } from 'date-fns/max';
import type { Logger } from 'pino';
import { inboxWorker } from '../conversation/inbox-worker.ts';
import type { Database } from '../db/open.ts';
import type { Account } from '../line/account.ts';
import type { createChatFacts } from '../line/chat-facts.ts';
import type { LineClient } from '../line/client.ts';
import { menuWorker } from '../line/day-menu.ts';
import { createDelivery } from '../line/deliver.ts';
import type { QuotaWatch } from '../line/quota-watch.ts';
import type { LineReach } from '../line/reach.ts';
import { prepareToTellStaff } from '../outbox/notify.ts';
import { quotaCron, warnOfQuota } from '../outbox/quota-forecast.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { recordUndelivered } from '../outbox/undelivered.ts';
import { isOnTheDay } from '../records/on-the-day.ts';
import { isBlocked } from '../records/people.ts';
import { countPush } from '../records/push-counts.ts';
import { notePushTaken, noteQuota } from '../records/quota-note.ts';
import { sweep } from '../records/sweep.ts';
import { noteAccepted } from '../records/told-decisions.ts';
import { morningCron, pushMorning } from '../timers/morning.ts';
import { timerWorker } from '../timers/timer-worker.ts';

export async function startWorkers(
  database: Database,
  services: TurnServices,
  line: {
    messages: LineClient;
    names: LineClient;
    account: Account;
    chatFacts: ReturnType<typeof createChatFacts>;
    reach: LineReach;
    quota: QuotaWatch;
  },
  log: Logger,
): Promise<void> {
  const { queue, prisma, clock } = database;
  const { quota } = line;
  const deliver = createDelivery({
    client: line.messages,
    clock,
    words: services.words,
    log,
    reach: line.reach,
    async mayPush(outgoing) {
      const isImportant = outgoing.important === true;
      // Nothing is spent for what is one too many of hers, or the others would pay for it.
      const goesFirst = outgoing.about === 'reminderEarly';
      if (!(await quota.look(outgoing.to, isImportant, goesFirst))) return 'reserve';
      if (!(await countPush(prisma, outgoing, clock.now()))) return 'limit';
      return (await quota.take(outgoing.to, isImportant)) ? undefined : 'reserve';
    },
    onPushRefused: ({ to }) => quota.giveBack([to]),
    async onPushTaken() {
      quota.taken();
      await notePushTaken(prisma);
    },
    async onTold({ booking, about }) {
      if (booking !== undefined) await noteAccepted(prisma, booking, about, clock.now());
    },
    isBlocked: (chatId) => isBlocked(prisma, chatId),
    record: (undelivered) =>
      recordUndelivered(undelivered, { database, services, clock, log, line: line.account }),
    async onQuota({ to }) {
      quota.refused(to);
      log.error(
        'The free messages of this month are used up: pushes are given up and recorded until LINE allows more',
      );
      await noteQuota(prisma, services.newId(clock.now()), clock.now());
    },
  });
  // A batch is only done when its slowest call to LINE is; other workers go on meanwhile.
  queue.work('outbox', { batchSize: 25, concurrency: 3 }, deliver);
  queue.work('timers', { batchSize: 50 }, timerWorker({ database, services, clock, log }));
  const takeTurns = inboxWorker({
    database,
    services,
    clock,
    log,
    quota,
    memberName: nameOf(line.names),
    chatFacts: line.chatFacts,
  });
  queue.work('inbox', { batchSize: 50 }, async (jobs) => {
    // What a turn may promise staff depends on it, and no transaction waits for LINE.
    await prepareToTellStaff(quota, prisma);
    return takeTurns(jobs);
  });
  const showsDay = (chatId: string, dueAt: Date) => isOnTheDay(prisma, chatId, latest([clock.now(), dueAt]));
  queue.work('menus', { batchSize: 10 }, menuWorker({ client: line.messages, isOnTheDay: showsDay, log }));
  await queue.every('morning', morningCron, () => pushMorning({ database, services, clock }));
  await queue.every('quota', quotaCron, async () => {
    await prepareToTellStaff(quota, prisma);
    const month = quota.month();
    if (month) await warnOfQuota(prisma, month, { ...services, now: clock.now() });
  });
  await queue.every('sweep-drafts', '*/5 * * * *', async () => {
    const swept = await sweep(prisma, services.office.retention, clock.now());
    if (Object.keys(swept).length > 0)
      log.info({ swept }, 'Deleted what was kept for as long as the profile says');
  });
}

const nameOf =
  (client: LineClient): Parameters<typeof inboxWorker>[0]['memberName'] =>
  async (chat, userId) => {
    const answer = await client.memberName(chat, userId);
    return answer.kind === 'named' ? answer.name : undefined;
  };
