// Decisions that staff record after a phone call: what is asked before, and why it cannot be.
import { cancelReasons, declineReasons } from '../../../flows/vocabulary.ts';
import type { Whose } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { slotText } from './dates.ts';
import { cancelReasonNames, declineReasonNames } from './labels.ts';
import { noLineTold, whoseFacts } from './staff-whose.ts';

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
const cancelTold = ({ reach, slot }: Whose): string =>
  reach === 'line'
    ? `1分後に、ご本人に次のようにお知らせします。\n「${slotText(slot)}の予約をキャンセルしました」`
    : noLineTold(reach, cancelReasonNames.byPerson);

export const whyDecline = (whose: Whose): Message[] => [
  {
    kind: 'card',
    alt: '理由を選んでください',
    title: '理由を選んでください',
    text: `お断りの理由です。\n選ぶと、すぐに決まります。\n${
      whose.reach === 'line' ? 'ご本人には、1分後にお知らせします。' : noLineTold(whose.reach)
    }`,
    facts: whoseFacts(whose),
    buttons: declineReasons.map((reason) => ({
      label: declineReasonNames[reason],
      tap: { event: 'decline.picked', booking: whose.id, version: whose.version, reason },
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
