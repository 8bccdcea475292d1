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
import { adminChats, leaveAdminChat } from './admin-chats.ts';
import { makeCode } from './enrolment.ts';
import { type AsksLine, isLost } from './lost-chat.ts';

export type Undelivered = { id: string; chatId: string; about: string; reason: string };
type Parts = { database: Database; desk: Desk; clock: Clock; log: Log; line: AsksLine };

/** What a person has to hear all the same. An answer she can ask for again is not among it. */
const mustBeHeard: ReadonlySet<string> = new Set(['confirmed', 'declined', 'expired', 'reminder']);

/** Keeps it, once, and tells staff where it matters. The same id may come twice. */
export async function recordUndelivered(undelivered: Undelivered, parts: Parts): Promise<void> {
  const { database, desk, clock } = parts;
  const now = clock.now();
  // Asked before the transaction, which must not wait for LINE.
  const hasLostChat = undelivered.reason === 'refused' && (await isLost(undelivered.chatId, parts));
  await database.prisma.$transaction(async (tx) => {
    const { count } = await tx.undelivered.createMany({
      data: [{ ...undelivered, at: now }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    if (hasLostChat) await noteLostAdminChat(tx, undelivered.chatId, parts);
    if (!mustBeHeard.has(undelivered.about) || isOnlyLate(undelivered)) return;
    const messages = await newsOf(tx, undelivered.chatId, desk);
    const about = 'undelivered';
    const outgoing = (await adminChats(tx)).map((to) => ({ to, about, messages, madeAt: now.getTime() }));
    await database.queue.put('outbox', outboxJobs(outgoing, desk, now), tx);
  });
}

/** A reminder that would have come after its start was not missed by anybody. */
const isOnlyLate = ({ about, reason }: Undelivered): boolean => about === 'reminder' && reason === 'dropped';

/** The account is not in that chat any more: it decides nothing from now on. */
async function noteLostAdminChat(tx: Tx, chatId: string, { desk, clock, log }: Parts): Promise<void> {
  const now = clock.now();
  if (!(await leaveAdminChat(tx, chatId, now))) return;
  const others = (await adminChats(tx)).length;
  const { code } = await makeCode(tx, desk.sealer, now, desk.randomInt);
  log.error(
    { adminChatsLeft: others },
    `The account is in one of its admin chats no more, says LINE. Invite the account to the group of the staff again and type this code there within 24 hours: ${code}`,
  );
}

async function newsOf(tx: Tx, chatId: string, { sealer }: Desk): Promise<Message[]> {
  const person = await tx.person.findUnique({ where: { chatId }, select: { id: true } });
  if (person === null) return ja.undelivered(null, null);
  const booking = await bookingToShow(tx, person.id);
  const { name = null } = await readDetails(tx, sealer, person.id);
  return ja.undelivered(booking && { id: booking.id, receipt: receiptOf(booking) }, name);
}
