// The cards of what people must hear and LINE did not bring (records/calls.ts). Shown with answers in the admin chat, which
// are free and cannot be lost in silence.

import { receiptOf, slotOf } from '../booking/shown.ts';
import type { Tx } from '../db/client.ts';
import { maskPhone } from '../messages/mask.ts';
import type { Message } from '../messages/message.ts';
import { findCall, noteCallsShown } from '../records/calls.ts';
import { personMustNotBeCalled } from '../records/past-notices.ts';
import { findPerson } from '../records/people.ts';
import { complete, readDetails } from '../records/personal-data.ts';
import type { TurnServices } from './turn-services.ts';

/** Where the cards are shown: in this transaction, in these words. */
type Place = { tx: Tx } & Pick<TurnServices, 'sealer' | 'words'>;

/** A card each; they count as shown from now on. */
export async function showCalls(ids: readonly string[], on: Place & { now: Date }): Promise<Message[]> {
  await noteCallsShown(on.tx, ids, on.now);
  const cards: Message[] = [];
  for (const id of ids) cards.push(...(await callCard(id, on)));
  return cards;
}

/** Who, what, why, and whom to call: the phone masked (D7). */
export async function callCard(id: string, { tx, sealer, words }: Place): Promise<Message[]> {
  const call = await findCall(tx, id);
  if (call === null) throw new Error('A call is shown only while it is on record');
  const { chatId, about, reason, booking } = call;
  const person = await findPerson(tx, chatId);
  const details = person && (await readDetails(tx, sealer, person.id));
  const phone = details && complete(details)?.phone;
  return words.callCard({
    call: id,
    about,
    reason,
    booking: booking && { id: booking.id, receipt: receiptOf(booking), slot: slotOf(booking) },
    name: details?.name ?? null,
    maskedPhone: phone ? maskPhone(phone) : null,
    noCall: person !== null && (await personMustNotBeCalled(tx, person.id)),
  });
}
