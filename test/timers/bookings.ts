// Bookings on record for the tests of reminders, each somebody's own and each with a counsellor of its own.
import { v7 as uuidv7 } from 'uuid';
import type { Booking, Prisma } from '../../src/db/generated/client.ts';
import type { Database } from '../../src/db/open.ts';
import { numbersForBooking } from '../../src/records/zoom-numbers.ts';

export const numbers = { meetingId: '81234567890', passcode: 'hama2026' };

let people = 0;

/** Confirmed, for that start, unless `changes` say otherwise. */
export async function bookingAt(
  { prisma, sealer }: Pick<Database, 'prisma' | 'sealer'>,
  startsAt: Date,
  changes: Partial<Prisma.BookingUncheckedCreateInput> = {},
): Promise<Booking & { chatId: string }> {
  people += 1;
  const counsellor = people;
  const chatId = `U${counsellor}`;
  const id = uuidv7();
  const person = await prisma.person.create({ data: { chatId, createdAt: startsAt } });
  const booking = await prisma.booking.create({
    data: {
      personId: person.id,
      state: 'confirmed',
      version: 2,
      counsellor,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 45 * 60_000),
      companion: false,
      promisedBy: startsAt,
      createdAt: new Date(startsAt.getTime() - 7 * 86_400_000),
      id,
      ...numbersForBooking(sealer, id, numbers),
      ...changes,
    },
  });
  return { ...booking, chatId };
}
