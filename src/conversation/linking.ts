// A person types the code that staff told by telephone: from now on this chat is that person's.
import { leaveForStaff, notifyFormerChat } from '../outbox/notify.ts';
import { tellDecision } from '../outbox/tell-decision.ts';
import { writeHistory } from '../records/booking-steps.ts';
import { openBookingOf } from '../records/bookings.ts';
import { closeAsRead } from '../records/calls.ts';
import type { SavedConversation } from '../records/conversations.ts';
import { dropDraft } from '../records/draft.ts';
import type { Incoming } from '../records/incoming.ts';
import { joinPeople } from '../records/join-people.ts';
import { tryLinkCode } from '../records/link-codes.ts';
import { findPerson } from '../records/people.ts';
import { untoldOf } from '../records/undo.ts';
import { menuTimer } from '../timers/timers.ts';
import { readLinkLine } from '../understanding/link-line.ts';
import { showBooking } from './effects/booking.ts';
import { beginAt, firstOf } from './restore.ts';
import { personOf, type Turn } from './turn.ts';

/** Undefined: it was something else. */
export async function linkChat(
  what: Incoming['what'],
  turn: Turn,
): Promise<{ conversation: SavedConversation | undefined } | undefined> {
  const line = what.type === 'text' ? readLinkLine(what.text) : undefined;
  if (line === undefined) return undefined;
  const { tx, sealer, chatId, words, office, reply } = turn;
  if (line === 'unclear') {
    reply(...words.linkUnclear());
    return { conversation: undefined };
  }
  const own = personOf(turn).id;
  const tried = await tryLinkCode(tx, sealer, { chatId, personId: own }, line.digits, turn);
  if (tried === 'again') {
    reply(...words.linkedAlready());
    return { conversation: undefined };
  }
  if (tried === 'wrong' || tried === 'stopped') {
    reply(...(tried === 'wrong' ? words.linkWrong(office) : words.linkStopped(office)));
    return { conversation: undefined };
  }
  const joined = await joinPeople(tx, sealer, { chatId, own, target: tried.personId });
  if (!joined.ok) {
    for (const { id } of joined.open) await leaveForStaff(turn, { about: 'linkRefused', booking: id });
    reply(...words.linkNotJoined(office));
    return { conversation: undefined };
  }
  if (joined.old !== null)
    notifyFormerChat(turn, joined.old, { about: 'linkedElsewhere', messages: words.linkedElsewhere(office) });
  await welcome(tried.personId, turn);
  return { conversation: await afresh(turn) };
}

/** What there is to know is said at once, so that nobody has to be called about it. */
async function welcome(personId: string, turn: Turn): Promise<void> {
  const { tx, chatId, now, words, reply } = turn;
  reply(...words.linked());
  const untold = await untoldOf(tx, personId);
  for (const id of untold) await tellDecision(turn, id, turn);
  const booking = await openBookingOf(tx, personId);
  if (booking === null) return;
  const { id, state } = booking;
  await writeHistory(tx, id, 'linked', state, state, { actor: 'person', at: turn.happenedAt });
  turn.schedule(menuTimer(booking, turn));
  if (untold.includes(id)) return;
  turn.bring('receipt', id);
  await showBooking({ type: 'showBooking' }, { ...turn, person: await findPerson(tx, chatId) });
  await closeAsRead(tx, id, now);
}

/** What was typed here for somebody who is another one now is dropped. */
async function afresh(turn: Turn): Promise<SavedConversation> {
  await dropDraft(turn);
  const saved = turn.chat.saved ?? firstOf('person', turn);
  return { ...saved, conversation: beginAt('person').conversation, step: saved.step + 1 };
}
