// Turns of several chats in one transaction: loaded at once, taken one by one, written at once.
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Tx } from '../db/client.ts';
import type { Database } from '../db/open.ts';
import type { Job, NewJob } from '../db/queue.ts';
import { outgoingOf, prepareToTellStaff } from '../outbox/notify.ts';
import { outboxJobs } from '../outbox/outbox.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import {
  anyQuota,
  type PushQuota,
  promisePush,
  type SpendingQuota,
  spendingOf,
} from '../outbox/promised-push.ts';
import { replyVia } from '../outbox/reply-window.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { findMember, type Member, putMember } from '../records/admin-chats.ts';
import { type SavedConversation, saveConversations } from '../records/conversations.ts';
import type { Incoming } from '../records/incoming.ts';
import { happenedAt, type LoadedBatch, loadBatch } from '../records/load-batch.ts';
import type { Asked } from './ask-line.ts';
import { handleEvent } from './handle-event.ts';
import { unread } from './taken-back.ts';
import { isStaffTap, stampTaps } from './tap.ts';
import type { Turn } from './turn.ts';

/** A job of the inbox, what it carries, and what LINE was asked because of it. */
export type InboxItem = { job: Job; incoming: Incoming; asked: Asked };

/** `quota`: left out, nobody knows how many messages are left. */
export type Committing = {
  database: Database;
  services: TurnServices;
  clock: Clock;
  log: Log;
  quota?: PushQuota;
};

/** All of it happens, or nothing. At most one item of a chat. */
export async function runBatch(items: readonly InboxItem[], parts: Committing): Promise<void> {
  const { quota = anyQuota, database } = parts;
  if (items.some(({ incoming }) => incoming.chat.kind === 'person'))
    await prepareToTellStaff(quota, database.prisma);
  const spending = spendingOf(quota);
  try {
    await commit(items, parts, spending);
  } catch (error) {
    spending.undo();
    throw error;
  }
}

async function commit(
  items: readonly InboxItem[],
  { database, services, clock, log }: Committing,
  quota: SpendingQuota,
): Promise<void> {
  const now = clock.now();
  const afterwards: (() => void)[] = [];
  await database.prisma.$transaction(async (tx) => {
    const events = items.map(({ incoming }) => incoming);
    const loaded = await loadBatch(tx, events, database.queue, now);
    const conversations: SavedConversation[] = [];
    const outgoing: Outgoing[] = [];
    const timers: NewJob[] = [];
    for (const item of items) {
      noteStranger(item, loaded, log);
      const isUnsent = loaded.unsent.has(item.incoming.chat.id);
      const incoming = isUnsent ? unread(item.incoming) : item.incoming;
      const result = await handleItem(
        tx,
        { ...item, incoming },
        loaded,
        { services, log, quota, afterwards },
        now,
      );
      if (result.conversation) conversations.push(result.conversation);
      outgoing.push(...result.outgoing);
      timers.push(...result.timers);
    }
    await saveConversations(tx, conversations);
    await database.queue.put('timers', timers, tx);
    await database.queue.put('outbox', outboxJobs(outgoing, services, now), tx);
    await database.queue.finish(
      'inbox',
      items.map(({ job }) => job),
      tx,
    );
  });
  for (const work of afterwards) work();
}

/** The same button means nothing outside the admin chat; the operator should know that somebody tries. */
function noteStranger({ incoming: { chat, what } }: InboxItem, { enrolled }: LoadedBatch, log: Log): void {
  if (what.type !== 'tap' || enrolled.has(chat.id) || !isStaffTap(what.tap)) return;
  log.warn(
    { chat: chat.kind, event: what.tap.event },
    'A button of the admin chat was pressed elsewhere and does nothing',
  );
}

type Shared = Pick<Committing, 'services' | 'log'> & { quota: SpendingQuota; afterwards: (() => void)[] };

type TurnResult = { conversation: SavedConversation | undefined; outgoing: Outgoing[]; timers: NewJob[] };

async function handleItem(
  tx: Tx,
  { incoming, asked }: InboxItem,
  loaded: LoadedBatch,
  { services, log, quota, afterwards }: Shared,
  now: Date,
): Promise<TurnResult> {
  const { id: chatId, kind } = incoming.chat;
  const said: Said = { messages: [], about: 'answer' };
  const told: Outgoing[] = [];
  const timers: NewJob[] = [];
  const madeAt = now.getTime();
  const person = loaded.people.get(chatId) ?? null;
  // What she does must not use up everybody's messages.
  const because = person === null ? {} : { cause: chatId, event: incoming.id };
  const turn: Turn = {
    ...services,
    tx,
    now,
    happenedAt: happenedAt(incoming, now),
    message: incoming.message,
    log,
    chatId,
    draft: {},
    asked,
    person,
    consultation: loaded.consultations.get(person?.id ?? '') ?? null,
    member: loaded.enrolled.has(chatId)
      ? await memberOf(tx, incoming, asked.memberName, services, now)
      : null,
    reply: (...messages) => void said.messages.push(...messages),
    bring: (about, booking) => void Object.assign(said, { about, booking }),
    notify: (one) => void told.push(outgoingOf(one, now, because)),
    promise: (chats, about, urgent) =>
      promisePush(tx, { chats, about, urgent, cause: chatId, event: incoming.id }, quota, now),
    schedule: (...jobs) => void timers.push(...jobs),
    afterwards: (work) => void afterwards.push(work),
  };
  const chat = {
    kind,
    enrolled: loaded.enrolled.has(chatId),
    farewellDue: loaded.farewells.has(chatId),
    saved: loaded.conversations.get(chatId),
  };
  const conversation = await handleEvent(incoming, chat, services.newConversationId(), turn);
  const answer = answerFor(incoming, said, conversation, madeAt);
  return { conversation, outgoing: [...answer, ...told], timers };
}

type Said = Pick<Outgoing, 'messages' | 'about' | 'booking'>;

/** An answer that could not go out for longer than this is to a question that nobody asks any more. */
const answerMs = 12 * 3_600_000;

/** What was said in the chat itself goes by its reply token, with its buttons tied to the question. */
function answerFor(
  incoming: Incoming,
  { messages, ...said }: Said,
  conversation: SavedConversation | undefined,
  madeAt: number,
): Outgoing[] {
  if (messages.length === 0) return [];
  const stamped = conversation
    ? stampTaps(messages, { conversation: conversation.id, step: conversation.step })
    : messages;
  const dropAfter = said.about === 'answer' ? { dropAfter: madeAt + answerMs } : {};
  return [{ ...said, to: incoming.chat.id, messages: stamped, madeAt, ...dropAfter, ...replyVia(incoming) }];
}

/** Who of the staff acts; LINE may leave it out in groups, then the chat itself stands for it. */
async function memberOf(
  tx: Tx,
  { from }: Incoming,
  name: string | undefined,
  { sealer }: TurnServices,
  now: Date,
): Promise<Member | null> {
  if (from === undefined) return null;
  if (name !== undefined) return putMember(tx, sealer, from, name, now);
  return findMember(tx, sealer, from);
}
