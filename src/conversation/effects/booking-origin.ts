// Where a booking comes from, and how its person hears of it, as staff see it on its card.
import type { BookingCard } from '../../messages/facts-staff.ts';
import type { NamedBooking } from '../../records/booking-lists.ts';
import { isToldByStaff } from '../../records/numbers-by.ts';
import { untoldNumbers } from '../../records/untold-numbers.ts';
import { numbersOfBooking } from '../../records/zoom-numbers.ts';
import type { Turn } from '../turn.ts';

/** `tells`: the step that is told with what this card says. */
export async function originOf(
  booking: NamedBooking,
  { tx, sealer }: Pick<Turn, 'tx' | 'sealer'>,
  tells: string | undefined,
): Promise<BookingCard['origin']> {
  const { id, source, overrideReason, numbersBy, state, person } = booking;
  // Of anything but a confirmation its person hears in a call.
  const isConfirmedNow = tells === 'confirm' && state === 'confirmed';
  return {
    ...{ source, overrideReason, numbersBy },
    hasLine: person.chatId !== null,
    isUntold: (await untoldNumbers(tx, [id])).has(id),
    toTell: isConfirmedNow && isToldByStaff(booking) ? numbersOfBooking(sealer, booking) : null,
  };
}
