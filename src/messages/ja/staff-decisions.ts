// What is asked before staff record something with a reason, and why it cannot be.
import type { ConsultationOutcome } from '../../../flows/booking-buttons.ts';
import { cancelReasons, correctionReasons, declineReasons } from '../../../flows/vocabulary.ts';
import type { Brief, Whose } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { slotText } from './dates.ts';
import { cancelReasonNames, correctionReasonNames, declineReasonNames, labels } from './labels.ts';
import { howTold, toldInAMinute, whoseFacts } from './staff-whose.ts';

/** It says before the press what the person will be told. */
export const whyCancel = (whose: Whose): Message[] => [
  {
    kind: 'card',
    alt: 'キャンセルの理由を選んでください',
    title: 'キャンセルの理由は？',
    text: `選ぶと、キャンセルになります。\n${cancelTold(whose)}`,
    facts: whoseFacts(whose),
    buttons: cancelReasons.map((reason) => ({
      label: cancelReasonNames[reason],
      tap: { event: 'cancel.picked', booking: whose.id, version: whose.version, reason },
    })),
  },
];

/** What that person said on the telephone is told to nobody. */
const cancelTold = (whose: Whose): string =>
  howTold(
    whose,
    `1分後に、ご本人に次のようにお知らせします。
「${slotText(whose.slot)}の予約をキャンセルしました」
「${cancelReasonNames.counsellor}」と「${cancelReasonNames.equipment}」では、おわびと空いている日時も届きます。`,
    cancelReasonNames.byPerson,
  );

export const whyDecline = (whose: Whose): Message[] => [
  {
    kind: 'card',
    alt: '理由を選んでください',
    title: '理由を選んでください',
    text: `お断りの理由です。\n選ぶと、すぐに決まります。\n${howTold(whose, toldInAMinute)}`,
    facts: whoseFacts(whose),
    buttons: declineReasons.map((reason) => ({
      label: declineReasonNames[reason],
      tap: { event: 'decline.picked', booking: whose.id, version: whose.version, reason },
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
export const whyCorrect = (
  whose: Brief & { name: string | null },
  outcome: ConsultationOutcome,
): Message[] => [
  {
    kind: 'card',
    alt: '記録を直す理由を選んでください',
    title: '記録を直す理由は？',
    text: `選ぶと、${recordedAs[outcome]}\nご本人には、お知らせしません。`,
    facts: whoseFacts(whose),
    buttons: correctionReasons.map((reason) => ({
      label: correctionReasonNames[reason],
      tap: { event: 'outcome.corrected', booking: whose.id, version: whose.version, outcome, reason },
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
