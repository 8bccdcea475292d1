// A booking as its person is shown it: who cannot ask for another time here is not invited to.
import type { Booking } from '../db/generated/client.ts';
import type { BookingView } from '../messages/facts.ts';
import { bookingView } from '../messages/views.ts';
import { personIsSuspended } from '../records/suspensions.ts';
import type { WayOut } from './notify.ts';
import type { TurnServices } from './turn-services.ts';

export const viewForPerson = async (
  booking: Booking,
  { tx, now, sealer }: Pick<WayOut, 'tx' | 'now'> & Pick<TurnServices, 'sealer'>,
): Promise<BookingView> => ({
  ...bookingView(booking, sealer),
  isSuspended: await personIsSuspended(tx, booking.personId, now),
});
