// The questions of the counter itself.
import type { Prompts } from '../facts.ts';
import { askOnCard, orWrite, pressAButton } from './asking.ts';
import { applyButton, backButton, menuButton, questionsButton, showBookingButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { slotLines } from './dates.ts';
import { labels } from './labels.ts';

export const homePrompts = {
  menu: (_, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: 'ご用件を選んでください',
        title: '何をしますか？',
        buttons: [applyButton, showBookingButton, questionsButton, callButton(office)],
        ...(misses < 3 && { note: phoneLine(office) }),
      },
      { short: pressAButton, example: orWrite(labels.showBooking) },
      misses,
      office,
    ),
  ],

  withdraw: ({ receipt, slot }, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: 'ご確認ください',
        title: '申し込みを取り下げますか？',
        facts: [
          { label: '受付番号', value: receipt },
          { label: '希望日時', value: slotLines(slot) },
        ],
        buttons: [
          { label: labels.withdrawYes, tap: { event: 'yes' } },
          { label: labels.withdrawNo, tap: { event: 'no' } },
        ],
        choices: [backButton, menuButton],
      },
      {
        full: '取り下げると、元に戻せません。',
        short: pressAButton,
        example: orWrite(labels.withdrawNo),
      },
      misses,
      office,
    ),
  ],
} satisfies Pick<Prompts, 'menu' | 'withdraw'>;
