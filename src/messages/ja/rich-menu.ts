// The words on the rich menus, the pictures of buttons that stand below the chat.
import type { Office } from '../../config/office.ts';
import type { Button } from '../message.ts';
import { applyButton, questionsButton, showBookingButton } from './buttons.ts';
import { callButton } from './contact.ts';
import { labels } from './labels.ts';

/** A large label, and a small line below it. */
type MenuWords = { button: Button; subLine: string };

const preparationButton: Button = { label: labels.preparations, tap: { event: 'preparation.asked' } };
const troubleButton: Button = { label: labels.trouble, tap: { event: 'trouble.asked' } };

const always = {
  preparation: { button: preparationButton, subLine: '相談の前に' },
  questions: { button: questionsButton, subLine: '条件・料金など' },
} as const satisfies Record<string, MenuWords>;

const call = (office: Office): MenuWords => ({ button: callButton(office), subLine: office.phone });

export const richMenu = {
  /** On the bar that opens and closes the menu. */
  chatBarText: labels.menu,

  usual: (office: Office) => ({
    ...always,
    apply: { button: applyButton, subLine: `Zoom・${office.consultation.minutes}分・無料` },
    booking: { button: showBookingButton, subLine: '日時・Zoomの番号' },
    trouble: { button: troubleButton, subLine: '入室できないとき' },
    call: call(office),
  }),

  /** On the day of a confirmed consultation. */
  day: (office: Office) => ({
    ...always,
    trouble: { button: troubleButton, subLine: 'Zoomに入れないとき' },
    booking: { button: showBookingButton, subLine: 'ID・パスコード' },
    call: call(office),
  }),
} as const;
