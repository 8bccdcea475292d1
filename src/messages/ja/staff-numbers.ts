// A meeting's numbers for one booking, as staff type them: in one line that names it, so that it counts in a chat in which
// others talk and type too.
import type { Brief, NumbersCheck } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { numbersButtons } from './buttons.ts';
import { slotLines } from './dates.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { lookUp } from './look-up.ts';
import { closeBooking, passcodeWarnings } from './meeting-words.ts';
import { hitText } from './staff-closure-words.ts';
import { suspendedFacts } from './staff-suspension-words.ts';
import { spacedMeetingId } from './zoom-numbers.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];

const example = '番号 2611-0004 123 4567 8901 abc123';

export const numbersCheck = ({
  name,
  meetingId,
  passcode,
  mark,
  room = null,
  isOtherPasscode,
  isClose,
  hit = null,
  suspended = null,
  ...brief
}: NumbersCheck): Message[] => {
  const doubts = passcodeWarnings(passcode, { room, isOtherPasscode });
  const label = doubts.length > 0 ? labels.confirmDoubtful : labels.confirmNumbers;
  const warnings = [
    ...(hit === null ? [] : [`それでも確定するときは「${label}」を押してください。`]),
    ...doubts,
  ];
  return [
    {
      kind: 'card',
      alt: 'ご確認ください',
      title: 'この番号で確定しますか？',
      ...(warnings.length > 0 && { text: warnings.join('\n') }),
      facts: [
        ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
        { label: '日時', value: slotLines(brief.slot) },
        { label: '受付番号', value: brief.receipt },
        { label: 'ミーティングID', value: spacedMeetingId(meetingId) },
        { label: 'パスコード', value: passcode },
        ...(room === null ? [] : [{ label: '会議室', value: room }]),
        ...suspendedFacts(suspended),
        ...hitText(hit).map((value) => ({ label: 'ご注意', value })),
      ],
      ...(isClose && { note: closeBooking }),
      buttons: [
        {
          label,
          tap: {
            event: 'numbers.confirmed',
            ...{ booking: brief.id, version: brief.version, numbers: mark },
            ...(hit !== null && { sure: 1 }),
          },
          tone: 'primary',
        },
        ...numbersButtons(brief),
      ],
    },
  ];
};

const whatIsWrong: Readonly<Record<string, string>> = {
  receipt: '受付番号が読み取れませんでした。',
  missing: 'ミーティングIDとパスコードを、受付番号のあとに続けてください。',
  meetingId: 'ミーティングIDが読み取れませんでした。\n0で始まらない、9けたから11けたの数字です。',
  passcodeMissing: 'パスコードを、ミーティングIDのあとに続けてください。',
  passcode: 'パスコードが読み取れませんでした。\n半角の英数字と @ - _ * で、10文字までです。',
  phone: 'その番号は、電話番号のようです。\nZoomのミーティングIDを送ってください。',
};

export const numbersUnclear = (reason: string): Message[] =>
  say(`${lookUp(whatIsWrong, reason) ?? '番号が読み取れませんでした。'}\n例\n${example}`);

/** Too old, or taken back with the message they came in. */
export const numbersGone = (brief: Brief): Message[] => [
  {
    kind: 'card',
    alt: 'もう一度お願いします',
    text: 'このカードの番号は、もう消えています。\n時間がたったか、送信が取り消されました。\nもう一度お願いします。',
    facts: [
      { label: '日時', value: slotLines(brief.slot) },
      { label: '受付番号', value: brief.receipt },
    ],
    buttons: numbersButtons(brief),
  },
];

/** The card that follows shows the newer ones. */
export const numbersReplaced = (): Message[] =>
  say('この予約の番号は、あとから入力し直されています。\n次のカードでお確かめください。');

/** The line was edited, and is none any more. */
export const numbersTakenBack = (): Message[] => say('メッセージが編集されたので、前の番号は消しました。');
