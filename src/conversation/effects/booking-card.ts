// The card of a booking: the only one about it, in answers to a receipt number, a line of a list or a record.

import {
  type BookingButton,
  buttonsAtTheHour,
  buttonsHit,
  buttonsIn,
  buttonsOffered,
  buttonsUntold,
  buttonsWished,
  withLink,
} from '../../../flows/booking-buttons.ts';
import { isContactWindow, phaseOf } from '../../booking/consultation-phase.ts';
import { counsellorName } from '../../booking/counsellor-name.ts';
import { type Moment, moment, receiptOf, slotOf } from '../../booking/shown.ts';
import { isSuspended, suspensionShown } from '../../booking/suspension.ts';
import type { Booking, MoveWish } from '../../db/generated/client.ts';
import type { BookingCard } from '../../messages/facts-staff.ts';
import { toldKinds } from '../../messages/kinds.ts';
import type { Message } from '../../messages/message.ts';
import { hitsAmong } from '../../outbox/closure-facts.ts';
import { offerShown } from '../../outbox/offer-shown.ts';
import { answersWish, endsOffer, isDecision } from '../../outbox/tell-decision.ts';
import { openMemberName } from '../../records/admin-chats.ts';
import { type NamedBooking, namedBooking, pastOf } from '../../records/booking-lists.ts';
import { choicesOf } from '../../records/booking-requests.ts';
import { isAsking, lastAsked, lastStep } from '../../records/bookings.ts';
import { helpersOf } from '../../records/helping.ts';
import { findWish, unansweredSince } from '../../records/move-wishes.ts';
import { offerByStaff } from '../../records/offers.ts';
import { mustNotBeCalled, pastNotices } from '../../records/past-notices.ts';
import { complete, openName, readDetails } from '../../records/personal-data.ts';
import { neighboursOf, oneFreeRoom, useOf } from '../../records/room-use.ts';
import { sameNumbers } from '../../records/same-number.ts';
import { toldSince } from '../../records/told-decisions.ts';
import { findUndo } from '../../records/undo.ts';
import { numbersOfBooking } from '../../records/zoom-numbers.ts';
import type { Turn } from '../turn.ts';
import { originOf } from './booking-origin.ts';
import { helpingOf } from './helping-shown.ts';
import { noticeOnCard } from './newest-notice.ts';

/** `buttons`: others than those of its state. `tells`: a step that is told, other than what was decided now. */
type How = { lead?: BookingCard['lead']; buttons?: readonly BookingButton[]; tells?: string };

/** The card of a booking as it is now. */
export async function showCardOf(id: string, turn: Turn, how: How = {}): Promise<void> {
  const { words, now, reply } = turn;
  const card = await bookingCardOf(id, turn, how);
  reply(...(card === null ? words.requestUnknown() : words.bookingCard(card, moment(now))));
}

/** Where it is made: a turn, or a page. */
type Place = Pick<Turn, 'tx' | 'sealer' | 'now' | 'office'>;

/** To be told to the chats of the staff. */
export async function cardOfNews(
  id: string,
  lead: 'requested' | 'requestMoved' | 'picked' | 'bookedByPhone' | 'wished',
  place: Place & Pick<Turn, 'words'>,
): Promise<Message[]> {
  const card = await bookingCardOf(id, place, { lead });
  if (card === null) throw new Error('A booking that is told must be on record');
  return place.words.bookingCard(card, moment(place.now));
}

/** Null: it is not on record. */
async function bookingCardOf(
  id: string,
  place: Place,
  { lead = null, buttons, tells }: How = {},
): Promise<BookingCard | null> {
  const { tx, sealer, now, office } = place;
  const booking = await namedBooking(tx, id);
  if (booking === null) return null;
  const details = complete(await readDetails(tx, sealer, booking.personId));
  const step = await lastStep(tx, id);
  // Of a request it says who asked, not which clerk took something back.
  const shown =
    booking.state === 'requested' && step !== null && !isAsking(step.event) ? await lastAsked(tx, id) : step;
  const past = await pastNotices(place, id);
  const undo = await findUndo(tx, id);
  // One that was answered a moment ago waits for nobody any more.
  const isAnswered = undo !== null && answersWish.has(undo.event);
  const wish = booking.state === 'confirmed' && !isAnswered ? await findWish(tx, id) : null;
  const isOver = undo !== null && endsOffer.has(undo.event);
  const offer = isOffering.has(booking.state) && !isOver ? await offerByStaff(tx, id) : null;
  const hit = (await hitsAmong([booking], place)).get(id) ?? null;
  const oneRoom = booking.state === 'requested' ? await oneFreeRoom(tx, sealer, booking) : null;
  const { counts, lastAt } = await pastOf(tx, booking.personId, id);
  const sameNumber = details === undefined ? [] : await sameNumbers(tx, sealer, booking.personId, details);
  return {
    id,
    version: booking.version,
    receipt: receiptOf(booking),
    slot: slotOf(booking),
    state: booking.state,
    name: openName(sealer, booking.person),
    by: shown?.staff ? openMemberName(sealer, shown.staff) : null,
    since: moment(shown?.at ?? booking.createdAt),
    step: step?.event ?? 'request',
    choices: choicesOf(booking),
    isNumberUnknown: details?.jobNumber === null,
    sameNumber,
    isBlocked: booking.person.blockedAt !== null,
    promised: decidedBy(booking, wish),
    isOverdue: booking.state === 'requested' && booking.promisedBy <= now,
    notice: noticeOnCard(past, booking.state),
    helping: helpingOf((await helpersOf(tx, [booking], now)).get(id), sealer),
    meeting: await meetingOf(booking, place),
    oneRoom,
    hit,
    noCall: mustNotBeCalled(past),
    wish: wish && slotOf(wish),
    offer: offer && { ...offerShown(offer, office), by: offer.staff && openMemberName(sealer, offer.staff) },
    tellAt: undo && moment(undo.tellAt),
    told: await toldOf(step, place),
    reason: step?.reason ?? null,
    past: {
      done: counts.get('done') ?? 0,
      byPhone: counts.get('byPhone') ?? 0,
      noShow: counts.get('noShow') ?? 0,
      absent: counts.get('absent') ?? 0,
    },
    lastAt: lastAt && moment(lastAt),
    wishLapsed: wish === null ? await lapsedOf(booking, place) : null,
    origin: await originOf(booking, place, tells ?? toldNow(lead, undo?.event ?? step?.event)),
    buttons:
      buttons ??
      buttonsShown(booking, {
        now,
        isUntold: undo !== null,
        isUnmade: step?.event === 'unmake',
        isWished: wish !== null,
        isOffered: offer !== null,
        isHit: hit !== null,
        hasOneRoom: oneRoom !== null,
        sameNumber,
      }),
    lead,
    person: booking.personId,
    counsellor: counsellorName(office, booking.counsellor),
    suspended: suspensionShown(booking.person, now),
  };
}

