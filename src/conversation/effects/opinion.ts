// 役に立った・もう少し: who took part in a consultation is asked once, beside the answer to whatever that person sends next. Nothing of
// the kind is ever pushed.
import type { FlowEvent } from '../../../flows/vocabulary.ts';
import { slotOf } from '../../booking/shown.ts';
import type { Message } from '../../messages/message.ts';
import { openBookingOf } from '../../records/bookings.ts';
import type { Conversation } from '../../records/conversations.ts';
import * as opinions from '../../records/opinions.ts';
import { personOf, type Turn } from '../turn.ts';
import type { Reading } from '../understand.ts';
import type { Handler } from './handler.ts';
import { isSuspended } from './request.ts';

/** Asks for nothing that would have to be answered first, and begins nothing. Thanks bring the card themselves. */
const isIdle: ReadonlySet<FlowEvent['type']> = new Set([
  'said',
  'sent.unreadable',
  'menu.asked',
  'booking.asked',
  'questions.asked',
  'question.picked',
  'repeat.asked',
]);

/** Before the answer, so that the answer keeps its choices: LINE shows those of the last message alone. */
export async function askBefore(reading: Reading, { flow }: Conversation, turn: Turn): Promise<void> {
  // Whoever writes of danger is not asked how it was, then or later.
  if (reading.crisis !== undefined) return opinions.askNever(turn.tx, personOf(turn).id);
  const { understood } = reading;
  if (turn.consultation !== null) return;
  if (flow !== 'home' || understood.kind !== 'events') return;
  const { events } = understood;
  if (events.length > 0 && events.every(({ type }) => isIdle.has(type)))
    turn.reply(...(await howItWas(turn)));
}

/** The card that asks; nothing where there is nothing to ask. */
export async function howItWas(turn: Turn): Promise<Message[]> {
  const person = personOf(turn);
  const { askAbout } = person;
  if (askAbout === null) return [];
  const booking = await opinions.takeToAsk(turn.tx, { ...person, askAbout }, turn.happenedAt);
  if (booking === null) return [];
  const next = await openBookingOf(turn.tx, person.id);
  return turn.words.howItWas({
    id: booking.id,
    slot: slotOf(booking),
    next: next && slotOf(next),
    isSuspended: await isSuspended(turn),
  });
}

export const keepOpinion: Handler<'keepOpinion'> = async ({ booking, opinion }, turn) => {
  const { tx, words, office, reply } = turn;
  const isKept = await opinions.keepOpinion(tx, personOf(turn).id, booking, opinion);
  reply(...(isKept ? words.opinionKept(opinion, office) : words.opinionUnknown()));
  return undefined;
};
