// The worker of the inbox. A batch of chats is one transaction; what is refused or fails is run again
// alone; what fails alone too is answered with an apology, so that nobody waits in silence and nobody's
// next message is held up.
import { traceOf } from '../db/log.ts';
import { ClaimLostError, type Job, type Outcome } from '../db/queue.ts';
import { ja } from '../messages/ja/index.ts';
import { type Arrival, type Committing, commitTurns } from './commit-turns.ts';
import { type Incoming, incomingSchema } from './incoming.ts';
import { outboxJobs } from './outbox.ts';
import { replyVia } from './reply-window.ts';

export type InboxParts = Committing & {
  /** The name LINE shows for somebody of a chat; undefined when it cannot be told now. */
  memberName(chat: Incoming['chat'], userId: string): Promise<string | undefined>;
};

/** Answers 'completed' for every job, also for one that was given up. Rejects only when the database fails. */
export const inboxWorker =
  (parts: InboxParts) =>
  async (jobs: Job[]): Promise<Outcome[]> => {
    const arrivals = (await Promise.all(jobs.map((job) => arrive(job, parts)))).filter(
      (one) => one !== undefined,
    );
    try {
      await commitTurns(arrivals, parts);
    } catch (error) {
      parts.log.warn(
        { ...traceOf(error), turns: arrivals.length },
        'A batch of turns is run again, one by one',
      );
      for (const arrival of arrivals) await takeAlone(arrival, parts);
    }
    return jobs.map(({ id }) => ({ id, status: 'completed' }));
  };

/** Undefined for a job that nobody can read: kept, it would hold up its chat for ever. */
async function arrive(job: Job, parts: InboxParts): Promise<Arrival | undefined> {
  const parsed = incomingSchema.safeParse(job.data);
  if (!parsed.success) {
    parts.log.error({ job: job.id }, 'An inbox job could not be read and is dropped');
    return undefined;
  }
  const incoming = fromMember(parsed.data);
  return { job, incoming, memberName: await newMemberName(incoming, parts) };
}

/** In a one-to-one chat whoever writes is the chat. */
const fromMember = (incoming: Incoming): Incoming =>
  incoming.chat.kind === 'person' ? { ...incoming, from: incoming.chat.id } : incoming;

/** Asked of LINE before the transaction, once for each of the staff, when a button of the admin chat is pressed. */
async function newMemberName({ chat, from, what }: Incoming, parts: InboxParts): Promise<string | undefined> {
  if (what.type !== 'tap' || from === undefined) return undefined;
  const { prisma } = parts.database;
  const admin = await prisma.adminChat.findUnique({ where: { chatId: chat.id } });
  if (admin === null || (await prisma.staffMember.findUnique({ where: { lineUserId: from } })))
    return undefined;
  return parts.memberName(chat, from);
}

async function takeAlone(arrival: Arrival, parts: InboxParts): Promise<void> {
  try {
    await commitTurns([arrival], parts);
  } catch (error) {
    // Another worker has taken it over: the answer is theirs to give.
    if (error instanceof ClaimLostError) return;
    const { type } = arrival.incoming.what;
    parts.log.error({ ...traceOf(error), event: type }, 'A turn failed and its sender gets an apology');
    await apologise(arrival, parts);
  }
}

async function apologise({ job, incoming }: Arrival, { database, desk, clock }: InboxParts): Promise<void> {
  const now = clock.now();
  const apology = {
    to: incoming.chat.id,
    about: 'apology',
    messages: ja.apology(desk.office),
    madeAt: now.getTime(),
    ...replyVia(incoming),
  };
  await database.prisma.$transaction(async (tx) => {
    await database.queue.put('outbox', outboxJobs([apology], desk, now), tx);
    await database.queue.finish('inbox', [job], tx);
  });
}
