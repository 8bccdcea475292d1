// How somebody without LINE gets a meeting's numbers (Booking.numbersBy).
import type { Booking } from '../db/generated/client.ts';

type Way = Pick<Booking, 'numbersBy'> & { person: { chatId: string | null } };

/** Staff tell them when they confirm, on the telephone or on マイページ: nobody has to be called about it. */
export const isToldByStaff = ({ numbersBy, person: { chatId } }: Way): boolean =>
  chatId === null && (numbersBy === 'aloud' || numbersBy === 'myPage');
