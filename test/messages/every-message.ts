// Everything that people may read, once each, with invented people: what the tests look through.
import {
  conditions,
  courtesies,
  crises,
  type PromptKey,
  type Remark,
  type RemarkFacts,
  type RemarkKey,
  remarks,
  topics,
} from '../../flows/vocabulary.ts';
import type { RemarkPlace } from '../../src/messages/facts.ts';
import { ja } from '../../src/messages/ja/index.ts';
import * as details from '../../src/messages/ja/refused-details.ts';
import type { Message } from '../../src/messages/message.ts';
import { sayRemark } from '../../src/messages/say-remark.ts';
import { office, promptFacts, remarkFacts, slot, times } from './invented.ts';
import { toPeople } from './messages-to-people.ts';
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

export const everyMessage: readonly Named[] = [
  ...questions,
  ...otherQuestions,
  ...oneByOne,
  ...byFacts,
  ...toPeople,
  ...toStaff,
];
