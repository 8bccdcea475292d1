// What is asked before staff record something with a reason, and why it cannot be.
import type { ConsultationOutcome } from '../../../flows/booking-buttons.ts';
import { cancelReasons, correctionReasons } from '../../../flows/vocabulary.ts';
import type { Brief, Whose } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { slotText } from './dates.ts';
import { cancelReasonNames, correctionReasonNames, labels } from './labels.ts';
import { noticeFacts } from './staff-requests.ts';
import { tellsPerson } from './staff-told.ts';

/** It says before the press what the person will be told. */
export const whyCancel = ({ isReached, ...brief }: Brief & Pick<Whose, 'isReached'>): Message[] => [
  {
    kind: 'card',
    alt: 'キャンセルの理由を選んでください',
    title: 'キャンセルの理由は？',
    text: `選ぶと、キャンセルになります。
${tellsPerson(
  isReached,
  `1分後に、ご本人に次のようにお知らせします。
「${slotText(brief.slot)}の予約をキャンセルしました」`,
)}`,
    facts: noticeFacts(brief),
    buttons: cancelReasons.map((reason) => ({
      label: cancelReasonNames[reason],
      tap: { event: 'cancel.picked', booking: brief.id, version: brief.version, reason },
    })),
  },
];

const recordedAs = {
  attended: `「${labels.came}」に直します。`,
  byPhone: `「${labels.byPhone}」に直します。`,
  missed: `「${labels.missed}」に直します。`,
  absent: `「${labels.absent}」に直します。`,
  reopened: '記録を取り消します。',
} as const satisfies Record<ConsultationOutcome, string>;

/** Something else is on record. */
export const whyCorrect = (brief: Brief, outcome: ConsultationOutcome): Message[] => [
  {
    kind: 'card',
    alt: '記録を直す理由を選んでください',
    title: '記録を直す理由は？',
    text: `選ぶと、${recordedAs[outcome]}\nご本人には、お知らせしません。`,
    facts: noticeFacts(brief),
    buttons: correctionReasons.map((reason) => ({
      label: correctionReasonNames[reason],
      tap: { event: 'outcome.corrected', booking: brief.id, version: brief.version, outcome, reason },
    })),
  },
];

const because = {
  past: 'この日時は、もう過ぎています。',
  closed: 'この日時は、休業です。',
  taken: 'この日時には、別の予約が入りました。',
  openBooking: 'この方には、別の予約があります。',
};

export const notReadmitted = (why: keyof typeof because): Message[] => [
  { kind: 'text', text: `${because[why]}\nもう一度受けることはできません。` },
];
