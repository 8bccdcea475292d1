// Requests in the admin chat. Names stand on cards only: an alt text shows on lock screens.

import type { SameNumber } from '../../records/same-number.ts';
import type { Room } from '../facts-rooms.ts';
import type { Brief, Notice } from '../facts-staff.ts';
import type { Button, Fact, Message } from '../message.ts';
import { contactButton } from './buttons.ts';
import { slotLines } from './dates.ts';
import { labels } from './labels.ts';
import { confirmButtons } from './room-buttons.ts';
import { callNobody } from './staff-notice-words.ts';

export const noticeFacts = ({ receipt, slot }: Notice): Fact[] => [
  { label: '受付番号', value: receipt },
  { label: '日時', value: slotLines(slot) },
];

const named = ({ id, version }: Pick<Brief, 'id' | 'version'>) => ({ booking: id, version });

export const decisionButtons = (brief: Pick<Brief, 'id' | 'version'>, oneRoom: Room | null): Button[] => [
  ...confirmButtons(brief, oneRoom),
  { label: labels.decline, tap: { event: 'decline.asked', ...named(brief) } },
  contactButton(brief.id),
];

/** Perhaps the same person with another LINE account, perhaps the family's phone: staff know. */
export const sameNumberFacts = (others: readonly SameNumber[]): Fact[] =>
  others.length === 0
    ? []
    : [
        {
          label: '同じ番号の方',
          value: others.map(({ receipt, sameName }) => (sameName ? `${receipt}(同名)` : receipt)).join('\n'),
        },
      ];

/** `link`: leads to a page that shows her name, number and phone for `minutes`. `noCall`: she asked not to be called. */
export const contactLink = (
  notice: Notice,
  link: string,
  { minutes, noCall }: { minutes: number; noCall: boolean },
): Message[] => [
  {
    kind: 'card',
    alt: '連絡先のページです',
    title: '連絡先',
    text: `${noCall ? `${callNobody}\n` : ''}氏名・求職番号・電話番号は、次のページで見られます。
${minutes}分たつと、見られなくなります。
見たことは、記録に残ります。`,
    facts: noticeFacts(notice),
    buttons: [{ label: labels.openContact, link, tone: 'primary' }],
  },
];

/** PUBLIC_URL is not set. */
export const contactWithoutPage = (): Message[] => [
  {
    kind: 'text',
    text: `連絡先のページを開けません。
サーバーのアドレス(PUBLIC_URL)が設定されていません。
技術担当の方にお知らせください。`,
  },
];

/** What is over for `days` is nothing to call about any more. */
export const contactOver = (days: number): Message[] => [
  {
    kind: 'text',
    text: `この申し込みは、終わってから${days}日をすぎました。
連絡先は、もう見られません。`,
  },
];
