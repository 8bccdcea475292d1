// What people must hear and LINE did not bring (records/calls.ts), as staff see it: a list, and the card of one. Shown with
// answers in the admin chat, which are free and cannot be lost in silence.

import { moment, receiptOf, slotOf } from '../booking/shown.ts';
import type { Tx } from '../db/client.ts';
import type { CallList, CallOutcome, CallRow } from '../messages/facts-calls.ts';
import { maskPhone } from '../messages/mask.ts';
import type { Message } from '../messages/message.ts';
import { openMemberName } from '../records/admin-chats.ts';
import type { PastAct } from '../records/call-steps.ts';
import { type Call, callsAway, callsToShow, countDueCalls, noteCallsShown } from '../records/calls.ts';
import { personMustNotBeCalled } from '../records/past-notices.ts';
import { complete, openName, readDetails } from '../records/personal-data.ts';
import { whyNotAgain } from './send-again.ts';
import type { TurnServices } from './turn-services.ts';

/** Where they are shown: in this transaction, in these words. */
type Place = { tx: Tx; now: Date } & Pick<TurnServices, 'sealer' | 'words'>;

/** These lines of the list. `next`: the page behind them, where there is one. */
export async function callLines(
  calls: readonly Call[],
  { count, next }: Pick<CallList, 'count' | 'next'>,
  { tx, now, sealer, words }: Place,
): Promise<Message[]> {
  const { count: later, from } = await callsAway(tx, now);
  const away = from === null ? null : { count: later, from: moment(from) };
  const rows = calls.map((call) => rowOf(call, sealer));
  return words.callList({ count, rows, next, away }, moment(now));
}

const rowOf = (
  { id, person, about, reason, booking, tries }: Call,
  sealer: TurnServices['sealer'],
): CallRow => ({
  ...{ id, about, reason, tries },
  name: openName(sealer, person),
  slot: booking && slotOf(booking),
});

/** Those that staff were not shown today, in one message; none where there are none. They count as shown from now on. */
export async function newCalls(most: number, on: Place): Promise<Message[]> {
  const calls = await callsToShow(on.tx, on.now, most);
  if (calls.length === 0) return [];
  const ids = calls.map(({ id }) => id);
  await noteCallsShown(on.tx, ids, on.now);
  return callLines(calls, { count: await countDueCalls(on.tx, on.now), next: null }, on);
}

/** Who, what, why, and whom to call: the phone masked (D7). */
export async function callCard(
  call: Call,
  { tx, now, sealer, words, hasQuota }: Place & { hasQuota(chatId: string): boolean },
): Promise<Message[]> {
  const { id, about, reason, tries, booking, person } = call;
  const details = await readDetails(tx, sealer, person.id);
  const phone = complete(details)?.phone;
  return words.callCard({
    ...{ call: id, about, reason, tries },
    booking: booking && { id: booking.id, receipt: receiptOf(booking), slot: slotOf(booking) },
    name: details.name ?? null,
    maskedPhone: phone ? maskPhone(phone) : null,
    cannotSend: whyNotAgain(call, { now, hasQuota }),
    noCall: await personMustNotBeCalled(tx, person.id),
  });
}

/** For whoever pressed second; null: there is no such call. */
export const callOutcome = (act: PastAct | null, sealer: TurnServices['sealer']): CallOutcome | null =>
  act && {
    how: act.how,
    by: act.staff && openMemberName(sealer, act.staff),
    at: act.at && moment(act.at),
    again: act.dueAt && moment(act.dueAt),
  };
