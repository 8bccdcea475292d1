// Everything that people may read, once each, with invented people: what the tests look through.
import {
  cancelReasons,
  conditions,
  courtesies,
  crises,
  declineReasons,
  fields,
  intents,
  type PromptKey,
  type Remark,
  type RemarkFacts,
  type RemarkKey,
  remarks,
  topics,
} from '../../flows/vocabulary.ts';
import { personNotices } from '../../src/booking/person-notices.ts';
import type { RemarkPlace } from '../../src/messages/facts.ts';
import { shownByState } from '../../src/messages/ja/booking-shown.ts';
import { ja } from '../../src/messages/ja/index.ts';
import * as details from '../../src/messages/ja/refused-details.ts';
import type { Message } from '../../src/messages/message.ts';
import { sayRemark } from '../../src/messages/say-remark.ts';
import { moment, office, promptFacts, remarkFacts, slot, times, view } from './invented.ts';
import { type Named, toStaff } from './messages-to-staff.ts';

const ask = <K extends PromptKey>(key: K, misses: number): Message[] =>
  ja.prompts[key](promptFacts[key], office, misses);

export const promptKeys = Object.keys(promptFacts) as PromptKey[];

const questions: Named[] = [0, 1, 2, 3].flatMap((misses) =>
  promptKeys.map((key): Named => [`question ${key}, ${misses} misses`, ask(key, misses)]),
);

const otherQuestions: Named[] = [
  ['question day, none open', ja.prompts.day({ days: [], more: false, back: true }, office, 0)],
  ['question review, moving', ja.prompts.review({ ...promptFacts.review, moving: true }, office, 0)],
  ['question review, unseen', ja.prompts.review({ ...promptFacts.review, isUnseen: true }, office, 0)],
];

const near = ['2026-11-30', '2026-12-02'];
const asked = { day: slot.day, time: slot.time, near, cutOffDay: '2026-11-30', cutOffTime: '16:00' };
const refusals = [
  { ...asked, reason: 'past' },
  { ...asked, reason: 'closedDay', why: 'weekend' },
  { ...asked, reason: 'closedDay', why: 'holiday', holiday: '春分の日 振替休日' },
  { ...asked, reason: 'closedDay', why: 'yearEnd' },
  { ...asked, reason: 'closedDay', why: 'closure' },
  { ...asked, reason: 'sameDay' },
  { ...asked, reason: 'notOpenYet', opensOn: '2026-12-04' },
  { ...asked, reason: 'tooLate' },
  { ...asked, reason: 'arrivedLate' },
  { ...asked, reason: 'outsideHours' },
  { ...asked, reason: 'offGrid', times: ['10:00', '10:15'] },
  { ...asked, reason: 'closedThen' },
  { ...asked, reason: 'dayFull' },
  { ...asked, reason: 'taken', times },
  { reason: 'noSuchDay' },
  { reason: 'noSuchTime' },
  { reason: 'notUnderstood' },
  { reason: 'twoDays', days: ['2026-12-01', '2026-12-08'], time: '10:00' },
  { reason: 'timeOnly', time: '14:00' },
  { reason: 'someDays', days: near, earliest: true },
  { reason: 'someDays', days: near, dateRange: 'weekAfterNext', half: 'afternoon', earliest: false },
  {
    reason: 'someDays',
    days: near,
    dateRange: 'span',
    begins: '2026-11-30',
    ends: '2026-12-02',
    earliest: false,
  },
  { reason: 'noDays', dateRange: 'span', ends: '2026-11-30', near, earliest: false },
  { reason: 'noDays', dateRange: 'nextMonth', half: 'morning', near },
  { ...asked, reason: 'someTimes', half: 'afternoon', times, more: true },
  { ...asked, reason: 'halfFull', half: 'morning' },
  { reason: 'detailsGone' },
  { reason: 'openBooking' },
  { reason: 'alreadyDecided' },
  { reason: 'suspended' },
] as const satisfies readonly RemarkFacts['slotRefused'][];

const detailRefusals = [
  ['nameRefused', details.nameRefusals],
  ['jobNumberRefused', details.jobNumberRefusals],
  ['phoneRefused', details.phoneRefusals],
] as const;

const plain = { openPrompt: 'name', misses: 0 } as const;
const quiet = { openPrompt: null, misses: 0 } as const;
const withFacts = <const Facts>(facts: Facts) => ({ ...plain, facts });

const say = (key: RemarkKey, place: RemarkPlace): Message[] =>
  sayRemark(ja.remarks, { key, facts: remarkFacts[key] } as Remark, place, office);
const oneByOne: Named[] = (Object.keys(remarks) as RemarkKey[]).flatMap((key) => [
  [`remark ${key}`, say(key, plain)],
  [`remark ${key}, nothing open`, say(key, quiet)],
  [`remark ${key}, again`, say(key, { ...plain, misses: 2 })],
]);

