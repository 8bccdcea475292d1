// Turns of several chats in one transaction: loaded at once, taken one by one, written at once.
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import type { Tx } from '../db/client.ts';
import type { Database } from '../db/open.ts';
import type { Job, NewJob } from '../db/queue.ts';
import type { Button, Message } from '../messages/message.ts';
import { outgoingOf } from '../outbox/notify.ts';
import { outboxJobs, replyVia } from '../outbox/outbox.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import { anyQuota, type PushQuota, promisePush } from '../outbox/promised-push.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import { memberOf } from '../records/admin-chats.ts';
import {
  happenedAt,
  type LoadedBatch,
  loadBatch,
  type SavedConversation,
  saveConversations,
} from '../records/conversations.ts';
import type { Incoming } from '../records/incoming.ts';
import { type Asked, askAgainFor } from './ask-line.ts';
import { handleEvent } from './handle-event.ts';
import { unread } from './taken-back.ts';
import { bound, isStaffTap, type Stamp } from './tap.ts';
import type { OpenTurn } from './turn.ts';

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

/** What the turns of a batch bring about, besides what they write themselves. */
type Effects = {
  conversations: SavedConversation[];
  outgoing: Outgoing[];
  timers: NewJob[];
  /** Once all is on record. */
  afterwards: (() => void)[];
  /** Pushes that were counted: given back when nothing of the batch happens. */
  spent: (readonly string[])[];
};

/** All of it happens, or nothing. At most one item of a chat. */
export async function runBatch(items: readonly InboxItem[], parts: Committing): Promise<void> {
  if (items.length === 0) return;
  const { database, services, clock, quota = anyQuota } = parts;
  const { queue } = database;
  const now = clock.now();
  const events = items.map(({ incoming }) => incoming);
  const jobs = items.map(({ job }) => job);
  const effects: Effects = { conversations: [], outgoing: [], timers: [], afterwards: [], spent: [] };
  try {
    await queue.transaction(async (tx) => {
      const loaded = await loadBatch(tx, events, queue, now);
      for (const item of items) {
        const incoming = loaded.unsent.has(item.incoming.chat.id) ? unread(item.incoming) : item.incoming;
        const turn = await openTurn({ ...item, incoming }, loaded, effects, { ...parts, quota, tx, now });
        const conversation = await handleEvent(incoming, turn);
        if (conversation) effects.conversations.push(conversation);
        const answer = answerOf(turn, incoming, conversation);
        // What this chat is told beside its answer was due before it.
        const isFirst = ({ to }: Outgoing): boolean => to === incoming.chat.id;
        const { notifications } = turn;
        effects.outgoing.push(
          ...notifications.filter(isFirst),
          ...answer,
          ...notifications.filter((one) => !isFirst(one)),
        );
      }
      const outbox = outboxJobs(effects.outgoing, services, now);
      // Two chains on one connection: while the database runs a statement of one, the process prepares the other's.
      await Promise.all([
        saveConversations(tx, effects.conversations).then(() => queue.finish('inbox', jobs, tx)),
        queue.put('outbox', outbox, tx).then(() => queue.put('timers', effects.timers, tx)),
      ]);
    });
  } catch (error) {
    effects.spent.forEach(quota.giveBack);
    throw error;
  }
  for (const work of effects.afterwards) work();
}

type Opening = Committing & { quota: PushQuota; tx: Tx; now: Date };

async function openTurn(
  { incoming, asked }: InboxItem,
  loaded: LoadedBatch,
  effects: Effects,
  { database, services, quota, log, tx, now }: Opening,
): Promise<OpenTurn> {
  const { id: chatId, kind } = incoming.chat;
  const person = loaded.people.get(chatId) ?? null;
  const isAdminChat = loaded.enrolled.has(chatId);
  if (!isAdminChat && incoming.what.type === 'tap') warnOfStaffTap(incoming.what.tap, kind, log);
  const member = isAdminChat
    ? await memberOf(tx, services.sealer, incoming.from, asked.memberName, now)
    : null;
  if (isAdminChat && member === null && incoming.from !== undefined) askAgainFor(database, incoming.from);
  const answer: OpenTurn['answer'] = { about: 'answer', messages: [] };
  const notifications: Outgoing[] = [];
  // What a person does must not use up everybody's messages.
  const byPerson = { cause: chatId, event: incoming.id };
  return {
    ...services,
    tx,
    now,
    happenedAt: happenedAt(incoming, now),
    message: incoming.message,
    log,
    chatId,
    chat: {
      kind,
      isAdminChat,
      isFarewellDue: loaded.farewells.has(chatId),
      saved: loaded.conversations.get(chatId),
    },
    draft: {},
    asked,
    person,
    isUntold: loaded.untold.has(chatId),
    consultation: loaded.consultations.get(person?.id ?? '') ?? null,
    member,
    answer,
    notifications,
    reply: (...messages) => void answer.messages.push(...messages),
    bring: (about, booking) => void Object.assign(answer, { about, booking }),
    notify: (one) => void notifications.push(outgoingOf(one, now, person === null ? {} : byPerson)),
    async promise(chats, about, urgent) {
      const isPromised = await promisePush(tx, { chats, about, urgent, ...byPerson }, quota, now);
      if (isPromised) effects.spent.push(chats);
      return isPromised;
    },
    quotaLeft: () => quota.left(),
    hasQuota: (chat) => quota.suffices([chat], true),
    schedule: (...jobs) => void effects.timers.push(...jobs),
    afterwards: (work) => void effects.afterwards.push(work),
  };
}

/** The same button means nothing outside the admin chat; the operator should know that somebody tries. */
function warnOfStaffTap(tap: Readonly<Record<string, string>>, chat: string, log: Log): void {
  if (!isStaffTap(tap)) return;
  log.warn({ chat, event: tap.event }, 'A button of the admin chat was pressed elsewhere and does nothing');
}

/** An answer that could not go out for longer than this is to a question that nobody asks any more. */
const answerMs = 12 * 3_600_000;

/** What was said in the chat itself goes by its reply token, with its buttons tied to the question. */
function answerOf(
  { answer: { messages, ...answer }, now }: OpenTurn,
  incoming: Incoming,
  saved: SavedConversation | undefined,
): Outgoing[] {
  if (messages.length === 0) return [];
  const madeAt = now.getTime();
  return [
    {
      ...answer,
      to: incoming.chat.id,
      messages: saved ? stampTaps(messages, { conversation: saved.id, step: saved.step }) : messages,
      madeAt,
      ...(answer.about === 'answer' && { dropAfter: madeAt + answerMs }),
      ...replyVia(incoming),
    },
  ];
}

/** Ties the buttons of these messages to the question they are shown with. */
export const stampTaps = (messages: readonly Message[], { conversation, step }: Stamp): Message[] => {
  const tie = (button: Button): Button =>
    'tap' in button && Object.hasOwn(bound, button.tap.event)
      ? { ...button, tap: { ...button.tap, c: conversation, s: step } }
      : button;
  return messages.map((message) => ({
    ...message,
    ...(message.choices && { choices: message.choices.map(tie) }),
    ...(message.kind === 'card' && message.buttons && { buttons: message.buttons.map(tie) }),
  }));
};
