// Who there is, and what was said.
import type { LineMessage } from '../messages/message.ts';

/** `none`: has never added the account; `blocked`: had added it, and blocked it. */
export type Friendship = 'none' | 'friend' | 'blocked';

export type PersonRecord = {
  userId: string;
  displayName: string;
  pictureUrl?: string | undefined;
  statusMessage?: string | undefined;
  language?: string | undefined;
  friendship: Friendship;
  /** When she last wrote in the chat with the account, ms. Strangers can be written to for seven days after. */
  lastWroteAt?: number | undefined;
};

export type GroupRecord = {
  groupId: string;
  name: string;
  pictureUrl?: string | undefined;
  memberIds: Set<string>;
  botIsMember: boolean;
};

/** What people send, in the shape of the webhook's message object without its ids. */
export type PersonMessage = { type: string } & Readonly<Record<string, unknown>>;

export type BotEntry = {
  from: 'bot';
  id: string;
  /** ms */
  at: number;
  way: 'reply' | 'push' | 'multicast' | 'narrowcast' | 'broadcast';
  message: LineMessage;
  requestId: string;
  notificationDisabled: boolean;
};

export type PersonEntry = {
  from: 'person';
  id: string;
  at: number;
  userId: string;
  message: PersonMessage;
  /** `display`: only shown, as a postback's displayText is; the bot hears of the postback, not of this. */
  shown: 'message' | 'display';
  /** The account has read it: what the person's phone says under the message. */
  read?: boolean;
  /** Taken back by its author: `message` is `{ type: 'unsent' }`, nobody sees any more what it was. */
  unsent?: boolean;
  /** `message` has another text than at first. */
  edited?: boolean;
};

export type SystemEntry = { from: 'system'; at: number; what: string };

export type Entry = BotEntry | PersonEntry | SystemEntry;

export type Chat = {
  id: string;
  kind: 'user' | 'group';
  entries: Entry[];
  /** Whose quick replies have vanished because they tapped one, also when that left no message (user ids). */
  tappedBy: Set<string>;
  loadingUntil?: number | undefined;
  /** Up to where in `entries` each person has read on the phone (user ids); missing: nothing yet. */
  readUpTo: Map<string, number>;
  /** Where in `entries` the people's last act stands, and up to where `receives` has read. */
  actedAt: number;
  heardUpTo: number;
};

export type World = {
  people: Map<string, PersonRecord>;
  groups: Map<string, GroupRecord>;
  chats: Map<string, Chat>;
  /** Ids of people who were here and left LINE: where nobody has the id now, what is sent there just vanishes. */
  gone: Set<string>;
};

export const createWorld = (): World => ({
  people: new Map(),
  groups: new Map(),
  chats: new Map(),
  gone: new Set(),
});

/** The chat with that person or group; made when there is none yet. */
export function chatOf(world: World, id: string, kind: Chat['kind']): Chat {
  const known = world.chats.get(id);
  if (known) return known;
  const chat: Chat = {
    id,
    kind,
    entries: [],
    tappedBy: new Set(),
    readUpTo: new Map(),
    actedAt: 0,
    heardUpTo: 0,
  };
  world.chats.set(id, chat);
  return chat;
}

export function nameOf(world: World, id: string): string {
  return world.people.get(id)?.displayName ?? world.groups.get(id)?.name ?? id;
}

/** Was that message taken back by its author? */
export const isUnsent = (world: World, messageId: string): boolean =>
  [...world.chats.values()].some((chat) =>
    chat.entries.some((entry) => entry.from === 'person' && entry.id === messageId && entry.unsent),
  );
