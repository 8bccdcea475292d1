// What can be seen in a chat, and waiting for more of it.
import type { Platform } from '../platform.ts';
import { drawChat, drawTail } from '../screen/draw-chat.ts';
import { pressable, visibleQuickReplies } from '../screen/find-button.ts';
import { botEntries, type Seen, seen } from '../screen/seen.ts';
import type { WaitOptions } from '../world/changes.ts';
import { type Chat, type Entry, nameOf } from '../world/chats.ts';

export type ChatView = {
  /** What came since the people's last act, with their own words first, and the quick replies to be tapped. */
  screen(): string;
  /** The whole chat as text. */
  story(): string;
  /** Labels that stand on the screen now: quick replies, then the cards that came since the last act. */
  buttons(): string[];
  /** Labels of every button that can be pressed, old cards too. */
  allButtons(): string[];
  /** All messages of the bot in this chat, oldest first. */
  messages(): Seen[];
  lastMessage(): Seen | undefined;
  /** Everything in the chat, both sides. */
  entries(): readonly Entry[];
  /** Is the bot's loading animation to be seen now? */
  isLoading(): boolean;
  /**
   * The next message of the bot since the last act or the last `receives`; with a text or pattern the next
   * one that has it. Waits for it; rejects with `WaitedTooLongError`, which shows the chat's tail.
   */
  receives(wanted?: string | RegExp, options?: WaitOptions): Promise<Seen>;
  /** The next so many messages. */
  receivesSome(count: number, options?: WaitOptions): Promise<Seen[]>;
};

/** `viewer`: on whose phone (user id); left out: on anybody's. */
export function viewOf(platform: Platform, chatNow: () => Chat, viewer?: string): ChatView {
  const { world, channel, clock } = platform;
  const draw = (from: number) => drawChat(world, chatNow(), channel.displayName, from, viewer);
  const sinceAct = () => chatNow().actedAt;
  const view: ChatView = {
    screen: () => draw(sinceAct()),
    story: () => draw(0),
    buttons: () => labelsSince(chatNow(), sinceAct(), viewer),
    allButtons: () => pressable(chatNow(), viewer).map(({ label }) => label),
    messages: () => botEntries(chatNow()).map(seen),
    lastMessage: () => view.messages().at(-1),
    entries: () => chatNow().entries,
    isLoading: () => (chatNow().loadingUntil ?? 0) > clock.now(),
    receives: (wanted, options) => waitForMessage(platform, chatNow(), wanted, options),
    async receivesSome(count, options) {
      const messages: Seen[] = [];
      while (messages.length < count) messages.push(await view.receives(undefined, options));
      return messages;
    },
  };
  return view;
}

function labelsSince(chat: Chat, from: number, viewer: string | undefined): string[] {
  const cards = botEntries(chat, from)
    .toReversed()
    .flatMap((entry) => seen(entry).buttons);
  return [...visibleQuickReplies(chat, viewer).map(({ label }) => label), ...cards];
}

function waitForMessage(
  platform: Platform,
  chat: Chat,
  wanted: string | RegExp | undefined,
  options: WaitOptions = {},
): Promise<Seen> {
  const { world, channel, changes } = platform;
  // `search`, because `test` of a global pattern remembers where it was.
  const fits = (text: string) =>
    wanted === undefined || (typeof wanted === 'string' ? text.includes(wanted) : text.search(wanted) >= 0);
  const next = () => {
    for (let place = chat.heardUpTo; place < chat.entries.length; place += 1) {
      const entry = chat.entries[place];
      if (entry?.from !== 'bot') continue;
      const message = seen(entry);
      if (!fits(message.text)) continue;
      chat.heardUpTo = place + 1;
      return message;
    }
    return undefined;
  };
  const subject = wanted === undefined ? 'a message' : `a message with ${String(wanted)}`;
  const what = `${subject} in the chat of ${nameOf(world, chat.id)}`;
  return changes.waitFor(next, { what, ...options }, () => drawTail(world, chat, channel.displayName));
}
