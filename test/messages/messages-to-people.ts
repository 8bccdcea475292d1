// What is written to a person about a booking, once each, with invented people.
import { cancelReasons, declineReasons, fields, intents, opinions } from '../../flows/vocabulary.ts';
import { personNotices } from '../../src/booking/person-notices.ts';
import { shownByState } from '../../src/messages/ja/booking-shown.ts';
import { ja } from '../../src/messages/ja/index.ts';
import { moment, office, slot, view } from './invented.ts';
import { toPeopleAboutOffers } from './messages-about-offers.ts';
import type { Named } from './messages-to-staff.ts';

const twoThings = [
  ['noPhone', 'trouble'],
  ['late', 'numbers'],
  ['trouble', 'newPhone'],
  ['noPhone', 'absenceWritten'],
  ['absenceWritten', 'callMe'],
  ['inside', 'late'],
] as const;
const hours = ['ahead', 'today', 'soon', 'begun', 'overdue', 'over'] as const;
const absences = [
  { ill: false, isTold: false, told: null, opensAt: null },
  { ill: true, isTold: false, told: null, opensAt: moment },
  { ill: true, isTold: false, told: 'now', opensAt: null },
  { ill: true, isTold: true, told: 'before', opensAt: moment },
] as const;

const suspended = (state: string) => ({ ...view(state), isSuspended: true });

/** To who cannot ask for a consultation here. */
export const toSuspended: readonly Named[] = [
  ['noBooking, suspended', ja.noBooking(office, true)],
  ['thanksForComing, suspended', ja.thanksForComing(office, true)],
  [
    'thanksForComing, suspended, with a next one',
    ja.thanksForComing(office, true, { state: 'confirmed', slot: view('confirmed').slot }),
  ],
  ['reminderDaysBefore, suspended', ja.reminderDaysBefore(suspended('confirmed'), office, '2026-11-28')],
  ['reminderDayBefore, suspended', ja.reminderDayBefore(suspended('confirmed'), office, '2026-11-30')],
  ['reminderSoon, suspended', ja.reminderSoon(suspended('confirmed'), office)],
  ['expired, suspended', ja.expired(suspended('expired'), office)],
  ...[...Object.keys(shownByState), 'somethingNew'].map(
    (state): Named => [`bookingShown ${state}, suspended`, ja.bookingShown(suspended(state), office)],
  ),
  ...[...declineReasons, null].map(
    (reason): Named => [`declined ${reason}, suspended`, ja.declined(suspended('declined'), reason, office)],
  ),
  ...[...cancelReasons, null].map(
    (reason): Named => [
      `cancelled ${reason}, suspended`,
      ja.cancelled(suspended('cancelled'), reason, office),
    ],
  ),
];

