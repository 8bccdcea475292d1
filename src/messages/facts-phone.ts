// What the words for staff need to know of bookings that were made by telephone, and of people without LINE.
import type { Moment, Slot } from '../booking/shown.ts';
import type { BookingSource } from '../db/generated/enums.ts';

/** Where a booking comes from, and how its person hears of it. */
export type BookingOrigin = {
  source: BookingSource;
  hasLine: boolean;
  /** Why it was taken although it was too late for the chat: a code. */
  overrideReason: string | null;
  /** How a person without LINE gets the meeting's numbers: a code; null: by telephone, later. */
  numbersBy: string | null;
  /** The numbers wait among the calls. */
  isUntold: boolean;
  /** To be told while the person is on the telephone, or on マイページ: with the decision that brought them, and not later. */
  toTell: { meetingId: string; passcode: string } | null;
};

/** A free time that can be held or booked with one press. `at`: epoch ms. */
export type FreeTime = { day: string; time: string; at: number };

/** `isLate`: for the day it is too late in the chat, so that the page asks for a reason. `page`: the one behind these. */
export type FreeTimes = { times: readonly FreeTime[]; next: number | null; isLate: boolean };

/** A slot that is held while somebody is on the telephone. */
export type HeldSlot = { hold: string; slot: Slot; until: Moment; link: string };
