// The cards of what people must hear and LINE did not bring (records/calls.ts). Shown with answers in the admin chat, which
// are free and cannot be lost in silence.

import { receiptOf, slotOf } from '../booking/shown.ts';
import type { Tx } from '../db/client.ts';
import type { Sealer } from '../db/seal.ts';
import { ja } from '../messages/ja/index.ts';
import { maskPhone } from '../messages/mask.ts';
import type { Message } from '../messages/message.ts';
import { findCall, noteCallsShown } from '../records/calls.ts';
import { personMustNotBeCalled } from '../records/past-notices.ts';
import { findPerson } from '../records/people.ts';
import { complete, readDetails } from '../records/personal-data.ts';

/** A card each; they count as shown from now on. */
export async function showCalls(
  tx: Tx,
  ids: readonly string[],
  sealer: Sealer,
  now: Date,
): Promise<Message[]> {
  await noteCallsShown(tx, ids, now);
  const cards: Message[] = [];
  for (const id of ids) cards.push(...(await callCard(tx, id, sealer)));
  return cards;
}

/** Who, what, why, and whom to call: the phone masked (D7). */
export async function callCard(tx: Tx, id: string, sealer: Sealer): Promise<Message[]> {
  const call = await findCall(tx, id);
  if (call === null) throw new Error('A call is shown only while it is on record');
  const { chatId, about, reason, booking } = call;
  const person = await findPerson(tx, chatId);
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
