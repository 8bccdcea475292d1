// What LINE did not bring to people: listed for staff, told by telephone, or sent again as the booking stands now.

import { moment, receiptOf, slotOf } from '../../booking/shown.ts';
import { isForPerson } from '../../messages/kinds.ts';
import { callCard, callLines, callOutcome } from '../../outbox/calls.ts';
import { notifyPerson } from '../../outbox/notify.ts';
import { newlyWorded, whyNotAgain } from '../../outbox/send-again.ts';
import { type CallAuthor, noteCallLook, type PastAct } from '../../records/call-steps.ts';
import {
  type Call,
  closeCall,
  dueCalls,
  findCall,
  noteCallsShown,
  noteDueCallsShown,
  pastAct,
  putOffCall,
} from '../../records/calls.ts';
import { makePageLink, pageMinutes } from '../../records/page-links.ts';
import { personMustNotBeCalled } from '../../records/past-notices.ts';
import type { Turn } from '../turn.ts';
import type { Handler } from './handler.ts';

/** Lines on one card. */
const rowsAtOnce = 12;

export const listCalls: Handler<'listCalls'> = async (_, turn) => {
  await sayCalls(0, turn);
  return undefined;
};

export const listMoreCalls: Handler<'listMoreCalls'> = async ({ page }, turn) => {
  await sayCalls(page, turn);
  return undefined;
};

async function sayCalls(page: number, turn: Turn): Promise<void> {
  const { calls, count } = await dueCalls(turn.tx, turn.now, { skip: page * rowsAtOnce, take: rowsAtOnce });
  // Beyond the last page, as things are by now, stands nothing: the list begins again.
  if (calls.length === 0 && page > 0) return sayCalls(0, turn);
  await noteDueCallsShown(turn.tx, turn.now);
  const next = (page + 1) * rowsAtOnce < count ? page + 1 : null;
  turn.reply(...(await callLines(calls, { count, next }, turn)));
}

export const showCall: Handler<'showCall'> = async ({ call: id }, turn) => {
  const call = await openOne(id, turn);
  if (call !== undefined) turn.reply(...(await callCard(call, turn)));
  return undefined;
};

/** The call while it is open, and shown from now on; otherwise says what became of it and answers undefined. */
async function openOne(id: string, turn: Turn): Promise<Call | undefined> {
  const call = await findCall(turn.tx, id);
  if (call?.state === 'open') {
    await noteCallsShown(turn.tx, [id], turn.now);
    return call;
  }
  sayPast(await pastAct(turn.tx, id), turn);
  return undefined;
}

const sayPast = (act: PastAct | null, turn: Turn): void =>
  turn.reply(...turn.words.callActedBefore(callOutcome(act, turn.sealer), moment(turn.now)));

/** A page with whom to call and what to say, for a short while. */
export const openCallPage: Handler<'openCallPage'> = async ({ call: id }, turn) => {
  const { tx, sealer, words, publicUrl, reply } = turn;
  const call = await openOne(id, turn);
  if (call === undefined) return undefined;
  if (publicUrl === undefined) {
    reply(...words.contactWithoutPage());
    return undefined;
  }
  const by = authorOf(turn);
  const path = await makePageLink(tx, sealer, turn.newToken(), { purpose: 'call', subject: id, by });
  await noteCallLook(tx, call, 'asked', by);
  const noCall = await personMustNotBeCalled(tx, call.personId);
  const notice = call.booking && { receipt: receiptOf(call.booking), slot: slotOf(call.booking) };
  const link = new URL(path, publicUrl).href;
  reply(...words.callPageLink(notice, link, { minutes: pageMinutes.call, noCall }));
  return undefined;
};

export const markTold: Handler<'markTold'> = async ({ call }, turn) => {
  const pressed = await closeCall(turn.tx, call, 'told', authorOf(turn));
  if (pressed.isFirst) turn.reply(...turn.words.callClosed('told'));
  else sayPast(pressed.before, turn);
  return undefined;
};

export const markAway: Handler<'markAway'> = async ({ call: id, tries }, turn) => {
  const pressed = await putOffCall(turn.tx, { id, tries }, authorOf(turn));
  if (pressed.isFirst) turn.reply(...turn.words.callPutOff(moment(pressed.dueAt), moment(turn.now)));
  else sayPast(pressed.before, turn);
  return undefined;
};

export const resendCall: Handler<'resendCall'> = async ({ call: id }, turn) => {
  const { tx, reply, words } = turn;
  const call = await openOne(id, turn);
  if (call === undefined) return undefined;
  const why = whyNotAgain(call, turn);
  if (why !== null || call.booking === null) {
    reply(...words.callNotSent(why ?? 'noBooking', await personMustNotBeCalled(tx, call.personId)));
    return undefined;
  }
  const again = await newlyWorded(call.about, call.booking, turn);
  const pressed = await closeCall(tx, id, 'resent', authorOf(turn));
  if (!pressed.isFirst) {
    sayPast(pressed.before, turn);
    return undefined;
  }
  const about = isForPerson(call.about) ? call.about : 'answer';
  await notifyPerson(turn, call.booking, { about, important: true, ...again });
  reply(...words.callClosed('resent'));
  return undefined;
};

/** By our own clock where it says when the call comes back. */
const authorOf = ({ chatId, member, now }: Turn): CallAuthor => ({
  chatId,
  staffId: member?.id ?? null,
  at: now,
});
