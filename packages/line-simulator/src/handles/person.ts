// A person with LINE on the phone.
import { befriend } from '../acts/befriend.ts';
import { removeMember } from '../acts/gather.ts';
import { type AccountLink, linkAccount } from '../acts/link-account.ts';
import type { Pressed } from '../acts/press.ts';
import { type MenuTap, tapRichMenu } from '../acts/tap-rich-menu.ts';
import type { Platform } from '../platform.ts';
import type { Delivery } from '../webhooks/deliver.ts';
import { chatOf, type Friendship, type PersonRecord } from '../world/chats.ts';
import { isUserId } from '../world/ids.ts';
import { type Acting, actingAs } from './acting.ts';
import { type Group, recordOf } from './group.ts';
import { type ChatView, viewOf } from './view.ts';

export type PersonDetails = Pick<PersonRecord, 'pictureUrl' | 'statusMessage' | 'language'> & {
  userId?: string | undefined;
};

export type Person = Acting &
  ChatView & {
    readonly userId: string;
    readonly displayName: string;
    readonly friendship: Friendship;
    /** Adds the account as a friend. */
    follow(): Promise<Delivery>;
    /** Blocks it: nothing reaches her any more. */
    unfollow(): Promise<Delivery>;
    unblock(): Promise<Delivery>;
    /** Taps an area of the rich menu she sees. Rejects with `NoSuchButtonError`. */
    tapsRichMenu(what: MenuTap): Promise<Pressed>;
    /** Ties an account elsewhere to LINE; undefined when the link token is expired or was used. */
    linksAccount(link: AccountLink): Promise<Delivery | undefined>;
    /** What a web page opened in LINE gets of her: signed, valid for an hour, for the LINE Login channel. */
    idToken(options?: { nonce?: string | undefined }): string;
    /** The same for calls to LINE, valid for twelve hours. */
    liffAccessToken(): string;
    /** The same person in a group: `staff.in(group).presses('…')`. */
    in(group: Group): Member;
  };

export type Member = Acting &
  ChatView & {
    readonly person: Person;
    /** Leaves the group. The bot hears of it when it is in the group. */
    leaves(): Promise<Delivery | undefined>;
  };

/** Throws on an id that is no `U` and 32 hexadecimal digits, or is somebody's already. */
export function createPerson(platform: Platform, displayName: string, details: PersonDetails = {}): Person {
  const { world, ids } = platform;
  const userId = details.userId ?? ids.user();
  if (!isUserId(userId)) throw new Error(`Not a user id: ${userId} (U and 32 hexadecimal digits).`);
  if (world.people.has(userId)) throw new Error(`There is somebody with the id ${userId} already.`);
  const record: PersonRecord = { friendship: 'none', ...details, displayName, userId };
  world.people.set(userId, record);
  return personOf(platform, record);
}

export function personOf(platform: Platform, record: PersonRecord): Person {
  const { userId, displayName } = record;
  const person: Person = {
    userId,
    displayName,
    get friendship() {
      return record.friendship;
    },
    ...actingAs(platform, { person: record }),
    ...viewOf(platform, () => chatOf(platform.world, userId, 'user'), userId),
    follow: async () => befriend(platform, record, 'follow'),
    unfollow: async () => befriend(platform, record, 'unfollow'),
    unblock: async () => befriend(platform, record, 'unblock'),
    tapsRichMenu: async (what) => tapRichMenu(platform, record, what),
    linksAccount: async (link) => linkAccount(platform, record, link),
    idToken: ({ nonce } = {}) =>
      platform.loginTokens.issueIdToken(record, platform.channel.loginChannelId, platform.clock.now(), nonce),
    liffAccessToken: () => platform.loginTokens.issueAccessToken(userId, platform.clock.now()),
    in: (group) => ({
      person,
      ...actingAs(platform, { person: record, groupId: group.groupId }),
      ...viewOf(platform, () => chatOf(platform.world, group.groupId, 'group'), userId),
      leaves: async () => removeMember(platform, recordOf(platform, group.groupId), record),
    }),
  };
  return person;
}
