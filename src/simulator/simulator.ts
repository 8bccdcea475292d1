// What a test author holds in the hand.
import type { ApiCall } from './api/call.ts';
import type { Group, GroupDetails } from './handles/group.ts';
import type { Person, PersonDetails } from './handles/person.ts';
import type { OpenChat, Phone } from './phone/phone.ts';
import type { Channel } from './platform.ts';
import type { Faults } from './rules/faults.ts';
import type { Quota } from './rules/quota.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import type { WaitOptions } from './world/changes.ts';
import type { SimulatorClock } from './world/clock.ts';
import type { Switches } from './world/switches.ts';

export type Simulator = {
  /** `http://127.0.0.1:<port>`: what the bot takes for https://api.line.me and https://api-data.line.me. */
  readonly origin: string;
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
  /** One chat on that phone; throws when the person is not in it. */
  openChat(userId: string, chatId: string): OpenChat;
  /** Resolves when every webhook that is on its way was answered. */
  settled(): Promise<void>;
  /** Forgets calls and deliveries; chats stay. */
  forgetLogs(): void;
  close(): Promise<void>;
};

export type SimulatorOptions = {
  /** Default: a free one. */
  port?: number | undefined;
  channelSecret: string;
  channelAccessToken: string;
  webhookUrl?: string | undefined;
  /** What the account is called in chats; default `bot`. */
  botName?: string | undefined;
  switches?: Partial<Switches> | undefined;
  /** Messages a month; default: no limit. */
  quotaLimit?: number | undefined;
  /** The clock underneath, ms; default the machine's. */
  now?: (() => number) | undefined;
  /** Random bytes for ids; default the machine's. */
  random?: ((size: number) => Uint8Array) | undefined;
};
