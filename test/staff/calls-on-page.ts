// A call with all that its page shows, and the address of that page.
import { addDays } from 'date-fns';
import type { Prisma } from '../../src/db/client.ts';
import type { Database } from '../../src/db/open.ts';
import { makePageLink } from '../../src/records/page-links.ts';
import { recordDetails } from '../../src/records/personal-data.ts';
import { bookingAt } from '../timers/bookings.ts';

export const details = { name: '浜名 はなこ', jobNumber: '22020-1234567', phone: '09012345678' };
export const staffChat = 'C1';

let asked = 0;

type Changes = {
  call?: Partial<Prisma.CallUncheckedCreateInput>;
  booking?: Partial<Prisma.BookingUncheckedCreateInput>;
  name?: string;
  staffId?: string | null;
};

export async function callOnPage(database: Database, { call, booking, name, staffId = null }: Changes = {}) {
  const { prisma, sealer, clock } = database;
  const at = clock.now();
  const { id: bookingId, personId } = await bookingAt(database, addDays(at, 3), booking);
  await prisma.$transaction((tx) =>
    recordDetails(tx, sealer, personId, { ...details, ...(name !== undefined && { name }) }),
  );
  const { id } = await prisma.call.create({
    data: {
      ...{ personId, bookingId, about: 'confirmed', reason: 'quota', createdAt: at, dueAt: at },
      ...call,
    },
  });
  /** One more address of it, such as a colleague's. */
  const address = async (by: string | null = staffId): Promise<string> => {
    asked += 1;
    const token = `call-${asked}`.padEnd(43, '_');
    const author = { chatId: staffChat, staffId: by, at: clock.now() };
    const link = { purpose: 'call', subject: id, by: author } as const;
    return prisma.$transaction((tx) => makePageLink(tx, sealer, token, link));
  };
  return {
    ...{ id, bookingId, personId, address },
    path: await address(),
    row: () => prisma.call.findUniqueOrThrow({ where: { id } }),
    steps: async () =>
      (await prisma.callStep.findMany({ where: { callId: id }, orderBy: { id: 'asc' } })).map(
        ({ event, staffId: who }) => (who === null ? event : `${event} by ${who}`),
      ),
    history: async () =>
      (await prisma.bookingStep.findMany({ where: { bookingId }, orderBy: { id: 'asc' } })).map(
        ({ event }) => event,
      ),
  };
}
