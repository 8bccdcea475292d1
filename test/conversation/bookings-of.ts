// Bookings for tests, put on record without the form: hers, with details and numbers, so many minutes from now.
import { addMinutes } from 'date-fns';
import { v7 as uuidv7 } from 'uuid';
import type { Prisma } from '../../src/db/client.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { shownText } from '../../src/messages/shown-text.ts';
import { takeWaitingNews } from '../../src/outbox/waiting-news.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { numbersForBooking } from '../../src/records/zoom-numbers.ts';
import { type Counter, textOf, type Visitor } from './counter.ts';

let counsellors = 0;

export async function putBooking(
  { prisma, clock, database }: Counter,
  { chatId }: Visitor,
  minutes: number,
  changes: Partial<Prisma.BookingUncheckedCreateInput> = {},
) {
  counsellors += 1;
  const now = clock.now();
  const startsAt = addMinutes(now, minutes);
  const { id: personId } = await prisma.person.findUniqueOrThrow({ where: { chatId } });
  const details = { name: '浜名 花子', jobNumber: '22020-1234567', phone: '09012345678' };
  await prisma.$transaction((tx) => recordDetails(tx, database.sealer, personId, details));
  const id = uuidv7();
  return prisma.booking.create({
    data: {
      id,
      personId,
      state: 'confirmed',
      version: 2,
      counsellor: counsellors,
      startsAt,
      endsAt: addMinutes(startsAt, 45),
      companion: false,
      promisedBy: now,
      createdAt: now,
      ...numbersForBooking(database.sealer, id, { meetingId: '81234567890', passcode: 'hama2026' }),
      ...changes,
    },
  });
}

/** What she told about it, in order. */
export const stepsOf = async ({ prisma }: Counter, bookingId: string): Promise<string[]> =>
  (await prisma.bookingStep.findMany({ where: { bookingId }, orderBy: { at: 'asc' } })).map(
    ({ event }) => event,
  );

/** Each call answers with what the admin chat was told since the last, and with what waited there for its next word. */
export function listenTo(counter: () => Counter, chatId: string) {
  let read = 0;
  return async (): Promise<string> => {
    const fresh = await counter().sentTo(chatId, read);
    read += fresh.length;
    const { prisma, clock, database } = counter();
    const waited = await prisma.$transaction((tx) =>
      takeWaitingNews({ tx, chatId, now: clock.now(), sealer: database.sealer, words: ja }),
    );
    return [textOf(fresh), shownText(waited)].filter(Boolean).join('\n');
  };
}
