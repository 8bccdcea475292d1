// A booking as its person is shown it: who must not be called is not asked to call, and who cannot ask for another time here is invited
// to none.
import type { Booking } from '../db/generated/client.ts';
import type { BookingView } from '../messages/facts.ts';
import { bookingView } from '../messages/views.ts';
import { mustNotBeCalled, type PastNotice, pastNotices } from '../records/past-notices.ts';
import { personIsSuspended } from '../records/suspensions.ts';
import type { WayOut } from './notify.ts';
import type { TurnServices } from './turn-services.ts';

/** `past`: where it is known. */
export const viewForPerson = async (
  booking: Booking,
  { tx, now, sealer }: Pick<WayOut, 'tx' | 'now'> & Pick<TurnServices, 'sealer'>,
  past?: readonly PastNotice[],
): Promise<BookingView> => ({
  ...bookingView(booking, sealer),
  noCall: mustNotBeCalled(past ?? (await pastNotices({ tx }, booking.id))),
  isSuspended: await personIsSuspended(tx, booking.personId, now),
});
