// Whether an admin chat is lost: LINE refused a message to it, and says itself that the account is not there.
import type { Database } from '../db/open.ts';
import { isAdminChat } from './admin-chats.ts';

type Answer<T> = { kind: 'done'; value: T } | { kind: string };

/** As far as `line/account.ts` is needed here. */
export type AsksLine = {
  isIn(chatId: string): Promise<Answer<boolean>>;
  info(): Promise<Answer<unknown>>;
};

/** False for other chats, and whenever LINE does not answer for sure: nothing is given up for a doubt. */
export async function isLost(
  chatId: string,
  { database, line }: { database: Pick<Database, 'prisma'>; line: AsksLine },
): Promise<boolean> {
  if (!(await isAdminChat(database.prisma, chatId))) return false;
  const answer = await line.isIn(chatId);
  const isOut = 'value' in answer && !answer.value;
  // Where nothing is found at all (another address, a proxy), the chat is not found either, and that says nothing.
  return isOut && (await line.info()).kind === 'done';
}
