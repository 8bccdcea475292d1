// An office with rooms, for tests: two clerks in one group, requests and confirmed bookings at times that are given in minutes.
import { addSeconds } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import { receiptOf } from '../../src/booking/shown.ts';
import type { Prisma } from '../../src/db/client.ts';
import { markOf } from '../../src/records/numbers-draft.ts';
import { meetingColumns, type ZoomNumbers } from '../../src/records/zoom-numbers.ts';
import { putRoom } from '../../src/records/zoom-rooms.ts';
import { putBooking } from './bookings-of.ts';
import type { Counter } from './counter.ts';

/** A day ahead: nothing of today's is in the way. */
export const tomorrow = 24 * 60;

export const numbersOf = {
  A: { meetingId: '81234567890', passcode: 'hama2026' },
  B: { meetingId: '82234567890', passcode: 'mama2026' },
};

export type RoomOffice = ReturnType<typeof roomOffice>;

export function roomOffice(counter: Counter) {
  const { prisma, clock, database } = counter;
  let people = 0;

  const put = async (minutes: number, changes: Partial<Prisma.BookingUncheckedCreateInput>) => {
    people += 1;
    const person = counter.visitor(`U-room-${people}`);
    await person.follows();
    const { id, ...booking } = await putBooking(counter, person, minutes, changes);
    const now = () => prisma.booking.findUniqueOrThrow({ where: { id } });
    return { id, person, receipt: receiptOf(booking), startsAt: booking.startsAt, now };
  };

  return {
    first: counter.visitor('C1', 'group', 'U-clerk-1'),
    second: counter.visitor('C1', 'group', 'U-clerk-2'),
    enrol: () => prisma.adminChat.create({ data: { chatId: 'C1', enrolledAt: clock.now() } }),
    /** The same button is answered again. */
    later: () => clock.moveTo(addSeconds(clock.now(), 11)),
    async room(name: string, numbers = numbersOf.A): Promise<string> {
      const room = { name, numbers, newId: uuidv7() };
      return (await prisma.$transaction((tx) => putRoom(tx, database.sealer, room, clock.now()))).id;
    },
    /** Of the person's next `minutes`; without numbers yet. */
    request: (minutes: number) =>
      put(minutes, { state: 'requested', zoomMeetingId: null, zoomPasscode: null }),
    async confirmed(minutes: number, roomId: string | null, numbers = numbersOf.A) {
      const id = uuidv7();
      return put(minutes, { id, ...meetingColumns(database.sealer, id, numbers, roomId) });
    },
    /** The button under these numbers, on the card of this request. */
    async tapOfNumbers(
      { id, now }: Pick<Awaited<ReturnType<typeof put>>, 'id' | 'now'>,
      numbers: ZoomNumbers,
      event = 'numbers.confirmed',
    ): Promise<Record<string, string>> {
      const { version } = await now();
      return { event, booking: id, version: String(version), numbers: markOf(database.sealer, numbers) };
    },
    /** Nothing is left of rooms and bookings. */
    async clear(): Promise<void> {
      for (const table of [
        'NumbersDraft',
        'Undo',
        'MoveWish',
        'Offer',
        'BookingStep',
        'ReminderSent',
        'Undelivered',
        'Booking',
        'ZoomRoom',
      ])
        await prisma.$executeRawUnsafe(`DELETE FROM "${table}"`);
    },
  };
}
