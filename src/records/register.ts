// 台帳: all bookings of one month, and who looked at it or took it along.
import { asDateColumn, type Day, firstOfNext, fromDateColumn, startOfDay } from '../core/jst.ts';
import type { Prisma, Tx } from '../db/client.ts';
import { unmade } from './bookings.ts';
import type { CallAuthor } from './call-steps.ts';
import { deleteUnlocked } from './delete-unlocked.ts';
import type { Ask } from './forget.ts';

const withAll = {
  person: { select: { id: true as const, name: true as const, jobNumber: true as const } },
  steps: { orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }], include: { staff: true as const } },
} satisfies Prisma.BookingInclude;
export type RegisterBooking = Prisma.BookingGetPayload<{ include: typeof withAll }>;

/** In their order. `month`: its first day. */
export function bookingsOfMonth(tx: Tx, month: Day): Promise<RegisterBooking[]> {
  return tx.booking.findMany({
    // What staff made and took back at once was nobody's, and is no cancellation.
    where: { startsAt: { gte: startOfDay(month), lt: startOfDay(firstOfNext(month)) }, NOT: unmade },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: withAll,
  });
}

export type RegisterLookName = 'asked' | 'seen' | 'downloaded';

export async function noteRegisterLook(
  tx: Tx,
  { id, month, event }: { id?: string; month: Day; event: RegisterLookName },
  { chatId, staffId, at }: CallAuthor,
): Promise<void> {
  await tx.registerLook.create({
    data: { ...(id !== undefined && { id }), month: asDateColumn(month), event, at, chatId, staffId },
  });
}

/** Which month somebody asked for. Null: that is not known any more. */
export async function monthAsked(tx: Tx, id: string): Promise<Day | null> {
  const look = await tx.registerLook.findUnique({ where: { id } });
  return look && fromDateColumn(look.month);
}

export const sweepRegisterLooks = (ask: Ask, until: Date): Promise<number> =>
  deleteUnlocked(ask, 'RegisterLook', 'id', 'at <= $1', [until]);
