// What staff are asked while they type a meeting's numbers.
import type { Prompts } from '../facts.ts';
import { askInWords, askOnCard, orWrite, pressAButton } from './asking.ts';
import { backButton, leaveButton } from './buttons.ts';
import { slotLines, slotText } from './dates.ts';
import { labels } from './labels.ts';
import { spacedMeetingId } from './zoom-numbers.ts';

export const staffPrompts = {
  meetingId: ({ receipt, slot, ...named }, office, misses) => [
    askInWords(
      {
        full: `ミーティングIDを送ってください。
例 123 4567 8901
Zoomの招待文を、そのまま貼り付けることもできます。

受付番号 ${receipt}
${slotText(slot)}`,
        short: `受付番号 ${receipt} のミーティングIDを送ってください。`,
        example: '例 123 4567 8901',
      },
      [leaveButton(named)],
      // The office does not need its own phone number.
      Math.min(misses, 2),
      office,
    ),
  ],

  passcode: ({ receipt, meetingId, ...named }, office, misses) => [
    askInWords(
      {
        full: `パスコードを送ってください。
受付番号 ${receipt}
ミーティングID ${spacedMeetingId(meetingId)}`,
        short: `受付番号 ${receipt} のパスコードを送ってください。`,
        example: '例 a1b2c3(半角10文字まで)',
      },
      [backButton, leaveButton(named)],
      Math.min(misses, 2),
      office,
    ),
  ],

  numbers: ({ receipt, slot, meetingId, passcode, ...named }, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: 'ご確認ください',
        title: 'この番号で確定しますか？',
        facts: [
          { label: '受付番号', value: receipt },
          { label: '日時', value: slotLines(slot) },
          { label: 'ミーティングID', value: spacedMeetingId(meetingId) },
          { label: 'パスコード', value: passcode },
        ],
        buttons: [
          {
            label: labels.confirmNumbers,
            tap: { event: 'numbers.confirmed', booking: named.id },
            tone: 'primary',
          },
          { label: labels.retype, tap: { event: 'numbers.retyped', booking: named.id } },
        ],
        choices: [leaveButton(named)],
      },
      { short: pressAButton, example: orWrite(labels.confirmNumbers) },
      Math.min(misses, 2),
      office,
    ),
  ],
} satisfies Pick<Prompts, 'meetingId' | 'passcode' | 'numbers'>;
