// In which room a consultation is: the choice as staff are shown it, and what stands against one of them.

import { moment, receiptOf, slotOf } from '../../booking/shown.ts';
import { suspensionShown } from '../../booking/suspension.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { RoomChoice, RoomUse } from '../../messages/facts-rooms.ts';
import type { Whose } from '../../messages/facts-staff.ts';
import { type NamedBooking, namedBooking } from '../../records/booking-lists.ts';
import { personMustNotBeCalled } from '../../records/past-notices.ts';
import { openName, readDetails } from '../../records/personal-data.ts';
import { type MeetingUse, neighboursOf, type Timed, useOf } from '../../records/room-use.ts';
import { sameNumbersAs, type ZoomNumbers } from '../../records/zoom-numbers.ts';
import { holdRooms, roomsWithNumbers } from '../../records/zoom-rooms.ts';
import type { Turn } from '../turn.ts';

/** Numbers, and the room that has them. `name` null: a meeting of its own. */
export type PickedMeeting = { numbers: ZoomNumbers; roomId: string | null; name: string | null };

/** Typed numbers whose meeting ID is a room's are that room: nobody changes it meanwhile. Its passcode may be another one. */
export async function meetingWith(
  { tx, sealer }: Pick<Turn, 'tx' | 'sealer'>,
  numbers: ZoomNumbers,
): Promise<PickedMeeting & { isOtherPasscode: boolean }> {
  const room = (await holdRooms(tx, sealer)).find((one) => one.numbers.meetingId === numbers.meetingId);
  const isOtherPasscode = room !== undefined && !sameNumbersAs(room.numbers, numbers);
  return { numbers, roomId: room?.id ?? null, name: room?.name ?? null, isOtherPasscode };
}

export async function useOfMeeting(
  { tx, sealer }: Pick<Turn, 'tx' | 'sealer'>,
  booking: Timed,
  { roomId, numbers: { meetingId } }: PickedMeeting,
): Promise<MeetingUse> {
  return useOf(sealer, booking, { roomId, meetingId }, await neighboursOf(tx, booking));
}

/** Says who is there at that time, if anybody is. Names stand on cards alone, so this one has the receipt number. */
export function refuseIfInUse(turn: Turn, { inUse }: MeetingUse, room: string | null): boolean {
  if (inUse === null) return false;
  turn.reply(...turn.words.meetingInUse({ room, receipt: receiptOf(inUse), slot: slotOf(inUse) }));
  return true;
}

/** All rooms as they are used at that time. */
export async function roomChoices(
  { tx, sealer }: Pick<Turn, 'tx' | 'sealer'>,
  booking: Timed,
): Promise<RoomChoice[]> {
  const neighbours = await neighboursOf(tx, booking);
  return (await roomsWithNumbers(tx, sealer)).map(({ id, name, numbers: { meetingId } }) => {
    const { inUse, beside } = useOf(sealer, booking, { roomId: id, meetingId }, neighbours);
    const shown = (one: NamedBooking | null): RoomUse | null =>
      one && { time: moment(one.startsAt).time, name: openName(sealer, one.person) };
    return { id, name, inUse: shown(inUse), beside: shown(beside) };
  });
}

export async function nameOf({ tx, sealer }: Turn, { personId }: Booking): Promise<string | null> {
  return (await readDetails(tx, sealer, personId)).name ?? null;
}

/** Whose it is, and how that person will hear of what is decided. */
export async function whoseIs(
  { tx, sealer, now }: Turn,
  { id }: Booking,
): Promise<Pick<Whose, 'name' | 'reach' | 'noCall' | 'suspended'>> {
  const person = (await namedBooking(tx, id))?.person;
  if (person == null) return { name: null, reach: 'line', noCall: false };
  const name = openName(sealer, person);
  const suspended = suspensionShown(person, now);
  if (person.chatId !== null && person.blockedAt === null)
    return { name, reach: 'line', noCall: false, suspended };
  const reach = person.chatId === null ? 'noLine' : 'blocked';
  return { name, reach, noCall: await personMustNotBeCalled(tx, person.id), suspended };
}