export const toPeople: readonly Named[] = [
  ...toPeopleAboutOffers,
  ['receipt', ja.receipt(view('requested'), null, office)],
  ['receipt, closed', ja.receipt(view('requested'), moment, office)],
  ['receipt, moved', ja.receipt(view('requested'), null, office, true)],
  ['receipt, unseen', ja.receipt(view('requested'), null, office, false, true)],
  ['answerLate', ja.answerLate(view('requested'), office)],
  ['timeNotAskedFor', ja.timeNotAskedFor()],
  ['linkedAlready', ja.linkedAlready()],
  ['linkedElsewhere', ja.linkedElsewhere(office)],
  ['alreadyReceived', ja.alreadyReceived(view('requested'), office)],
  ['withdrawn', ja.withdrawn(view('withdrawn'), office)],
  ['noBooking', ja.noBooking(office)],
  ...toSuspended,
  ['callInstead', ja.callInstead(office)],
  ['linked', ja.linked()],
  ['linkWrong', ja.linkWrong(office)],
  ['linkUnclear', ja.linkUnclear()],
  ['linkStopped', ja.linkStopped(office)],
  ['linkNotJoined', ja.linkNotJoined(office)],
  ['detailUnchanged agreed', ja.detailUnchanged('agreed', office)],
  ...fields.map((field): Named => [`detailUnchanged ${field}`, ja.detailUnchanged(field, office)]),
  ['inNeedTold', ja.inNeedTold()],
  ['thanksForComing', ja.thanksForComing(office)],
  ...['confirmed', 'requested', 'proposed'].map(
    (state): Named => [
      `thanksForComing, next ${state}`,
      ja.thanksForComing(office, false, { state, slot: view(state).slot }),
    ],
  ),
  ...[true, false].flatMap((isSuspended) =>
    [null, slot].map(
      (next): Named => [
        `howItWas ${isSuspended} ${next !== null}`,
        ja.howItWas({ id: view('done').id, slot, next, isSuspended }),
      ],
    ),
  ),
  ...opinions.map((opinion): Named => [`opinionKept ${opinion}`, ja.opinionKept(opinion, office)]),
  ['opinionUnknown', ja.opinionUnknown()],
  ...intents.map((intent): Named => [`dayAhead ${intent}`, ja.dayAhead(intent, office)]),
  ...(['nothing', 'open', 'over'] as const).flatMap((onRecord): Named[] => [
    [`deletionAsked ${onRecord}`, ja.deletionAsked(office, onRecord, null)],
    [`deletionAsked ${onRecord}, closed`, ja.deletionAsked(office, onRecord, moment)],
  ]),
  ['deletionAskedAlready', ja.deletionAskedAlready(office)],
  ['deletionByPhone', ja.deletionByPhone(office)],
  ['privacyNotice', ja.privacyNotice(office)],
  ['restarted', ja.restarted(office)],
  ['takenBack', ja.takenBack(['name', 'jobNumber', 'phone'])],
  ...[true, false].map((isKept): Named => [`corrected ${isKept}`, ja.corrected('jobNumber', isKept)]),
  ['restarted, half filled in', ja.restarted(office, true)],
  ['apology', ja.apology(office)],
  ['callWishTold', ja.callWishTold(office)],
  ['perhapsAgain', ja.perhapsAgain()],
  ...[...Object.keys(shownByState), 'somethingNew'].map(
    (state): Named => [`bookingShown ${state}`, ja.bookingShown(view(state), office)],
  ),
  ['bookingShown confirmed, no numbers', ja.bookingShown({ ...view('confirmed'), zoom: null }, office)],
  ['confirmed', ja.confirmed(view('confirmed'), office)],
  ['numbersChanged', ja.numbersChanged(view('confirmed'), office)],
  ['calendarLink', ja.calendarLink(view('confirmed').slot, 'https://counter.example/calendar/x', 60)],
  ['calendarByHand', ja.calendarByHand(view('confirmed').slot)],
  ['reminderDaysBefore', ja.reminderDaysBefore(view('confirmed'), office, '2026-11-28')],
  ['earlyReminderSet, off', ja.earlyReminderSet(false)],
  ['earlyReminderSet, on', ja.earlyReminderSet(true)],
  ['reminderDayBefore', ja.reminderDayBefore(view('confirmed'), office)],
  ['reminderDayBefore, the day before', ja.reminderDayBefore(view('confirmed'), office, '2026-11-30')],
  ['reminderDayBefore, late', ja.reminderDayBefore(view('confirmed'), office, '2026-12-01')],
  ['reminderSoon', ja.reminderSoon(view('confirmed'), office)],
  ...declineReasons.map(
    (reason): Named => [`declined ${reason}`, ja.declined(view('declined'), reason, office)],
  ),
  ['moved', ja.moved(view('confirmed'), office)],
  ...[true, false].map((isUnseen): Named => {
    const wish = { to: view('confirmed').slot, until: moment, isUnseen };
    return [`wishReceived ${isUnseen}`, ja.wishReceived(view('confirmed'), wish, office)];
  }),
  ['wishRefused', ja.wishRefused(view('confirmed'), office)],
  ['wishLapsed', ja.wishLapsed(view('confirmed'), office)],
  ...[...cancelReasons, null].map(
    (reason): Named => [`cancelled ${reason}`, ja.cancelled(view('cancelled'), reason, office)],
  ),
  ['declined, no reason', ja.declined(view('declined'), null, office)],
  ['expired', ja.expired(view('expired'), office)],
  ...['declined', 'cancelled', 'expired', null].map(
    (was): Named => [`readmitted, ${was}`, ja.readmitted(view('requested'), was, office)],
  ),
  ['expired, with times', ja.expired(view('expired'), office, [slot, slot, slot])],
  ['declined, with times', ja.declined(view('declined'), 'timeUnavailable', office, [slot])],
  ['cancelled, with times', ja.cancelled(view('cancelled'), 'counsellor', office, [slot, slot, slot])],
  ['troubleTold', ja.troubleTold(office, null)],
  ['troubleTold, closed', ja.troubleTold(office, moment)],
  ...[false, true].flatMap((noCall): Named[] => [
    [`troubleNotYet, ${noCall}`, ja.troubleNotYet(view('confirmed'), office, noCall)],
    [`lateKept, ${noCall}`, ja.lateKept(view('confirmed'), office, noCall)],
    [`lateNotYet, ${noCall}`, ja.lateNotYet(view('confirmed'), office, noCall)],
  ]),
  ['noNextYet', ja.noNextYet(office)],
  ['toldAlready', ja.toldAlready(office)],
  ['nobodyHears', ja.nobodyHears(office, null)],
  ['nobodyHears, closed', ja.nobodyHears(office, moment)],
  ['troubleWithoutBooking', ja.troubleWithoutBooking(office)],
  ['absenceTold', ja.absenceTold(office, null)],
  ['absenceTold, closed', ja.absenceTold(office, moment)],
  ...hours.flatMap((hour): Named[] => [
    [`bookingShown confirmed, ${hour}`, ja.bookingShown(view('confirmed'), office, { hour, reason: null })],
    [
      `bookingShown confirmed, ${hour}, no numbers`,
      ja.bookingShown({ ...view('confirmed'), zoom: null }, office, { hour, reason: null }),
    ],
    [`bookingShown inProgress, ${hour}`, ja.bookingShown(view('inProgress'), office, { hour, reason: null })],
    [
      `bookingShown confirmed, ${hour}, absent`,
      ja.bookingShown(view('confirmed'), office, { hour, reason: null, isAbsent: true }),
    ],
    ...personNotices.flatMap((kind) =>
      ([null, 'absent', 'in'] as const).map((situation): Named => {
        const facts = { kind, told: 'now', hour, situation, ill: false, opensAt: null } as const;
        return [
          `inContactWindow ${kind}, ${hour}, ${situation}`,
          ja.inContactWindow(view('confirmed'), facts, office),
        ];
      }),
    ),
    [
      `inContactWindow, four things, ${hour}`,
      ja.inContactWindow(
        view('confirmed'),
        {
          ...{ kind: 'trouble', told: 'now', hour, situation: null, ill: false, opensAt: null },
          besides: (['callMe', 'newPhone', 'late'] as const).map((other) => ({ kind: other, told: 'now' })),
        },
        office,
      ),
    ],
    ...twoThings.map(([kind, other]): Named => {
      const besides = [{ kind: other, told: 'now' }] as const;
      const more = { ill: false, opensAt: null, isMoving: true, noCall: kind === 'noPhone' };
      const facts = { kind, told: 'now', besides, hour, situation: null, isAfter: true, ...more } as const;
      return [
        `inContactWindow ${kind} and ${other}, ${hour}`,
        ja.inContactWindow(view('confirmed'), facts, office),
      ];
    }),
    [`lateTold, ${hour}`, ja.lateTold(hour, office, null)],
  ]),
  ...declineReasons.map(
    (reason): Named => [
      `bookingShown declined ${reason}`,
      ja.bookingShown(view('declined'), office, { hour: 'ahead', reason }),
    ],
  ),
  ...(['before', 'nobody', null] as const).flatMap((told) =>
    personNotices.flatMap((kind) =>
      (['soon', 'begun', 'overdue', 'over'] as const).map((hour): Named => {
        const facts = { kind, told, hour, situation: null, ill: true, opensAt: moment };
        return [
          `inContactWindow ${kind}, ${hour}, told ${told}`,
          ja.inContactWindow(view('confirmed'), facts, office),
        ];
      }),
    ),
  ),
  ['phoneBusy', ja.phoneBusy(view('confirmed'), office, null)],
  ['phoneBusy, closed', ja.phoneBusy(view('confirmed'), office, moment)],
  ['lateOffered', ja.lateOffered(view('confirmed'), office)],
  ['lateOffered, no call', ja.lateOffered(view('confirmed'), office, true)],
  ['lateTold, closed', ja.lateTold('today', office, moment)],
  ...absences.map(
    (facts, n): Named => [`absenceOffered ${n}`, ja.absenceOffered(view('confirmed'), facts, office)],
  ),
  ['comingTold', ja.comingTold(view('confirmed'), office, null)],
  ['comingTold, closed', ja.comingTold(view('confirmed'), office, moment)],
  ...(['noPhone', 'mayCall'] as const).flatMap((kind) =>
    (['requested', 'confirmed'] as const).flatMap((state): Named[] => [
      ...(['now', 'before', 'kept'] as const).map(
        (told): Named => [
          `ofCallsTold ${kind}, ${state}, ${told}`,
          ja.ofCallsTold(view(state), office, { kind, told, opens: told === 'now' ? moment : null }),
        ],
      ),
    ]),
  ),
  ...(['cancelled', 'declined'] as const).flatMap((state): Named[] => [
    [`comingAfterEnding ${state}`, ja.comingAfterEnding(view(state), office, { isNew: true, opens: moment })],
    [
      `comingAfterEnding ${state}, again`,
      ja.comingAfterEnding(view(state), office, { isNew: false, opens: null }),
    ],
  ]),
  ['comingExpected', ja.comingExpected(view('confirmed'), office)],
  ['numbersAgain', ja.numbersAgain(view('confirmed'), office)],
  ['numbersAgain, absent', ja.numbersAgain(view('confirmed'), office, true)],
  ['numbersAgain, none yet', ja.numbersAgain({ ...view('confirmed'), zoom: null }, office)],
];
