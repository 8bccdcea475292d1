// She wants what is on record of her to be deleted: what she hears, and the card for staff, who decide (D6).

import type { Moment } from '../../booking/shown.ts';
import type { Office } from '../../config/office.ts';
import type { OnRecord } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { menuButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { momentText } from './dates.ts';
import { daysText } from './privacy.ts';

const told = (text: string, office: Office): Message[] => [
  { kind: 'text', text: `${text}\n${phoneLine(office)}`, choices: [callButton(office), menuButton] },
];

/** `opensAt`: when staff see it; null while the office is open. `noCall`: she asked not to be called. */
export function deletionAsked(
  office: Office,
  onRecord: OnRecord,
  opensAt: Moment | null,
  noCall = false,
): Message[] {
  const { personWithoutBookingDays, draftHours } = office.retention;
  const mayBeCalled = noCall ? [] : ['ご本人か確かめるため、お電話することがあります。'];
  const lines = {
    nothing: [
      '申し込みの記録は、ありません。',
      `入力の途中の内容は、${draftHours}時間で消えます。`,
      `そのほかは、最後のやりとりから${daysText(personWithoutBookingDays)}で消えます。`,
    ],
    open: ['申し込みや予約が残っているあいだは、消せません。', ...mayBeCalled],
    over: mayBeCalled,
  }[onRecord];
  const seen = opensAt === null ? [] : [`職員は、${momentText(opensAt)}から確認します。`];
  return told(
    ['登録を消すご希望を、職員に伝えます。', ...lines, ...seen, 'お急ぎのときは、お電話ください。'].join(
      '\n',
    ),
    office,
  );
}

/** Once more on the same day: staff have one card. */
export const deletionAskedAlready = (office: Office): Message[] =>
  told('登録を消すご希望は、もううかがっています。\n変わりがないときは、お電話ください。', office);

/** While no admin chat is enrolled nobody would read it. */
export const deletionByPhone = (office: Office): Message[] =>
  told('登録を消すご希望は、お電話で承ります。', office);
