// What people must hear and LINE did not bring: one call each, until somebody has told her or it was sent again.
// Shown with answers in the admin chat, which are free and cannot be lost in silence.

import { receiptOf, slotOf } from '../booking/shown.ts';
import { dayOf, startOfDay } from '../core/jst.ts';
import type { Tx } from '../db/client.ts';
import type { Sealer } from '../db/seal.ts';
import { ja } from '../messages/ja/index.ts';
import { maskPhone } from '../messages/mask.ts';
import type { Message } from '../messages/message.ts';
import { personMustNotBeCalled } from '../records/past-notices.ts';
import { complete, readDetails } from '../records/personal-data.ts';

const open = { state: 'open' } as const;
const oldestFirst = [{ at: 'asc' }, { id: 'asc' }] as const;

/** The ids of the next ones, the oldest first, and how many there are. */
export async function openCalls(tx: Tx, most: number): Promise<{ ids: string[]; count: number }> {
  const rows = await tx.undelivered.findMany({
    where: open,
    orderBy: [...oldestFirst],
    take: most,
    select: { id: true },
  });
  return { ids: rows.map(({ id }) => id), count: await tx.undelivered.count({ where: open }) };
}

/** Those that staff were not shown today, at most so many: each day begins with all that are open. */
export async function callsToShow(tx: Tx, now: Date, most: number): Promise<string[]> {
  const rows = await tx.undelivered.findMany({
    where: { ...open, OR: [{ shownAt: null }, { shownAt: { lt: startOfDay(dayOf(now)) } }] },
    orderBy: [...oldestFirst],
    take: most,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** A card each; they count as shown from now on. */
export async function showCalls(
  tx: Tx,
  ids: readonly string[],
  sealer: Sealer,
  now: Date,
): Promise<Message[]> {
  await tx.undelivered.updateMany({ where: { id: { in: [...ids] }, ...open }, data: { shownAt: now } });
  const cards: Message[] = [];
  for (const id of ids) cards.push(...(await callCard(tx, id, sealer)));
  return cards;
}

/** Who, what, why, and whom to call: the phone masked (D7). */
export async function callCard(tx: Tx, id: string, sealer: Sealer): Promise<Message[]> {
  const { chatId, about, reason, booking } = await tx.undelivered.findUniqueOrThrow({
    where: { id },
    include: { booking: true },
  });
  const person = await tx.person.findUnique({ where: { chatId }, select: { id: true } });
  const details = person && (await readDetails(tx, sealer, person.id));
  const phone = details && complete(details)?.phone;
  return ja.callCard({
    call: id,
    about,
    reason,
    booking: booking && { id: booking.id, receipt: receiptOf(booking), slot: slotOf(booking) },
    name: details?.name ?? null,
    maskedPhone: phone ? maskPhone(phone) : null,
    noCall: person !== null && (await personMustNotBeCalled(tx, person.id)),
  });
}

export type Closing = 'told' | 'resent';

/** Of several who press at once one wins; the others learn how it was closed, or undefined: there is none. */
export async function closeCall(tx: Tx, id: string, how: Closing): Promise<'closed' | Closing | undefined> {
  const { count } = await tx.undelivered.updateMany({ where: { id, ...open }, data: { state: how } });
  if (count > 0) return 'closed';
  const row = await tx.undelivered.findUnique({ where: { id }, select: { state: true } });
  return row?.state === 'told' || row?.state === 'resent' ? row.state : undefined;
}
