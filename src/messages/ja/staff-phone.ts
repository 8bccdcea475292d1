// 電話予約: the free times, the slot that is held, and why one is not.

import type { Slot } from '../../booking/shown.ts';
import type { CannotBook } from '../../booking/staff-times.ts';
import { parseDay, weekday } from '../../core/jst.ts';
import type { FreeTime, FreeTimes, HeldSlot } from '../facts-phone.ts';
import type { Button, Message } from '../message.ts';
import { dayText, slotLines, timeText } from './dates.ts';
import { phoneLabels } from './phone-labels.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];
const weekdays = '日月火水木金土';

/** `12/4(金) 10:00` */
export function shortTime({ day, time }: Pick<FreeTime, 'day' | 'time'>): string {
  const valid = parseDay(day);
  const letter = valid === undefined ? '' : `(${weekdays[weekday(valid)]})`;
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))}${letter} ${timeText(time)}`;
}

const form = '次のように送ってください。\n電話予約 12/10 10:00';

export const timesToHold = ({ times, next, isLate, from }: FreeTimes & { from: string }): Message[] =>
  times.length === 0
    ? say(`空いている日時が、もうありません。\n日を決めて調べるときは、${form}`)
    : [
        {
          kind: 'card',
          alt: '電話予約の日時を選んでください',
          title: phoneLabels.phoneBooking,
          text: `日時を選ぶと、15分おさえます。
そのあいだに、ページでお名前などを入れてください。${isLate ? '\n受付の締め切りを過ぎた日時です。\n理由を、ページで選びます。' : ''}`,
          buttons: [
            ...times.map(
              (free): Button => ({ label: shortTime(free), tap: { event: 'hold.picked', at: free.at } }),
            ),
            ...(next === null
              ? []
              : [
                  {
                    label: phoneLabels.moreTimes,
                    tap: { event: 'hold.asked', from, late: isLate ? 1 : 0, page: next },
                  },
                ]),
          ],
        },
      ];

export const slotHeld = ({ hold, slot, until, link, isLate }: HeldSlot & { isLate: boolean }): Message[] => [
  {
    kind: 'card',
    alt: '電話予約の日時をおさえました',
    title: '電話中',
    text: `${timeText(until.time)}まで、この日時をおさえました。
氏名や電話番号は、ここに書かずにページで入れてください。${isLate ? '\n受付の締め切りを過ぎています。\n理由を、ページで選びます。' : ''}`,
    facts: [{ label: '日時', value: slotLines(slot) }],
    buttons: [
      { label: phoneLabels.entryPage, link, tone: 'primary' },
      { label: phoneLabels.letGo, tap: { event: 'hold.dropped', hold } },
    ],
  },
];

export const whyNoBooking: Readonly<Record<CannotBook | 'taken', string>> = {
  past: 'もう過ぎています。',
  closed: '休みの日か、休業です。',
  notOpenYet: 'まだ受付が始まっていません。',
  outside: '相談を始められない時間です。',
  taken: '予約が入っているか、ほかの職員が電話中です。',
};

export const slotNotHeld = (
  because: CannotBook | 'taken',
  { day, time }: Pick<Slot, 'day' | 'time'>,
): Message[] => [
  {
    kind: 'card',
    alt: 'この日時では予約できません',
    text: `${dayText(day)}${timeText(time)}は、${whyNoBooking[because]}`,
    buttons: [{ label: '空いている日時', tap: { event: 'hold.asked', from: day, late: 0, page: 0 } }],
  },
];

export const holdDropped = (wasThere: boolean): Message[] =>
  say(
    wasThere
      ? 'おさえるのをやめました。\nこの日時は、また空きになります。'
      : 'この日時は、もうおさえていません。',
  );

export const phoneLineUnclear = (): Message[] => say(`電話予約の日時が読み取れませんでした。\n${form}`);

/** PUBLIC_URL is not set. */
export const phoneWithoutPage = (): Message[] =>
  say(
    '入力ページを開けないので、電話予約はできません。\nPUBLIC_URLの設定を、技術担当の方にお知らせください。',
  );
