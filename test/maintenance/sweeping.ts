// What tests about the sweep begin with: days that all differ, and bookings and chats of so many days ago.
import { addMinutes, subDays } from 'date-fns';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { BookingState } from '../../src/db/generated/client.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { sweep } from '../../src/records/sweep.ts';
import { openTestDatabase } from '../helpers/database.ts';
import { bookingAt } from '../timers/bookings.ts';

export let database: Awaited<ReturnType<typeof openTestDatabase>>;

/** For a file of tests: opens the database before them, emptied for each. */
export function openSwept(): void {
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(() =>
    database.prisma.$executeRawUnsafe(
      'TRUNCATE "Person", "PageLink", "Undelivered", "StaffMember", "EnrolmentCode", "Conversation", "AdminChat" CASCADE',
    ),
  );
}

export const now = new Date('2027-06-01T03:00:00Z');
/** All different, so that one taken for another would be seen. */
export const retention = {
  draftHours: 24,
  zoomNumbersDays: 2,
  personWithoutBookingDays: 10,
  finishedBookingDays: 90,
  historyDays: 40,
  undeliveredDays: 20,
  codeDays: 5,
};
export const run = (at = now) => sweep(database.prisma, retention, at);

/** With name, numbers, a step and a reminder, as it stands that many days after its day. */
export async function bookingBefore(days: number, state: BookingState, whose?: string) {
  const { prisma, sealer } = database;
  const startsAt = subDays(addMinutes(now, -60), days);
  const booking = await bookingAt(database, startsAt, { state, ...(whose && { personId: whose }) });
  await prisma.$transaction((tx) =>
    recordDetails(tx, sealer, booking.personId, { name: '浜名 花子', jobNumber: null, phone: '09012345678' }),
  );
  await prisma.bookingStep.create({
    data: { bookingId: booking.id, at: startsAt, event: 'finish', to: state, actor: 'system' },
  });
  await prisma.reminderSent.create({
    data: { bookingId: booking.id, kind: 'soon', startsAt, sentAt: startsAt },
  });
  return booking;
}
/** When somebody last said something. */
export const heard = (chatId: string, at: Date) =>
  database.prisma.conversation.create({
    data: {
      id: chatId,
      chatId,
      flow: 'home',
      version: '1',
      value: 'menu',
      context: {},
      step: 1,
      misses: 0,
      heardAt: at,
      updatedAt: at,
    },
  });
export const reload = (id: string) =>
  database.prisma.booking.findUniqueOrThrow({
    where: { id },
    include: { person: true, steps: true, reminders: true },
  });
