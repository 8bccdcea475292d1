// In a chat or out of it: somebody follows, blocks or comes back, the account leaves a group, a chat is no admin chat any more.

import { leaveForStaff } from '../outbox/notify.ts';
import { noteFarewell } from '../records/admin-chats.ts';
import { noteUnreachable } from '../records/booking-steps.ts';
import { openBookingOf } from '../records/bookings.ts';
import type { SavedConversation } from '../records/conversations.ts';
import { dropDraft } from '../records/draft.ts';
import { giveUpAdminChat, logGivenUp } from '../records/give-up.ts';
import type { Incoming } from '../records/incoming.ts';
import { markBlocked, type Person } from '../records/people.ts';
import { menuTimer } from '../timers/timers.ts';
import { crisisIn } from '../understanding/crisis-words.ts';
import { meaning } from '../understanding/words.ts';
import { beginAt } from './restore.ts';
import type { Turn } from './turn.ts';

/** Whoever writes or sends a sticker first is greeted first, unless more can be answered. */
export function openingOf(what: Incoming['what']): Incoming['what'] {
  const canBeAnswered =
    what.type === 'tap' ||
    (what.type === 'text' && meaning(what.text, 'menu') !== undefined) ||
    (what.type === 'longText' && crisisIn(what.text) !== undefined);
  return canBeAnswered ? what : { type: 'followed', again: false };
}

/** The account is out of a group, or somebody has blocked it. */
export async function leave(turn: Turn): Promise<SavedConversation | undefined> {
  if (!turn.chat.isAdminChat) return turn.person ? keepBlock(turn.person, turn) : undefined;
  const givenUp = await giveUpAdminChat(turn.tx, turn.chatId, turn);
  if (givenUp) await leaveForStaff(turn, { about: 'chatLeft', booking: undefined });
  if (givenUp) turn.afterwards(() => logGivenUp(turn.log, givenUp));
  return undefined;
}

/** E9: a block is no deletion and no cancellation, but half-typed details are not kept. */
async function keepBlock(person: Person, turn: Turn): Promise<SavedConversation | undefined> {
  const {
    tx,
    now,
    chat: { saved },
  } = turn;
  // Held by LINE, and she is back since.
  if (saved !== undefined && turn.happenedAt < saved.heardAt) return saved;
  await markBlocked(tx, person.id, now);
  await dropDraft(turn);
  const booking = await openBookingOf(tx, person.id);
  // Once a booking, however often somebody blocks and unblocks: each time costs a message a member.
  if (booking && (await noteUnreachable(tx, booking, now)))
    await leaveForStaff(turn, { about: 'unreachable', booking: booking.id });
  // Half a form without its answers would only confuse whoever comes back.
  return saved && { ...saved, conversation: beginAt('person').conversation, step: saved.step + 1 };
}

/** While she blocked the account, LINE took no menu for her. */
export async function noteReturn(person: Person, turn: Turn): Promise<void> {
  await markBlocked(turn.tx, person.id, null);
  const booking = await openBookingOf(turn.tx, person.id);
  if (booking?.state === 'confirmed') turn.schedule(menuTimer(booking, turn));
}

export async function bidFarewell({ tx, chatId, words, reply }: Turn): Promise<void> {
  await noteFarewell(tx, chatId);
  reply(...words.chatFarewell());
}
