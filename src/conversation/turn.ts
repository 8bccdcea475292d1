// What one turn has at hand: the transaction, the time, who speaks, and the places where answers go.
// Nothing is sent inside a turn; `reply` and `notify` fill the outbox that is committed with it.

import type { Log } from '../core/log.ts';
import type { Tx } from '../db/client.ts';
import type { Booking } from '../db/generated/client.ts';
import type { NewJob } from '../db/queue.ts';
import type { About } from '../messages/kinds.ts';
import type { Message } from '../messages/message.ts';
import type { Notification } from '../outbox/notify.ts';
import type { Outgoing } from '../outbox/outgoing.ts';
import type { TurnServices } from '../outbox/turn-services.ts';
import type { Member } from '../records/admin-chats.ts';
import type { SavedConversation } from '../records/conversations.ts';
import type { DraftCell } from '../records/draft.ts';
import type { Incoming } from '../records/incoming.ts';
import type { Person } from '../records/people.ts';
import type { Asked } from './ask-line.ts';

/** Which kind of chat it is: one with a person, or the admin chat. */
export type Side = 'person' | 'staff';

/** Where the event happened. */
export type Chat = {
  kind: Incoming['chat']['kind'];
  isAdminChat: boolean;
  /** It was an admin chat until staff ended it elsewhere, and has yet to hear so. */
  isFarewellDue: boolean;
  /** Undefined at first contact. */
  saved: SavedConversation | undefined;
};

export type Turn = TurnServices & {
  tx: Tx;
  now: Date;
  /** When what is handled happened, by LINE's clock, which is not ours. */
  happenedAt: Date;
  /** LINE's id of the message that is handled, where there is one: what is typed with it may be taken back with it. */
  message: string | undefined;
  chatId: string;
  chat: Chat;
  /** What was typed in the form, once it has been read. */
  draft: DraftCell;
  /** For the operator: never names, numbers or what was written. */
  log: Log;
  /** What LINE was asked before the turn. */
  asked: Asked;
  /** Null in the admin chat. */
  person: Person | null;
  /** Staff have decided something that this person has not been told yet. */
  isUntold: boolean;
  /** Hers in whose contact window this happened; null: none. */
  consultation: Booking | null;
  /** Who of the staff acts; null where LINE did not say. */
  member: Member | null;
  /** In this chat, in order. */
  reply(...messages: Message[]): void;
  /** What is said here is no mere answer but brings this about this booking: it must not be lost. */
  bring(about: 'receipt' | 'confirmed' | 'moved', bookingId: string): void;
  notify(notification: Notification): void;
  /**
   * Whether what is told to these chats because of her goes out for sure, as far as anybody knows; counts it then.
   * `urgent`: it may use the reserve of the month's messages.
   */
  promise(chats: readonly string[], about: About, urgent: boolean): Promise<boolean>;
  /** Whether the month has a message left for this chat, as far as anybody knows. */
  hasQuota(chatId: string): boolean;
  /** How many messages the month has left, where LINE says so. */
  quotaLeft(): number | undefined;
  /** Done once all of the turn is on record: a line of the log that must not stand there otherwise. */
  afterwards(work: () => void): void;
  /** Puts timers on the queue. */
  schedule(...timers: NewJob[]): void;
};

/** A turn with what was said in it so far: here, and to others. */
export type OpenTurn = Turn & {
  answer: Pick<Outgoing, 'messages' | 'about' | 'booking'>;
  notifications: Outgoing[];
};

/** For effects that only a person's conversation may have. */
export function personOf({ person }: Turn): Person {
  if (person === null) throw new Error('This effect belongs to the conversation with a person');
  return person;
}
