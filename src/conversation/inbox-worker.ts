// The worker of the inbox. A batch of chats is one transaction; what is refused or fails is run again
// alone; what fails alone too is answered with an apology, so that nobody waits in silence and nobody's
// next message is held up.

import type { Tx } from '../db/client.ts';
import { ClaimLostError, type Job, type Outcome } from '../db/queue.ts';
import { codeOf, traceOf } from '../log.ts';
import { ja } from '../messages/ja/index.ts';
import type { Message } from '../messages/message.ts';
import { adminChatsAmong } from '../staff/admin-chats.ts';
import { type Arrival, type Committing, commitTurns } from './commit-turns.ts';
import { type Incoming, incomingSchema } from './incoming.ts';
import { outboxJobs } from './outbox.ts';
import { replyVia } from './reply-window.ts';
import type { Desk } from './turn.ts';

export type InboxParts = Committing & {
  /** The name LINE shows for somebody of a chat; undefined when it cannot be told now. */
  memberName(chat: Incoming['chat'], userId: string): Promise<string | undefined>;
};

/**
 * Answers 'completed' also for a job that was given up, 'failed' for one that ran into a passing trouble of
 * the database and is tried again. Rejects only when the database fails altogether.
 */
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
      const again = await takeOneByOne(arrivals, parts);
      return jobs.map(({ id }) => ({ id, status: again.has(id) ? 'failed' : 'completed' }));
    }
    return jobs.map(({ id }) => ({ id, status: 'completed' }));
  };

/** The ids of those that are to be tried again. */
async function takeOneByOne(arrivals: readonly Arrival[], parts: InboxParts): Promise<Set<string>> {
  const again = new Set<string>();
  for (const arrival of arrivals) {
    if ((await takeAlone(arrival, parts)) === 'again') again.add(arrival.job.id);
  }
  return again;
}

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

/** Prisma's codes for a database that is busy or away for a moment: deadlock, time-outs, lost connections. */
const passing: ReadonlySet<string> = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034']);
const triesAllowed = 5;

const isPassing = (error: unknown, { job }: Arrival): boolean =>
  error instanceof Error && passing.has(codeOf(error) ?? '') && job.attempt < triesAllowed;

async function takeAlone(arrival: Arrival, parts: InboxParts): Promise<'done' | 'again'> {
  try {
    await commitTurns([arrival], parts);
  } catch (error) {
    // Another worker has taken it over: the answer is theirs to give.
    if (error instanceof ClaimLostError) return 'done';
    if (isPassing(error, arrival)) return 'again';
    const { type } = arrival.incoming.what;
    parts.log.error({ ...traceOf(error), event: type }, 'A turn failed and its sender gets an apology');
    await apologise(arrival, parts);
  }
  return 'done';
}

async function apologise({ job, incoming }: Arrival, { database, desk, clock }: InboxParts): Promise<void> {
  const now = clock.now();
  await database.prisma.$transaction(async (tx) => {
    const messages = await apologyFor(incoming, desk, tx);
    const apology = {
      to: incoming.chat.id,
      about: 'apology',
      messages,
      madeAt: now.getTime(),
      ...replyVia(incoming),
    };
    await database.queue.put('outbox', outboxJobs(messages.length > 0 ? [apology] : [], desk, now), tx);
    await database.queue.finish('inbox', [job], tx);
  });
}

/** Who expects an answer gets one: a person, and staff in the admin chat. Other groups and farewells do not. */
async function apologyFor({ chat, what }: Incoming, { office }: Desk, tx: Tx): Promise<Message[]> {
  if (['unfollowed', 'left', 'joined'].includes(what.type)) return [];
  if ((await adminChatsAmong(tx, [chat.id])).size > 0) return ja.staffApology();
  return chat.kind === 'person' ? ja.apology(office) : [];
}
