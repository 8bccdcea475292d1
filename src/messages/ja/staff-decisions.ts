// Decisions that staff record after a phone call: what is asked before, and why it cannot be.
import { cancelReasons } from '../../../flows/vocabulary.ts';
import type { Brief } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { slotText } from './dates.ts';
import { cancelReasonNames } from './labels.ts';
import { noticeFacts } from './staff-requests.ts';

/** It says before the press what the person will be told. */
export const whyCancel = (brief: Brief): Message[] => [
  {
    kind: 'card',
    alt: 'キャンセルの理由を選んでください',
    title: 'キャンセルの理由は？',
    text: `選ぶと、キャンセルになります。
1分後に、ご本人に次のようにお知らせします。
「${slotText(brief.slot)}の予約をキャンセルしました」`,
    facts: noticeFacts(brief),
    buttons: cancelReasons.map((reason) => ({
      label: cancelReasonNames[reason],
      tap: { event: 'cancel.picked', booking: brief.id, version: brief.version, reason },
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
