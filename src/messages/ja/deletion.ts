// She wants what is on record of her to be deleted: what she hears, and the card for staff, who decide (D6).

import type { Moment } from '../../booking/shown.ts';
import type { Office } from '../../config/office.ts';
import type { DeletionCard, OnRecord } from '../facts-staff.ts';
import type { Fact, Message } from '../message.ts';
import { contactButton, menuButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { momentText } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { daysText } from './privacy.ts';
import { callNobody, unlessBanned } from './staff-notice-words.ts';
import { noticeFacts } from './staff-requests.ts';

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

/** How it is done stands on the card; whether, staff decide. */
export function deletionForStaff(
  { onRecord, name, booking, noCall = false }: DeletionCard,
  office: Office,
): Message[] {
  const days = daysText(office.retention.personWithoutBookingDays);
  const receipt = booking?.receipt ?? '';
  const how = {
    nothing: `申し込みの記録はありません。\nトークの記録は、最後のやりとりから${days}で自動で消えます。`,
    open: `まだ終わっていない申し込みか予約があります。\n終わってから、技術担当の方に消去を頼んでください。\nnpm run forget -- ${receipt}`,
    over: `${unlessBanned(noCall, 'お電話でご本人か確かめてください。')}\nご本人だとわかったら、技術担当の方に消去を頼んでください。\nnpm run forget -- ${receipt}`,
  }[onRecord];
  const text = noCall && onRecord !== 'over' ? `${callNobody}\n${how}` : how;
  const facts: Fact[] = [
    ...(booking === null ? [] : noticeFacts(booking)),
    ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
  ];
  const title = '登録を消すご希望があります';
  return [
    {
      kind: 'card',
      alt: title,
      title,
      text,
      ...(facts.length > 0 && { facts }),
      ...(booking !== null && { buttons: [contactButton(booking.id)] }),
    },
  ];
}
