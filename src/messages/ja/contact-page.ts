// The words of the page with a person's contact, which staff open from their chat.
import type { ContactDetails, ContactFact } from '../facts-staff.ts';
import { slotLines } from './dates.ts';
import { detailsForm } from './details-form.ts';
import { fieldNames } from './field-names.ts';

export const contactPage = {
  language: 'ja',
  form: detailsForm,
  title: '連絡先',
  facts: ({ receipt, slot, name, jobNumber, phone }: ContactDetails): ContactFact[] => [
    { label: fieldNames.name, value: name },
    { label: fieldNames.phone, value: phone, isPhone: true },
    { label: fieldNames.jobNumber, value: jobNumber ?? 'わからない(確認が必要)' },
    { label: '受付番号', value: receipt },
    { label: '日時', value: slotLines(slot) },
  ],
  button: '連絡先を表示する',
  /** With the button. Who only opens the address learns nothing of anybody. */
  before: [
    '職員のためのページです。',
    'ボタンを押すと、氏名と番号が出ます。',
    'ほかの方に見えない場所でご覧ください。',
    '見たことは、記録に残ります。',
  ],
  note: (minutes: number): string[] => [
    'ほかの方に見えない場所でご覧ください。',
    `このページは、${minutes}分たつと見られなくなります。`,
    '見たことは、記録に残ります。',
  ],
  /** For an address that is too old, or was never given. */
  gone: ['このページは、もう見られません。', '職員用のトークで、もう一度「連絡先を見る」を押してください。'],
} as const;
