// カレンダーに入れる: the page that gives the file, and the card that leads to it.
import type { Slot } from '../../booking/shown.ts';
import type { Message } from '../message.ts';
import { menuButton, showBookingButton } from './buttons.ts';
import { slotText } from './dates.ts';
import { labels } from './labels.ts';

export const calendarPage = {
  language: 'ja',
  title: labels.calendar,
  button: labels.calendar,
  before: [
    '押すと、相談の時間だけが入った予定のファイルをお渡しします。',
    '氏名や相談の内容は、入っていません。',
    '日時が変わったときは、もう一度LINEから入れてください。',
  ],
  gone: ['このページは、もう使えません。', 'LINEの「予約を見る」から、もう一度お試しください。'],
  fileName: 'yotei.ics',
  /** As it stands in the person's calendar, which others may see. */
  summary: 'オンラインの予定',
} as const;

const choices = [showBookingButton, menuButton];

export const calendarReplies = {
  calendarLink: (slot: Slot, link: string, minutes: number): Message[] => [
    {
      kind: 'card',
      alt: labels.calendar,
      title: labels.calendar,
      text: `${slotText(slot)}\nひらいたページで、ボタンを押してください。\n${minutes}分たつと、使えなくなります。`,
      buttons: [{ label: labels.openPage, link, tone: 'primary' }],
      choices,
    },
  ],
  calendarByHand: (slot: Slot): Message[] => [
    {
      kind: 'text',
      text: `いま、カレンダーのファイルをお渡しできません。\nお手数ですが、ご自分で入れてください。\n${slotText(slot)}`,
      choices,
    },
  ],
};
