// Where a booking comes from, and how its person hears of it, as staff see it on its card.
import type { BookingCard } from '../../messages/facts-staff.ts';
import type { NamedBooking } from '../../records/booking-lists.ts';
import { isToldByStaff } from '../../records/numbers-by.ts';
import { untoldNumbers } from '../../records/untold-numbers.ts';
import { numbersOfBooking } from '../../records/zoom-numbers.ts';
import type { Turn } from '../turn.ts';

export async function originOf(
  booking: NamedBooking,
  { tx, sealer }: Pick<Turn, 'tx' | 'sealer'>,
  lead: BookingCard['lead'],
): Promise<BookingCard['origin']> {
  const { id, source, overrideReason, numbersBy, state, person } = booking;
  const isDecidedNow = lead?.startsWith('decided') === true && state === 'confirmed';
  return {
    ...{ source, overrideReason, numbersBy },
    hasLine: person.chatId !== null,
    isUntold: (await untoldNumbers(tx, [id])).has(id),
    toTell: isDecidedNow && isToldByStaff(booking) ? numbersOfBooking(sealer, booking) : null,
  };
}
