// What is said to staff of bookings by telephone, of codes for LINE and of the next booking.

import type { Moment, Slot } from '../booking/shown.ts';
import type { CannotBook } from '../booking/staff-times.ts';
import type { FreeTimes, HeldSlot } from './facts-phone.ts';
import type { RoomChoice } from './facts-rooms.ts';
import type { Notice, Whose } from './facts-staff.ts';
import type { Message } from './message.ts';

type Say<Facts extends readonly unknown[]> = (...facts: Facts) => Message[];

export interface PhoneWords {
  readonly timesToHold: Say<[free: FreeTimes & { from: string }]>;
  readonly slotHeld: Say<[held: HeldSlot & { isLate: boolean }]>;
  readonly slotNotHeld: Say<[because: CannotBook | 'taken', slot: Pick<Slot, 'day' | 'time'>]>;
  readonly holdDropped: Say<[wasThere: boolean]>;
  readonly phoneLineUnclear: Say<[]>;
  readonly phoneWithoutPage: Say<[]>;
  readonly linkCode: Say<[code: string, until: Moment, whose: Notice & { name: string | null }]>;
  readonly nextTimes: Say<[whose: Whose & { isInstead: boolean }, free: FreeTimes]>;
  readonly nextRefused: Say<[because: CannotBook | 'taken' | 'openBooking' | 'noRoom']>;
  readonly nextRooms: Say<[whose: Whose, wanted: Slot & { at: number }, rooms: readonly RoomChoice[]]>;
}