const byFacts: Named[] = [
  ...courtesies.map((how): Named => [`remark thanks ${how}`, ja.remarks.thanks(withFacts({ how }), office)]),
  ['remark greeting, again', ja.remarks.greeting(withFacts({ again: true }), office)],
  ...['longText', 'sticker', 'audio', 'image', 'video', 'file', 'location', 'other'].map(
    (kind): Named => [`remark unreadable ${kind}`, ja.remarks.unreadable(withFacts({ kind }), office)],
  ),
  ['remark unsent', ja.remarks.unreadable(withFacts({ kind: 'unsent' }), office)],
  ...conditions.map(
    (condition): Named => [
      `missing ${condition}`,
      ja.remarks.missingCondition(withFacts({ condition }), office),
    ],
  ),
  ...crises.flatMap((kind): Named[] => [
    [`crisis ${kind}`, ja.remarks.crisis(withFacts({ kind }), office)],
    [`crisis ${kind}, nothing open`, ja.remarks.crisis({ ...quiet, facts: { kind } }, office)],
  ]),
  ...topics.map((topic): Named => [`answer ${topic}`, ja.remarks.answer(withFacts({ topic }), office)]),
  ...refusals.flatMap((facts): Named[] => [
    [`slot refused ${facts.reason}`, ja.remarks.slotRefused(withFacts(facts), office)],
    [`wish unclear ${facts.reason}`, ja.remarks.wishUnclear(withFacts(facts), office)],
    [`request refused ${facts.reason}`, ja.remarks.requestRefused(withFacts(facts), office)],
    [
      `slot refused ${facts.reason}, no facts`,
      ja.remarks.slotRefused(withFacts({ reason: facts.reason }), office),
    ],
  ]),
  ...detailRefusals.flatMap(([key, reasons]) =>
    Object.keys(reasons).map(
      (reason): Named => [`${key} ${reason}`, ja.remarks[key](withFacts({ reason }), office)],
    ),
  ),
  ...promptKeys.map(
    (key): Named => [`why ${key}`, ja.remarks.why({ ...plain, facts: {}, openPrompt: key }, office)],
  ),
];

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

const toHer: Named[] = [
  ['receipt', ja.receipt(view('requested'), null, office)],
  ['receipt, closed', ja.receipt(view('requested'), moment, office)],
  ['receipt, moved', ja.receipt(view('requested'), null, office, true)],
  ['receipt, unseen', ja.receipt(view('requested'), null, office, false, true)],
  ['answerLate', ja.answerLate(view('requested'), office)],
  ['alreadyReceived', ja.alreadyReceived(view('requested'), office)],
  ['withdrawn', ja.withdrawn(view('withdrawn'), office)],
  ['noBooking', ja.noBooking(office)],
  ['callInstead', ja.callInstead(office)],
  ['linked', ja.linked()],
  ['linkWrong', ja.linkWrong(office)],
  ['linkUnclear', ja.linkUnclear()],
  ['linkStopped', ja.linkStopped(office)],
  ['linkNotJoined', ja.linkNotJoined(office)],
  ...fields.map((field): Named => [`detailUnchanged ${field}`, ja.detailUnchanged(field, office)]),
  ['inNeedTold', ja.inNeedTold()],
  ['thanksForComing', ja.thanksForComing(office)],
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
  ['perhapsAgain', ja.perhapsAgain()],
  ...[...Object.keys(shownByState), 'somethingNew'].map(
    (state): Named => [`bookingShown ${state}`, ja.bookingShown(view(state), office)],
  ),
  ['bookingShown confirmed, no numbers', ja.bookingShown({ ...view('confirmed'), zoom: null }, office)],
  ['confirmed', ja.confirmed(view('confirmed'), office)],
  ['numbersChanged', ja.numbersChanged(view('confirmed'), office)],
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
  ['troubleTold', ja.troubleTold(office, null)],
  ['troubleTold, closed', ja.troubleTold(office, moment)],
  ['troubleNotYet', ja.troubleNotYet(office)],
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
    ...twoThings.map(([kind, other]): Named => {
      const besides = { kind: other, told: 'now' } as const;
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
  ['lateTold, closed', ja.lateTold('today', office, moment)],
  ...absences.map(
    (facts, n): Named => [`absenceOffered ${n}`, ja.absenceOffered(view('confirmed'), facts, office)],
  ),
  ['comingTold', ja.comingTold(view('confirmed'), office, null)],
  ['comingTold, closed', ja.comingTold(view('confirmed'), office, moment)],
  ...(['noPhone', 'mayCall'] as const).flatMap((kind) =>
    (['requested', 'confirmed'] as const).flatMap((state): Named[] => [
      [
        `ofCallsTold ${kind}, ${state}`,
        ja.ofCallsTold(view(state), office, { kind, isKnown: false, opens: moment }),
      ],
      [
        `ofCallsTold ${kind}, ${state}, known`,
        ja.ofCallsTold(view(state), office, { kind, isKnown: true, opens: null }),
      ],
    ]),
  ),
  ['comingExpected', ja.comingExpected(view('confirmed'), office)],
  ['numbersAgain', ja.numbersAgain(view('confirmed'), office)],
  ['numbersAgain, absent', ja.numbersAgain(view('confirmed'), office, true)],
  ['numbersAgain, none yet', ja.numbersAgain({ ...view('confirmed'), zoom: null }, office)],
];

export const everyMessage: readonly Named[] = [
  ...questions,
  ...otherQuestions,
  ...oneByOne,
  ...byFacts,
  ...toHer,
  ...toStaff,
];
