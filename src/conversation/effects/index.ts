// Every effect of the flows and what does it. A missing one is a compiler error.
import type { Effect, EffectName } from '../../../flows/vocabulary.ts';
import * as admin from './admin.ts';
import * as booking from './booking.ts';
import * as bookingLists from './booking-lists.ts';
import * as calendarEntry from './calendar-entry.ts';
import * as calls from './calls.ts';
import * as cancel from './cancel.ts';
import * as chats from './chats.ts';
import * as closures from './closures.ts';
import * as closuresLifted from './closures-lifted.ts';
import * as contact from './contact.ts';
import * as correctNumbers from './correct-numbers.ts';
import * as counsellors from './counsellors.ts';
import * as deletion from './deletion.ts';
import * as details from './details.ts';
import * as earlyReminder from './early-reminder.ts';
import type { Handler } from './handler.ts';
import * as helping from './helping.ts';
import * as linkCode from './link-code.ts';
import * as move from './move.ts';
import * as nextBooking from './next-booking.ts';
import * as numbers from './numbers.ts';
import * as offer from './offer.ts';
import * as offerAll from './offer-all.ts';
import * as offerChoose from './offer-choose.ts';
import * as offerRecalled from './offer-recalled.ts';
import * as offerTaken from './offer-taken.ts';
import * as onTheDay from './on-the-day.ts';
import * as opinion from './opinion.ts';
import * as outcomes from './outcomes.ts';
import * as people from './people.ts';
import * as phoneBooking from './phone-booking.ts';
import * as register from './register.ts';
import * as request from './request.ts';
import * as rooms from './rooms.ts';
import * as slot from './slot.ts';
import * as staff from './staff.ts';
import * as suspension from './suspension.ts';
import * as thanks from './thanks.ts';
import * as undo from './undo.ts';
import * as wish from './wish.ts';

/** The engine itself says remarks and begins flows; all else happens here. */
export type HandledEffect = Exclude<Effect, { type: 'remark' | 'begin' }>;
type Handlers = { [T in Exclude<EffectName, 'remark' | 'begin'>]: Handler<T> };

/** A handler is exported under its effect's name, by whichever of these files it belongs to. */
export const handlers: Handlers = {
  ...admin,
  ...booking,
  ...calendarEntry,
  ...calls,
  ...cancel,
  ...chats,
  ...closures,
  ...closuresLifted,
  ...contact,
  ...correctNumbers,
  askCounsellor: counsellors.askCounsellor,
  changeCounsellor: counsellors.changeCounsellor,
  ...deletion,
  ...earlyReminder,
  ...bookingLists,
  ...details,
  dropDraft: details.dropTyped,
  ...helping,
  ...numbers,
  askDayToMove: move.askDayToMove,
  askTimeToMove: move.askTimeToMove,
  checkMove: move.checkMove,
  moveBooking: move.moveBooking,
  moveIntoRoom: move.moveIntoRoom,
  checkLateMove: move.checkLateMove,
  moveLate: move.moveLate,
  moveLateIntoRoom: move.moveLateIntoRoom,
  askOffer: offer.askOffer,
  makeOffer: offer.makeOffer,
  ...offerAll,
  ...offerChoose,
  recallOffer: offerRecalled.recallOffer,
  ...offerTaken,
  ...onTheDay,
  ...opinion,
  ...outcomes,
  ...people,
  ...register,
  ...linkCode,
  ...nextBooking,
  ...phoneBooking,
  ...request,
  ...rooms,
  ...slot,
  ...staff,
  ...suspension,
  ...thanks,
  ...undo,
  checkCanWish: wish.checkCanWish,
  grantWish: wish.grantWish,
  keepAsItIs: wish.keepAsItIs,
};
