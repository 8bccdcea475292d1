// A new admin chat that this one could not be told of by a push: it waits for the next word here, and then stands as
// its card, with the name, who asked, and the button that takes it back. A line without these would be no warning.
import type { Tx } from '../db/client.ts';
import type { Message } from '../messages/message.ts';
import { otherChats } from '../records/chat-views.ts';
import { newChatsWaiting, noteShown } from '../records/waiting-news.ts';
import type { TurnServices } from './turn-services.ts';

/** The kind of message to a chat that was ended. */
export const chatEnded = 'chatEnded';

/** Where they are shown. */
type Place = { tx: Tx; chatId: string } & Pick<TurnServices, 'sealer' | 'words'>;

/**
 * The cards of those that are admin chats still, the newest first, at most so many. They count as shown from now on;
 * what has no card is left to `takeWaitingNews`, which has a line for it.
 */
export async function takeNewChats(
  { tx, sealer, words, chatId, now }: Place & { now: Date },
  most: number,
): Promise<Message[]> {
  const rows = await newChatsWaiting(tx, chatId);
  if (rows.length === 0) return [];
  const moments = new Set(rows.map(({ at }) => at.getTime()));
  const others = (await otherChats(tx, sealer, chatId)).filter(({ since }) => moments.has(since));
  const shown = others.slice(0, Math.max(0, most));
  // Kept under the moment at which the other chat was enrolled.
  const told = rows.filter(({ at }) => shown.some(({ since }) => since === at.getTime()));
  await noteShown(
    tx,
    told.map(({ id }) => id),
    now,
  );
  return shown.flatMap(words.chatEnrolled);
}
