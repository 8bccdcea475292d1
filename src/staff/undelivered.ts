// Messages that did not arrive: kept for the office, and staff are told what they should say by phone.
import { bookingToShow } from '../booking/bookings.ts';
import type { Clock } from '../clock.ts';
import { outboxJobs } from '../conversation/outbox.ts';
import { readDetails } from '../conversation/personal-data.ts';
import type { Desk } from '../conversation/turn.ts';
import { receiptOf } from '../conversation/views.ts';
import type { Tx } from '../db/client.ts';
import type { Database } from '../db/open.ts';
import type { Log } from '../log.ts';
import { ja } from '../messages/ja/index.ts';
import type { Message } from '../messages/message.ts';
import { adminChats } from './admin-chats.ts';
import { giveUpAdminChat, logGivenUp } from './give-up.ts';
import { type AsksLine, isLost } from './lost-chat.ts';

export type Undelivered = { id: string; chatId: string; about: string; reason: string };
type Parts = { database: Database; desk: Desk; clock: Clock; log: Log; line: AsksLine };

/** What a person has to hear all the same. An answer she can ask for again is not among it. */
const mustBeHeard: ReadonlySet<string> = new Set(['confirmed', 'declined', 'expired', 'reminder']);

/** Keeps it, once, and tells staff where it matters. The same id may come twice. */
export async function recordUndelivered(undelivered: Undelivered, parts: Parts): Promise<void> {
  const { database, desk, clock, log } = parts;
  const now = clock.now();
  // Asked before the transaction, which must not wait for LINE.
  const hasLostChat = undelivered.reason === 'refused' && (await isLost(undelivered.chatId, parts));
  const givenUp = await database.prisma.$transaction(async (tx) => {
    const { count } = await tx.undelivered.createMany({
      data: [{ ...undelivered, at: now }],
      skipDuplicates: true,
    });
    if (count === 0) return undefined;
    const lost = hasLostChat ? await giveUpAdminChat(tx, undelivered.chatId, { ...desk, now }) : undefined;
    if (!mustBeHeard.has(undelivered.about) || isOnlyLate(undelivered)) return lost;
    const messages = await newsOf(tx, undelivered.chatId, desk);
    const about = 'undelivered';
    const outgoing = (await adminChats(tx)).map((to) => ({ to, about, messages, madeAt: now.getTime() }));
    await database.queue.put('outbox', outboxJobs(outgoing, desk, now), tx);
    return lost;
  });
  if (givenUp) logGivenUp(log, givenUp);
}

/** A reminder that would have come after its start was not missed by anybody. */
const isOnlyLate = ({ about, reason }: Undelivered): boolean => about === 'reminder' && reason === 'dropped';

async function newsOf(tx: Tx, chatId: string, { sealer }: Desk): Promise<Message[]> {
  const person = await tx.person.findUnique({ where: { chatId }, select: { id: true } });
  if (person === null) return ja.undelivered(null, null);
  const booking = await bookingToShow(tx, person.id);
  const { name = null } = await readDetails(tx, sealer, person.id);
  return ja.undelivered(booking && { id: booking.id, receipt: receiptOf(booking) }, name);
}
