// What a test author holds in the hand.
import type { ApiCall } from './api/call.ts';
import type { BotDoor } from './bot-door/bot-door.ts';
import type { Group, GroupDetails } from './handles/group.ts';
import type { Person, PersonDetails } from './handles/person.ts';
import type { OpenChat, Phone } from './phone/phone.ts';
import type { Channel } from './platform.ts';
import type { Faults } from './rules/faults.ts';
import type { Quota } from './rules/quota.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import type { WaitOptions } from './world/changes.ts';
import type { SimulatorClock } from './world/clock.ts';
import type { Content } from './world/contents.ts';
import type { Random } from './world/ids.ts';
import type { Switches } from './world/switches.ts';

export type Simulator = {
  /** `http://127.0.0.1:<port>`: what the bot takes for https://api.line.me. */
  readonly origin: string;
  /** What it takes for https://api-data.line.me; the same, unless there is a `dataPort`. */
  readonly dataOrigin: string;
  readonly port: number;
  readonly channel: Channel;

  /** Somebody new; nobody's friend yet. */
  person(displayName: string, details?: PersonDetails): Person;
  /** A new group, without the account. */
  group(name: string, members: readonly Person[], details?: GroupDetails): Group;
  people(): Person[];
  groups(): Group[];
  /** Throws when there is nobody with that id. */
  findPerson(userId: string): Person;
  findGroup(groupId: string): Group;

  /** Where the bot listens; may be set when the bot is up. */
  webhookUrl: string | undefined;
  readonly webhooks: Webhooks;
  /** The bot's own door for development; its `url` may be set when the bot is up. */
  readonly bot: BotDoor;
  readonly clock: SimulatorClock;
  readonly faults: Faults;
  readonly quota: Quota;
  /** Change them at any time. */
  readonly switches: Switches;

  /** Every call of the bot, in the order in which they were answered. */
  readonly calls: readonly ApiCall[];
  /** Those that were carried out. */
  pushes(): ApiCall[];
  replies(): ApiCall[];

  /** Waits until `look` finds something (anything but undefined, null and false); looks again after every change. */
  waitFor<T>(look: (simulator: Simulator) => T | undefined | null | false, options?: WaitOptions): Promise<T>;
  /** Called after every change of what can be seen, once for a burst. Returns how to stop listening. */
  onChange(listener: () => void): () => void;
  /** What is on somebody's phone. Throws when there is nobody with that id. */
  phone(userId: string): Phone;
  /** One chat on that phone, with all entries or the `newest` so many; throws when the person is not in it. */
  openChat(userId: string, chatId: string, newest?: number): OpenChat;
  /** The bytes of what somebody has sent. Throws when there are none, or none any more. */
  messageContent(messageId: string): Content;
  /** Throws when there is no such menu, or it has no picture yet. */
  richMenuPicture(richMenuId: string): Content;
  /** Resolves when every webhook that is on its way was answered. */
  settled(): Promise<void>;
  /** Forgets calls and deliveries; chats stay. */
  forgetLogs(): void;
  /** The account is deleted: gone from all groups, and what is sent to it reaches nobody. The bot is not told. */
  removePerson(userId: string): void;
  removeGroup(groupId: string): void;
  /**
   * All as at the start: nobody there, nothing said, no faults, switches and quota as given in the options. The
   * clock, the addresses of the bot and the account with its rich menus stay. Resolves when webhooks on their way
   * were answered.
   */
  reset(): Promise<void>;
  close(): Promise<void>;
};

export type SimulatorOptions = {
  /** Default: a free one. */
  port?: number | undefined;
  channelSecret: string;
  channelAccessToken: string;
  webhookUrl?: string | undefined;
  /** Where the bot offers its clock and its view of a chat, `http://127.0.0.1:3000/dev` for instance; default: nowhere. */
  botDoor?: string | undefined;
  /** Ids of the Messaging API channel and of the LINE Login channel beside it; default: invented ones. */
  channelId?: string | undefined;
  loginChannelId?: string | undefined;
  /** A second port, for content and pictures only (LINE's api-data.line.me); default: one port plays both. */
  dataPort?: number | undefined;
  /** What the account is called in chats; default `bot`. */
  botName?: string | undefined;
  switches?: Partial<Switches> | undefined;
  /** Messages a month; default: no limit. */
  quotaLimit?: number | undefined;
  /** The clock underneath, ms; default the machine's. */
  now?: (() => number) | undefined;
  /** Random bytes for ids and shuffles; default the machine's. */
  random?: Random | undefined;
  /** Any text: the same one brings the same ids, tokens and shuffles. */
  seed?: string | undefined;
};
