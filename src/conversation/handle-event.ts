// One event of a chat, whoever's it is: a person, the admin chat, or a group we do not know yet.

import { receiptOf, slotOf } from '../booking/shown.ts';
import { ja } from '../messages/ja/index.ts';
import { notifyStaff } from '../outbox/notify.ts';
import { noteFarewell } from '../records/admin-chats.ts';
import { noteUnreachable } from '../records/booking-steps.ts';
import { openBookingOf } from '../records/bookings.ts';
import type { SavedConversation } from '../records/conversations.ts';
import { giveUpAdminChat, logGivenUp } from '../records/give-up.ts';
import type { Incoming } from '../records/incoming.ts';
import { personMustNotBeCalled } from '../records/past-notices.ts';
import { markBlocked, type Person } from '../records/people.ts';
import { dropDraft } from '../records/personal-data.ts';
import { menuTimer } from '../timers/timers.ts';
import { crisisIn } from '../understanding/crisis-words.ts';
import { meaning } from '../understanding/words.ts';
import { takeBackCall } from './call-unsent.ts';
import { enrolPerson, meetGroup } from './enrolling.ts';
import { toldApart } from './long-text.ts';
import { beginAt } from './restore.ts';
import { runTurn } from './run-turn.ts';
import { answerStaff } from './staff-news.ts';
import { takeBack } from './taken-back.ts';
import type { Turn } from './turn.ts';

export type Chat = {
  kind: Incoming['chat']['kind'];
  enrolled: boolean;
  /** It was an admin chat until staff ended it elsewhere, and has yet to hear so. */
  farewellDue: boolean;
  saved: SavedConversation | undefined;
};

/** The conversation to save, or undefined where there is none. */
export async function handleEvent(
  incoming: Incoming,
  { kind, enrolled, farewellDue, saved }: Chat,
  newConversationId: string,
  turn: Turn,
): Promise<SavedConversation | undefined> {
  const what = toldApart(incoming.what);
  const isOut = what.type === 'left' || what.type === 'unfollowed';
  if (enrolled && isOut) return leave(turn);
  if (what.type === 'left') return undefined;
  if (what.type === 'unsent' || what.type === 'edited') {
    if (what.type === 'unsent' && turn.person !== null) await takeBackCall(what.message, turn);
    const mayAnswer = await takeBack(what, saved, turn);
    return saved && enrolled && mayAnswer ? runTurn(what, saved, 'admin', turn) : saved;
  }
  if (enrolled)
    return answerStaff({ ...incoming, what }, saved ?? fresh('admin', newConversationId, turn), turn);
  if (farewellDue && (what.type === 'text' || what.type === 'tap')) await bidFarewell(turn);
  const asAdmin = saved ?? fresh('admin', newConversationId, turn);
  if (kind !== 'person') return meetGroup(what, asAdmin, turn);
  const enrolling = await enrolPerson(what, asAdmin, turn);
  if (enrolling.handled) return enrolling.conversation;
  if (turn.person === null) throw new Error('A one-to-one chat belongs to a person');
  return answerPerson(turn.person, what, saved, newConversationId, turn);
}

async function bidFarewell({ tx, chatId, reply }: Turn): Promise<void> {
  await noteFarewell(tx, chatId);
  reply(...ja.chatFarewell());
}

async function answerPerson(
  person: Person,
  what: Incoming['what'],
  saved: SavedConversation | undefined,
  newConversationId: string,
  turn: Turn,
): Promise<SavedConversation | undefined> {
  if (what.type === 'unfollowed') return sayFarewell(person, saved, turn);
  if (person.blockedAt !== null) await noteReturn(person, turn);
  if (saved !== undefined) return runTurn(what, saved, 'home', turn);
  // Whoever writes or sends a sticker first is greeted first.
  const opening = what.type === 'tap' ? what : ({ type: 'followed', again: false } as const);
  const wantsMore =
    (what.type === 'text' && meaning(what.text, 'menu') !== undefined) ||
    (what.type === 'longText' && crisisIn(what.text) !== undefined);
  return runTurn(wantsMore ? what : opening, fresh('home', newConversationId, turn), 'home', turn);
}

/** While she blocked the account, LINE took no menu for her. */
async function noteReturn(person: Person, turn: Turn): Promise<void> {
  await markBlocked(turn.tx, person.id, null);
  const booking = await openBookingOf(turn.tx, person.id);
  if (booking?.state === 'confirmed') turn.schedule(menuTimer(booking, turn));
}

const fresh = (side: 'home' | 'admin', id: string, { chatId, now, happenedAt }: Turn): SavedConversation => ({
  id,
  chatId,
  conversation: beginAt(side).conversation,
  step: 0,
  misses: 0,
  heardAt: happenedAt,
  updatedAt: now,
});

/** E9: a block is no deletion and no cancellation, but half-typed details are not kept. */
async function sayFarewell(
  person: Person,
  saved: SavedConversation | undefined,
  turn: Turn,
): Promise<SavedConversation | undefined> {
  const { tx, now } = turn;
  // Held by LINE, and she is back since.
  if (saved !== undefined && turn.happenedAt < saved.heardAt) return saved;
  await markBlocked(tx, person.id, now);
  await dropDraft(turn);
  const booking = await openBookingOf(tx, person.id);
  // Once a booking, however often she blocks and unblocks: each time costs a message a member.
  if (booking && (await noteUnreachable(tx, booking, now))) {
    const noCall = await personMustNotBeCalled(tx, person.id);
    const notice = { id: booking.id, receipt: receiptOf(booking), slot: slotOf(booking) };
    const messages = ja.unreachable({ ...notice, noCall });
    await notifyStaff(turn, { about: 'unreachable', booking: booking.id, messages });
  }
  // Half a form without its answers would only confuse whoever comes back.
  return saved && { ...saved, conversation: beginAt('home').conversation, step: saved.step + 1 };
}

async function leave(turn: Turn): Promise<undefined> {
  const givenUp = await giveUpAdminChat(turn.tx, turn.chatId, turn);
  if (givenUp) turn.afterwards(() => logGivenUp(turn.log, givenUp));
}