const isOffering: ReadonlySet<string> = new Set(['proposed', 'confirmed']);

const toldNow = (lead: BookingCard['lead'], event: string | undefined): string | undefined =>
  lead?.startsWith('decided') ? event : undefined;

/** By when its person has been told to hear. */
function decidedBy({ state, promisedBy }: Booking, wish: MoveWish | null): BookingCard['promised'] {
  if (state === 'requested') return moment(promisedBy);
  return wish && moment(wish.until);
}

/** Of the last step, where it was a decision. */
async function toldOf(
  step: { bookingId: string; event: string; at: Date } | null,
  { tx }: Place,
): Promise<BookingCard['told']> {
  if (step === null || !isDecision(step.event)) return null;
  const told = await toldSince(tx, { bookingId: step.bookingId, since: step.at, kinds: toldKinds });
  return told && { ...told, at: moment(told.at) };
}

/** When a wish to move it ended without an answer, and nothing has come of it since. */
async function lapsedOf({ id }: Booking, { tx }: Place): Promise<Moment | null> {
  const at = await unansweredSince(tx, id);
  return at && moment(at);
}

/** Where it is; null while it has no numbers. */
async function meetingOf(booking: NamedBooking, { tx, sealer }: Place): Promise<BookingCard['meeting']> {
  const { room, roomId } = booking;
  const numbers = numbersOfBooking(sealer, booking);
  if (numbers === null) return null;
  const neighbours = booking.state === 'confirmed' ? await neighboursOf(tx, booking) : [];
  const { beside } = useOf(sealer, booking, { roomId, meetingId: numbers.meetingId }, neighbours);
  return {
    room: room?.name ?? null,
    isRemoved: (room?.removedAt ?? null) !== null,
    isClose: beside !== null,
  };
}

type Shown = {
  now: Date;
  isUntold: boolean;
  isUnmade: boolean;
  isWished: boolean;
  isOffered: boolean;
  isHit: boolean;
  hasOneRoom: boolean;
  sameNumber: readonly unknown[];
};

function buttonsShown(booking: NamedBooking, shown: Shown): readonly BookingButton[] {
  const { now, isUntold, isUnmade, sameNumber } = shown;
  const { chatId, blockedAt } = booking.person;
  const ofState = isUntold ? buttonsUntold(booking.state) : buttonsOf(booking, shown);
  const isReached = chatId !== null && blockedAt === null;
  // Perhaps the same person with a new account: the code is told from the older one's card, whatever became of that booking.
  const mayLink = !isReached || sameNumber.length > 0;
  // One is chosen in LINE alone, by whoever may ask for one. With two buttons to confirm it there is no room for both.
  const mayPropose =
    isReached &&
    !isSuspended(booking.person, now) &&
    !(mayLink && shown.hasOneRoom && booking.state === 'requested');
  const buttons = ofState.filter(
    (button) =>
      // Nobody has asked for it: there is no request to take again.
      (button !== 'readmit' || !isUnmade) && (button !== 'propose' || mayPropose),
  );
  return mayLink && !isAtTheHour(booking, now) ? withLink(buttons) : buttons;
}

/** By its state, and of a confirmed one by how near it is. */
function buttonsOf(booking: Booking, { now, isWished, isOffered, isHit }: Shown): readonly BookingButton[] {
  const phase = phaseOf(booking, now);
  if (booking.state !== 'confirmed') return buttonsIn[booking.state];
  if (isAtTheHour(booking, now)) return buttonsAtTheHour(phase === 'overdue' || phase === 'over');
  if (isOffered) return buttonsOffered;
  if (isWished) return buttonsWished;
  return isHit ? buttonsHit : buttonsIn.confirmed;
}

function isAtTheHour(booking: Booking, now: Date): boolean {
  const phase = phaseOf(booking, now);
  return booking.state === 'confirmed' && (isContactWindow(phase) || phase === 'over');
}
