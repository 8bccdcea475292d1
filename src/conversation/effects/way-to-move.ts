// What somebody is told who writes of another time of a consultation that is agreed on: by the button on its card, where that is there.
import { contactWindowBegins } from '../../booking/consultation-phase.ts';
import type { Booking } from '../../db/generated/client.ts';
import type { Unchanged } from '../../messages/facts.ts';
import { mustNotBeCalled, pastNotices } from '../../records/past-notices.ts';
import type { Turn } from '../turn.ts';
import { isSuspended } from './request.ts';

/** As `wishable` decides once it is pressed. */
export async function wayToMove(booking: Booking, turn: Turn): Promise<Unchanged> {
  if (turn.now < contactWindowBegins(booking) && !(await isSuspended(turn))) return 'agreed';
  return withoutButton(booking, turn);
}

/** Of a request that waits for staff. */
export const wayToRechoose = async (booking: Booking, turn: Turn): Promise<Unchanged> =>
  (await isSuspended(turn)) ? withoutButton(booking, turn) : 'date';

const withoutButton = async (booking: Booking, turn: Turn): Promise<Unchanged> =>
  mustNotBeCalled(await pastNotices(turn, booking.id)) ? 'agreedInLine' : 'agreedByPhone';
