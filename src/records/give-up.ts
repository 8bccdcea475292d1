// An admin chat is no more: the account is out of it. When it was the last one, nobody decides until another is enrolled,
// so a code for that is made in the same transaction: of several processes one makes it.

import type { Log } from '../core/log.ts';
import type { Tx } from '../db/client.ts';
import type { Sealer } from '../db/seal.ts';
import { adminChats, leaveAdminChat } from './admin-chats.ts';
import { lastChatLostLine } from './code-lines.ts';
import { makeCode } from './enrolment.ts';

/** `left`: how many admin chats there still are. `code`: where there is none. */
export type GivenUp = { left: number; code?: string };

type Parts = { now: Date; happenedAt?: Date; sealer: Sealer; randomInt: (max: number) => number };

/** Undefined when it was none any more. Once it is committed, the log has to hear of it: `logGivenUp`. */
export async function giveUpAdminChat(
  tx: Tx,
  chatId: string,
  { now, happenedAt, sealer, randomInt }: Parts,
): Promise<GivenUp | undefined> {
  if (!(await leaveAdminChat(tx, chatId, now, happenedAt))) return undefined;
  const { length: left } = await adminChats(tx);
  if (left > 0) return { left };
  return { left, code: (await makeCode(tx, sealer, now, randomInt)).code };
}

/** A warning, so that it is seen at every usual LOG_LEVEL. */
export function logGivenUp(log: Log, { left, code }: GivenUp): void {
  if (code !== undefined) log.warn({ adminChatsLeft: left }, lastChatLostLine(code));
  else log.warn({ adminChatsLeft: left }, 'The account is out of one of its admin chats; others are left');
}
