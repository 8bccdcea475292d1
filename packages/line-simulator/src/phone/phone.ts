// What is on somebody's phone: the list of chats, and one chat opened.
import type { LineMessage } from '../messages/message.ts';
import type { RichMenu } from '../messages/rich-menu.ts';
import type { Platform } from '../platform.ts';
import { visibleQuickReplies } from '../screen/find-button.ts';
import { personText, plainText } from '../screen/plain-text.ts';
import {
  type Chat,
  chatOf,
  type Entry,
  type Friendship,
  type GroupRecord,
  type PersonRecord,
} from '../world/chats.ts';
import { richMenuFor } from '../world/rich-menus.ts';

export type Phone = {
  userId: string;
  displayName: string;
  friendship: Friendship;
  /** The chat with the account first, then the groups the person is in. */
  chats: ChatLine[];
};

/** A line in the list of chats. */
export type ChatLine = {
  chatId: string;
  kind: Chat['kind'];
  title: string;
  members: { userId: string; displayName: string }[];
  /** Can the account be written to here: a friend or a stranger, not blocked; a member of the group. */
  botIsThere: boolean;
  /** Messages of others since the person last looked. */
  unread: number;
  lastWords: string;
  /** ms; undefined: nothing was said yet. */
  lastAt: number | undefined;
};

type QuickReplyItems = NonNullable<LineMessage['quickReply']>['items'];

export type OpenChat = ChatLine & {
  /** Oldest first. */
  entries: readonly Entry[];
  /** How many entries before these are not among them. */
  earlier: number;
  /** Those on the screen now, with the message they came with. */
  quickReply: { messageId: string; items: QuickReplyItems } | undefined;
  isLoading: boolean;
  /** The menu below the chat with the account, if she sees one. */
  richMenu: RichMenuOnPhone | undefined;
};

export type RichMenuOnPhone = RichMenu & {
  richMenuId: string;
  /** Where its picture can be fetched from the simulator. */
  imageUrl: string;
};

export function phoneOf(platform: Platform, person: PersonRecord): Phone {
  const { userId, displayName, friendship } = person;
  const groups = [...platform.world.groups.values()].filter(({ memberIds }) => memberIds.has(userId));
  const chats = [
    lineWithAccount(platform, person),
    ...groups.map((group) => lineOf(platform, group, userId)),
  ];
  return { userId, displayName, friendship, chats };
}

/** With the `newest` so many entries. Throws when the person is not in that chat. */
export function openChatOf(
  platform: Platform,
  person: PersonRecord,
  chatId: string,
  newest = Number.POSITIVE_INFINITY,
): OpenChat {
  const line = phoneOf(platform, person).chats.find((one) => one.chatId === chatId);
  if (!line) throw new Error(`${person.displayName} has no chat ${chatId}.`);
  const chat = chatOf(platform.world, chatId, line.kind);
  const withButtons = visibleQuickReplies(chat, person.userId).at(0)?.entry;
  const earlier = Math.max(0, chat.entries.length - newest);
  return {
    ...line,
    entries: chat.entries.slice(earlier),
    earlier,
    quickReply: withButtons && {
      messageId: withButtons.id,
      items: withButtons.message.quickReply?.items ?? [],
    },
    isLoading: (chat.loadingUntil ?? 0) > platform.clock.now(),
    richMenu: line.kind === 'user' ? richMenuOf(platform, person) : undefined,
  };
}

function richMenuOf({ richMenus }: Platform, { userId, friendship }: PersonRecord) {
  const record = friendship === 'friend' ? richMenuFor(richMenus, userId) : undefined;
  if (!record) return undefined;
  const { richMenuId, menu } = record;
  return { richMenuId, ...menu, imageUrl: `/_control/rich-menus/${richMenuId}/image` };
}

function lineWithAccount(platform: Platform, { userId, friendship }: PersonRecord): ChatLine {
  const chat = chatOf(platform.world, userId, 'user');
  const title = platform.channel.displayName;
  return { ...summaryOf(chat, userId), title, members: [], botIsThere: friendship !== 'blocked' };
}

function lineOf({ world }: Platform, group: GroupRecord, userId: string): ChatLine {
  const chat = chatOf(world, group.groupId, 'group');
  const members = [...group.memberIds].flatMap((id) => {
    const member = world.people.get(id);
    return member ? [{ userId: id, displayName: member.displayName }] : [];
  });
  return { ...summaryOf(chat, userId), title: group.name, members, botIsThere: group.botIsMember };
}

function summaryOf(chat: Chat, viewer: string) {
  const last = chat.entries.at(-1);
  const unread = chat.entries
    .slice(chat.readUpTo.get(viewer) ?? 0)
    .filter((entry) => entry.from === 'bot' || (entry.from === 'person' && entry.userId !== viewer)).length;
  return { chatId: chat.id, kind: chat.kind, unread, lastWords: wordsOf(last), lastAt: last?.at };
}

function wordsOf(entry: Entry | undefined): string {
  if (entry === undefined) return '';
  if (entry.from === 'system') return entry.what;
  if (entry.from === 'person') return personText(entry.message);
  return 'altText' in entry.message ? entry.message.altText : plainText(entry.message);
}
