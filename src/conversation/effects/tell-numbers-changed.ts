// What a person hears when the numbers of a confirmed booking are others now.
import { bookingView } from '../../messages/views.ts';
import { notifyPerson, type Reached, type WayOut } from '../../outbox/notify.ts';
import type { TurnServices } from '../../outbox/turn-services.ts';
import type { BookingOfPerson } from '../../records/bookings.ts';

/** The one way by which it is told, with the numbers that the booking has when this is called. */
export const tellNumbersChanged = (
  way: WayOut & Pick<TurnServices, 'words' | 'sealer' | 'office'>,
  booking: BookingOfPerson,
): Reached =>
  notifyPerson(way, booking, {
    about: 'numbersChanged',
    important: true,
    messages: way.words.numbersChanged(bookingView(booking, way.sealer), way.office),
    dropAfter: booking.endsAt,
  });
