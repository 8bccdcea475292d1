// What staff look up: the days, the requests that wait, and the card of a booking. States stand in words, not in colour alone;
// names stand on cards, never in an alt text, which shows on lock screens.
import { choiceKeys } from '../../../flows/vocabulary.ts';
import type { PersonNotice } from '../../booking/person-notices.ts';
import type { Moment } from '../../booking/shown.ts';
import { addDays, type Day } from '../../core/jst.ts';
import type { BookingCard, DayList, ListRow, PendingList } from '../facts-staff.ts';
import type { Button, Fact, Message, Row } from '../message.ts';
import { callsButton, contactButton } from './buttons.ts';
import { choiceWords } from './choices.ts';
import { dayText, momentSince, momentText, slotLines, startText, timeText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { closeBooking } from './meeting-words.ts';
import { offeredFoot, phoneButton, phoneFoot } from './phone-buttons.ts';
import { called } from './staff-called.ts';
import { buttonsOf } from './staff-card-buttons.ts';
import { headOf, leadText, reasonFacts, tellFacts } from './staff-card-lead.ts';
import { closuresFoot, hitText } from './staff-closure-words.ts';
import { ofNoConsultation } from './staff-day-off.ts';
import { helpingText } from './staff-helping.ts';
import { callNobody } from './staff-notice-words.ts';
import { numbersToTell, originFacts, originText } from './staff-origin.ts';
import { sameNumberFacts } from './staff-requests.ts';
import { nobodyKnown, offeredRow, pastText, rowOf, stateName, wishText } from './staff-rows.ts';
import { suspendedFacts } from './staff-suspension-words.ts';
import { unrecordedRow } from './staff-unrecorded.ts';

const noticeNames: Readonly<Partial<Record<PersonNotice, string>>> = {
  absence: '行けないと連絡',
  absenceWritten: '行けないと連絡',
  late: '遅れると連絡',
  coming: '来られると連絡',
  newPhone: '電話番号のことで連絡',
  trouble: 'つながらない',
  waiting: 'Zoomで待っている',
  inside: '音や画面で困っている',
  callMe: 'お電話を希望',
};

const noticeText = ({ kind, at }: NonNullable<ListRow['notice']>, today: string): string =>
  `${noticeNames[kind] ?? '連絡あり'} ${momentSince(at, today)}`;

/** 同席する方 and the like, where there is one. */
const choicesText = (chosen: ListRow['choices']): string[] =>
  choiceKeys.flatMap((choice) => (chosen[choice] ? [choiceWords[choice].field] : []));

/** The same on the card of one booking. */
const chosenFacts = (chosen: ListRow['choices']): Fact[] =>
  choicesText(chosen).map((label) => ({ label, value: 'います' }));

const inCharge = (name: string | null | undefined): string[] => (name == null ? [] : [name]);

/** `12月3日(木) 相談 3件`, one line a booking. */
export const dayList = (
  {
    from,
    until,
    page,
    count,
    rows,
    hasMore,
    pending,
    calls,
    closures,
    dayOff,
    onPhone,
    proposed,
    unrecorded,
  }: DayList,
  today: Moment,
): Message[] => {
  const isOneDay = from === until;
  const days = isOneDay ? dayText(from) : `${dayText(from)}～${dayText(until)}`;
  const waiting = pending.overdue > 0 ? `${pending.count}(期限すぎ ${pending.overdue})` : `${pending.count}`;
  return [
    {
      kind: 'card',
      alt: `${days}の予定です`,
      title: `${days} 相談 ${count}件`,
      ...ofNoConsultation({ count, dayOff }, isOneDay),
      rows: [
        ...rows.map((row) => rowOfDay(row, isOneDay, today.day)),
        ...(unrecorded?.rows ?? []).map(unrecordedRow),
      ],
      note: `${phoneFoot(onPhone, isOneDay)}${offeredFoot(proposed, isOneDay)}承認待ち ${waiting}  お電話 ${calls}${unrecordedFoot(unrecorded)}${dayOff && closures.length === 0 ? '' : closuresFoot(closures, isOneDay)}`,
      buttons: [
        ...(hasMore
          ? [{ label: labels.rest, tap: { event: 'days.asked', from, until, page: page + 1 } }]
          : []),
        ...(pending.count > 0 ? [pendingButton] : []),
        ...(calls > 0 ? [callsButton] : []),
        ...(unrecorded && unrecorded.rows.length < unrecorded.count ? [unrecordedButton] : []),
        phoneButton(today.day),
        ...(isOneDay ? [dayButton(addDays(from, 1), today.day)] : []),
      ],
    },
  ];
};

function rowOfDay(row: ListRow, isOneDay: boolean, today: string): Row {
  const time = timeText(row.slot.time);
  return rowOf(row, isOneDay ? time : `${dayText(row.slot.day)} ${time}`, [
    stateName(row.state),
    ...(row.offered ? ['提案中'] : []),
    ...(row.room === null ? [] : [row.room]),
    ...inCharge(row.counsellor).map((name) => `担当 ${name}`),
    ...hitText(row.hit),
    ...choicesText(row.choices),
    ...originText(row.origin),
    ...(row.notice === null ? [] : [noticeText(row.notice, today)]),
    ...(row.helping ? [helpingText(row.helping)] : []),
  ]);
}

const unrecordedFoot = (unrecorded: DayList['unrecorded']): string =>
  unrecorded === undefined || unrecorded.count === 0 ? '' : `  未記録 ${unrecorded.count}`;
const unrecordedButton: Button = { label: '未記録', tap: { event: 'unrecorded.more', page: 0 } };
const pendingButton: Button = { label: '承認待ち', tap: { event: 'pending.more', page: 0 } };
const dayButton = (day: Day, today: string): Button => ({
  label: dayName(day, today),
  tap: { event: 'days.asked', from: day, until: day, page: 0 },
});

function dayName(day: Day, today: string): string {
  if (day === today) return '今日';
  return addDays(day, -1) === today ? '明日' : dayText(day);
}

/** The oldest promise first. */
export const pendingList = (
  { page, count, rows, hasMore, offered = [] }: PendingList,
  now: Moment,
): Message[] =>
  count === 0 && offered.length === 0
    ? [{ kind: 'text', text: '承認待ちの申し込みはありません。' }]
    : [
        {
          kind: 'card',
          alt: '承認待ちの申し込みです',
          title: `承認待ち ${count}件`,
          text: '返事の期限が早い順です。',
          rows: [
            ...rows.map((row) => {
              const when = `${dayText(row.slot.day)} ${timeText(row.slot.time)}`;
              const isOverdue = `${row.promised.day} ${row.promised.time}` <= `${now.day} ${now.time}`;
              const until = `返事の期限 ${momentSince(row.promised, now.day)}`;
              return rowOf(row, when, [
                ...wishText(row),
                isOverdue ? `期限すぎ・${until}` : until,
                ...hitText(row.hit),
                ...choicesText(row.choices),
                ...originText(row.origin),
              ]);
            }),
            ...offered.map((row) => offeredRow(row, now.day)),
          ],
          buttons: hasMore ? [{ label: labels.rest, tap: { event: 'pending.more', page: page + 1 } }] : [],
        },
      ];

/** Where a card has room for it; the page behind 連絡先を見る leads there too. */
const withRecordNumber = (card: BookingCard, buttons: Button[]): Button[] =>
  card.isNumberUnknown && card.buttons.includes('contact') && buttons.length < mostButtons
    ? [...buttons, { ...contactButton(card.id), label: labels.recordNumber }]
    : buttons;

const mostButtons = 5;

/** Head, then only what is out of the ordinary, then what was before. */
export const bookingCard = (card: BookingCard, now: Moment): Message[] => [
  {
    kind: 'card',
    ...headOf(card),
    ...leadText(card),
    facts: [
      { label: fieldNames.name, value: card.name ?? nobodyKnown },
      { label: '日時', value: slotLines(card.slot) },
      { label: '受付番号', value: card.receipt },
      { label: card.state === 'requested' ? '申し込み' : '最後の手続き', value: whoAndWhen(card, now) },
      ...reasonFacts(card),
      ...tellFacts(card, now.day),
      ...(card.wish === null ? [] : [{ label: '変更の希望', value: slotLines(card.wish) }]),
      ...offerFacts(card),
      ...inCharge(card.counsellor).map((value) => ({ label: '担当', value })),
      ...(card.meeting === null ? [] : [{ label: '会議室', value: meetingText(card.meeting) }]),
      ...numbersToTell(card.origin),
      ...chosenFacts(card.choices),
      ...originFacts(card.origin),
      ...outOfTheOrdinary(card, now),
      { label: 'これまで', value: [pastText(card), ...lapsedText(card, now.day)].join('\n') },
    ],
    buttons: withRecordNumber(card, buttonsOf(card)),
  },
];

/** What is proposed, until when and by whom; or that none of it suited. */
const offerFacts = ({ offer, state, step }: BookingCard): Fact[] => {
  if (offer)
    return [
      { label: '提案中の日時', value: offer.times.map(startText).join('\n') },
      {
        label: '提案の期限',
        value: `${momentText(offer.until)}${offer.by === null ? '' : `\n${called(offer.by)}`}`,
      },
    ];
  return state === 'requested' && step === 'refuse'
    ? [{ label: '提案', value: '提案は、合わなかったそうです' }]
    : [];
};

/** Numbers stand on no such card, but for those that have to be read aloud at this moment. */
function meetingText({ room, isRemoved, isClose }: NonNullable<BookingCard['meeting']>): string {
  const name = room === null ? '個別の番号' : `${room}${isRemoved ? '(削除ずみ)' : ''}`;
  return isClose ? `${name}\n${closeBooking}` : name;
}

/** What this booking has behind it beside its last step. */
const lapsedText = ({ wishLapsed }: BookingCard, today: string): string[] =>
  wishLapsed == null ? [] : [`変更の希望に返事なし ${momentSince(wishLapsed, today)}`];

const whoAndWhen = ({ by, since }: BookingCard, { day }: Moment): string =>
  `${momentSince(since, day)}${by === null ? '' : ` ${called(by)}`}`;

const outOfTheOrdinary = (card: BookingCard, { day }: Moment): Fact[] => [
  ...(card.promised === null
    ? []
    : [
        {
          label: card.isOverdue ? '返事の期限(すぎました)' : '返事の期限',
          value: momentText(card.promised),
        },
      ]),
  ...hitText(card.hit).map((value) => ({ label: 'ご注意', value })),
  ...(card.notice === null ? [] : [{ label: '連絡', value: noticeText(card.notice, day) }]),
  ...(card.helping
    ? [{ label: '対応', value: `${helpingText(card.helping)} ${momentSince(card.helping.at, day)}` }]
    : []),
  ...(card.isNumberUnknown ? [{ label: fieldNames.jobNumber, value: '未確認' }] : []),
  ...sameNumberFacts(card.sameNumber),
  ...suspendedFacts(card.suspended ?? null),
  ...(card.isBlocked ? [{ label: 'LINE', value: '届きません' }] : []),
  ...(card.noCall ? [{ label: 'お電話', value: callNobody }] : []),
];
