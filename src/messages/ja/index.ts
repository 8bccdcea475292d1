// All that people read, in Japanese.
import type { Words } from '../words.ts';
import { inContactWindow } from './at-the-hour.ts';
import * as confirmed from './booking-confirmed.ts';
import * as ended from './booking-ended.ts';
import * as booking from './booking-messages.ts';
import { bookingPage } from './booking-page.ts';
import { bookingShown, thanksForComing } from './booking-shown.ts';
import { calendarPage, calendarReplies } from './calendar-page.ts';
import { callPage } from './call-page.ts';
import { contactPage } from './contact-page.ts';
import { inNeedTold } from './crisis.ts';
import { dayAhead } from './day-ahead.ts';
import * as deletion from './deletion.ts';
import { labels } from './labels.ts';
import * as linking from './linking.ts';
import * as moveWish from './move-wish.ts';
import * as offer from './offer.ts';
import * as onTheDay from './on-the-day.ts';
import { ofOpinions } from './opinion.ts';
import { privacyNotice } from './privacy.ts';
import { prompts } from './prompts.ts';
import { registerPage, registerReplies } from './register-page.ts';
import { remarks } from './remarks.ts';
import { richMenu } from './rich-menu.ts';
import * as atTheHour from './staff-at-the-hour.ts';
import * as calls from './staff-calls.ts';
import * as chats from './staff-chats.ts';
import * as closures from './staff-closures.ts';
import * as closuresRefused from './staff-closures-refused.ts';
import { commandReplies } from './staff-commands.ts';
import * as staffCorrect from './staff-correct.ts';
import * as counsellors from './staff-counsellors.ts';
import * as decisions from './staff-decisions.ts';
import * as staffHelp from './staff-help.ts';
import { helping } from './staff-helping.ts';
import { linkCode } from './staff-link.ts';
import * as bookingLists from './staff-lists.ts';
import { morning } from './staff-morning.ts';
import * as staffMove from './staff-move.ts';
import { nextRefused, nextRooms, nextTimes } from './staff-next.ts';
import * as news from './staff-notices.ts';
import * as staffNumbers from './staff-numbers.ts';
import * as staffOffer from './staff-offer.ts';
import * as staffOffers from './staff-offers.ts';
import * as outcomes from './staff-outcomes.ts';
import * as people from './staff-people.ts';
import * as phone from './staff-phone.ts';
import * as requests from './staff-requests.ts';
import * as rooms from './staff-rooms.ts';
import * as setup from './staff-setup.ts';
import * as suspension from './staff-suspension.ts';
import { unrecordedList } from './staff-unrecorded.ts';
import { waitingNews } from './staff-waiting.ts';
import { meetingInUse, whichRoom } from './staff-which-room.ts';
import * as takenBack from './taken-back.ts';

export const ja: Words = {
  labels,
  richMenu,
  contactPage,
  calendarPage,
  ...calendarReplies,
  callPage,
  registerPage,
  bookingPage,
  prompts,
  remarks,

  receipt: booking.receipt,
  readmitted: booking.readmitted,
  answerLate: booking.answerLate,
  detailUnchanged: booking.detailUnchanged,
  alreadyReceived: booking.alreadyReceived,
  timeNotAskedFor: booking.timeNotAskedFor,
  withdrawn: booking.withdrawn,
  noBooking: booking.noBooking,
  callInstead: booking.callInstead,
  restarted: booking.restarted,
  apology: booking.apology,
  perhapsAgain: booking.perhapsAgain,
  bookingShown,
  dayAhead,
  inNeedTold,
  thanksForComing,
  ...ofOpinions,
  confirmed: confirmed.confirmed,
  numbersChanged: confirmed.numbersChanged,
  earlyReminderSet: confirmed.earlyReminderSet,
  reminderDaysBefore: confirmed.reminderDaysBefore,
  reminderDayBefore: confirmed.reminderDayBefore,
  reminderSoon: confirmed.reminderSoon,
  declined: ended.declined,
  moved: confirmed.moved,
  cancelled: ended.cancelled,
  expired: ended.expired,
  troubleTold: ended.troubleTold,
  noNextYet: ended.noNextYet,
  troubleNotYet: ended.troubleNotYet,
  lateNotYet: ended.lateNotYet,
  lateKept: ended.lateKept,
  callWishTold: onTheDay.callWishTold,
  troubleWithoutBooking: ended.troubleWithoutBooking,
  toldAlready: ended.toldAlready,
  nobodyHears: ended.nobodyHears,
  absenceTold: ended.absenceTold,
  inContactWindow,
  phoneBusy: onTheDay.phoneBusy,
  lateOffered: onTheDay.lateOffered,
  lateTold: onTheDay.lateTold,
  absenceOffered: onTheDay.absenceOffered,
  comingTold: onTheDay.comingTold,
  comingExpected: onTheDay.comingExpected,
  comingAfterEnding: onTheDay.comingAfterEnding,
  ofCallsTold: onTheDay.ofCallsTold,
  numbersAgain: onTheDay.numbersAgain,

  contactLink: requests.contactLink,
  contactOver: requests.contactOver,
  contactWithoutPage: requests.contactWithoutPage,
  alreadyDecided: outcomes.alreadyDecided,
  requestMoved: outcomes.requestMoved,
  requestUnknown: outcomes.requestUnknown,
  receiptUnknown: outcomes.receiptUnknown,
  privacyNotice,
  ...deletion,
  ...takenBack,
  ...linking,
  ...staffNumbers,
  ...bookingLists,
  unrecordedList,
  ...calls,
  ...closures,
  ...closuresRefused,
  ...news,
  ...chats,
  ...setup,
  ...decisions,
  ...staffMove,
  ...moveWish,
  offered: offer.offered,
  offerRecalled: offer.offerRecalled,
  offerLapsed: offer.offerLapsed,
  offerTaken: offer.offerTaken,
  offerGone: offer.offerGone,
  offerRefused: offer.offerRefused,
  offerOver: offer.offerOver,
  ...staffOffer,
  ...staffOffers,
  ...rooms,
  whichRoom,
  meetingInUse,
  ...staffCorrect,
  ...staffHelp,
  ...people,
  ...suspension,
  ...registerReplies,
  ...counsellors,
  ...atTheHour,
  waitingNews,
  helping,
  morning,
  timesToHold: phone.timesToHold,
  slotHeld: phone.slotHeld,
  slotNotHeld: phone.slotNotHeld,
  holdDropped: phone.holdDropped,
  phoneLineUnclear: phone.phoneLineUnclear,
  phoneWithoutPage: phone.phoneWithoutPage,
  linkCode,
  nextTimes,
  nextRefused,
  nextRooms,
  ...commandReplies,
};
