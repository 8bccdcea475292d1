// The words of the page of a call, which staff open from their chat: whom to call, and what to read aloud.
import type { Moment } from '../../booking/shown.ts';
import type { CallOutcome, CallPageFacts } from '../facts-calls.ts';
import type { ContactFact, Notice } from '../facts-staff.ts';
import type { CalledKind } from '../kinds.ts';
import { actedBefore, becauseOf, putOff, recordedAsTold, toTell } from './call-words.ts';
import { dayText, slotLines, timeText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { lookUp } from './look-up.ts';
import { callNobody } from './staff-notice-words.ts';
import { spacedMeetingId } from './zoom-numbers.ts';

type Booking = NonNullable<CallPageFacts['booking']>;

const when = ({ slot }: Notice): string => `${dayText(slot.day)}の${timeText(slot.time)}から`;

const numbersAloud = ({ zoom }: Booking): string[] =>
  zoom === null
    ? []
    : [`ミーティングIDは、${spacedMeetingId(zoom.meetingId)}です。`, `パスコードは、${zoom.passcode}です。`];

/** As it is said to the person. */
const sentences: Readonly<Record<CalledKind, (booking: Booking) => string[]>> = {
  confirmed: (booking) => [
    `${when(booking)}の、オンライン相談のご予約が確定しました。`,
    ...numbersAloud(booking),
  ],
  declined: (booking) => [
    `${when(booking)}の申し込みは、お受けできませんでした。`,
    '別の日時は、あらためてご相談ください。',
  ],
  cancelled: (booking) => [`${when(booking)}の、オンライン相談のご予約をキャンセルしました。`],
  moved: (booking) => [`オンライン相談の日時が、${when(booking)}に変わりました。`, ...numbersAloud(booking)],
  wishRefused: (booking) => [
    'ご希望の日時には、変えられませんでした。',
    `ご予約は、${when(booking)}のままです。`,
  ],
  wishLapsed: (booking) => [
    '日時の変更について、お返事ができず、申し訳ありません。',
    `ご予約は、${when(booking)}のままです。`,
  ],
  numbersChanged: (booking) => [
    `${when(booking)}の、オンライン相談のミーティングIDが変わりました。`,
    ...numbersAloud(booking),
  ],
  expired: (booking) => [
    `${when(booking)}の申し込みは、期限までに確定できませんでした。`,
    'お返事ができず、申し訳ありません。',
  ],
  readmitted: (booking) => [
    `${when(booking)}の申し込みを、もう一度お受けしています。`,
    'まだ確定していません。',
    '決まったら、またお知らせします。',
  ],
  offered: (booking) => [
    `${when(booking)}の、オンライン相談の件です。`,
    '別の日時をご案内したいので、ご都合をお聞かせください。',
  ],
  offerRecalled: (booking) => [
    `${when(booking)}の、オンライン相談の件です。`,
    '別の日時のご案内は、取り下げました。',
  ],
  offerLapsed: (booking) => [
    `${when(booking)}の、オンライン相談の件です。`,
    'ご案内した別の日時は、期限がすぎました。',
    'あらためて、ご都合をお聞かせください。',
  ],
  reminder: (booking) => [`${when(booking)}、オンライン相談のご予約があります。`, ...numbersAloud(booking)],
  receipt: (booking) => [
    `${when(booking)}の申し込みを受け付けました。`,
    'まだ確定していません。',
    '確定したら、またお知らせします。',
  ],
};

const jobNumberUnknown = 'わからない(確認が必要)';

export const callPage = {
  language: 'ja',
  title: labels.callPage,
  button: '電話番号と内容を表示する',
  before: [
    '職員のためのページです。',
    'ボタンを押すと、氏名と番号が出ます。',
    'ほかの方に見えない場所でご覧ください。',
    '見たことは、記録に残ります。',
  ],
  gone: [
    'このページは、もう見られません。',
    '職員用のトークで、もう一度「電話のページ」を押してください。',
    '「伝えた」と「留守」は、トークのカードでも押せます。',
  ],
  facts: ({ name, phone, jobNumber, booking, reason, tries, about }: CallPageFacts): ContactFact[] => [
    ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
    ...(phone === null ? [] : [{ label: fieldNames.phone, value: phone, isPhone: true as const }]),
    { label: fieldNames.jobNumber, value: jobNumber ?? jobNumberUnknown },
    ...(booking === null ? [] : ofBooking(booking)),
    { label: 'お伝えすること', value: toTell(about) },
    { label: 'LINEで届かなかった理由', value: becauseOf(reason) },
    ...(tries === 0 ? [] : [{ label: '留守', value: `${tries}回` }]),
  ],
  warnings: ({ noCall, isOutdated }: CallPageFacts): string[] => [
    ...(noCall ? [callNobody] : []),
    ...(isOutdated
      ? ['予約の状態が変わったか、時間がすぎています。\n先に、予約のカードを確かめてください。']
      : []),
  ],
  aloud: ({ about, booking, isOutdated }: CallPageFacts) => {
    const words = lookUp(sentences, about);
    if (isOutdated || booking === null || words === undefined) return null;
    return { heading: 'このとおりにお伝えください', lines: words(booking) };
  },
  buttons: { told: labels.told, away: labels.away },
  note: (minutes: number): string[] => [
    'ほかの方に見えない場所でご覧ください。',
    `このページは、${minutes}分たつと見られなくなります。`,
    '見たことは、記録に残ります。',
  ],
  told: [recordedAsTold],
  putOff: (again: Moment, now: Moment): string[] => putOff(again, now).split('\n'),
  actedBefore: (outcome: CallOutcome | null, now: Moment): string[] => actedBefore(outcome, now).split('\n'),
} as const;

const ofBooking = (booking: Booking): ContactFact[] => [
  { label: '日時', value: slotLines(booking.slot) },
  { label: '受付番号', value: booking.receipt },
  ...(booking.zoom === null
    ? []
    : [
        { label: 'ミーティングID', value: spacedMeetingId(booking.zoom.meetingId), isSpelt: true as const },
        { label: 'パスコード', value: booking.zoom.passcode, isSpelt: true as const },
      ]),
];
