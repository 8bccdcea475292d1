// Whether staff are told is claimed in the turn in which she tells it, so it is decided there, by all that is known:
// what is decided so is not asked again when it goes out (line/deliver.ts).
import type { Tx } from '../db/client.ts';
import type { About } from '../messages/kinds.ts';
import { countPush } from '../records/push-counts.ts';
import { isUsedUp } from '../records/quota-note.ts';

/** What is known of the month's messages. One to a group counts once for each member. */
export type PushQuota = {
  /**
   * Asks LINE, unless it was asked just now: before a transaction, which must not wait for LINE. `chats`: those to which
   * news goes; asked for only then.
   */
  prepare(chats: () => Promise<readonly string[]>): Promise<void>;
  /** By the last answer, for one message to each. `urgent`: down to the last one; else the reserve is left alone. */
  suffices(chats: readonly string[], urgent: boolean): boolean;
  spend(chats: readonly string[]): void;
  giveBack(chats: readonly string[]): void;
  /** How many messages the month has left, as far as anybody knows. */
  left(): number | undefined;
};

/** Nobody knows how many are left. */
export const anyQuota: PushQuota = {
  prepare: async () => {},
  suffices: () => true,
  spend: () => {},
  giveBack: () => {},
  left: () => undefined,
};

/** `cause`: the chat of the person whose news it is. `event`: as in `Outgoing`. */
type PersonNotice = { chats: readonly string[]; about: About; cause: string; event: string; urgent: boolean };

/**
 * Whether this news goes out to all of these chats, as far as anybody knows, and then counted at once: in the
 * transaction that puts it on the outbox. False, and nothing counted: it would wait for the next word of staff.
 */
export async function promisePush(
  tx: Tx,
  { chats, urgent, ...news }: PersonNotice,
  quota: Pick<PushQuota, 'suffices' | 'spend'>,
  now: Date,
): Promise<boolean> {
  if (await isUsedUp(tx, now)) return false;
  if (!quota.suffices(chats, urgent)) return false;
  const [to = ''] = chats;
  // Urgent news may use the reserve, but one person makes no more of them than of others. Only a ban on calls is never one
  // too many, for the number of a card before it may be dialled: effects/notices.ts says it once for each change of mind.
  const isCounted = news.about !== 'noPhone';
  if (isCounted && !(await countPush(tx, { ...news, to, madeAt: now.getTime() }, now))) return false;
  quota.spend(chats);
  return true;
}
