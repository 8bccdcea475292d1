// Day and time (第6条(2)④). What she picks is said back with its weekday before it counts.
import type { Prompts } from '../facts.ts';
import type { Button, Card } from '../message.ts';
import { askOnCard, pressAButton } from './asking.ts';
import { backOrQuit, quitButton } from './buttons.ts';
import { callButton, phoneLine } from './contact.ts';
import { dayText, slotText, timeText } from './dates.ts';
import { labels } from './labels.ts';

/** `time`: what she typed with a day that was not clear; it need not be typed again. */
export const dayButton = (day: string, time = ''): Button => ({
  label: dayText(day),
  tap: { event: 'day.picked', day, ...(time !== '' && { time }) },
});

export const timeButton = (time: string): Button => ({
  label: timeText(time),
  tap: { event: 'time.picked', time },
});

export const otherDaysButton: Button = { label: labels.otherDays, tap: { event: 'days.more' } };
export const otherTimesButton: Button = { label: labels.otherTimes, tap: { event: 'times.more' } };

export const slotPrompts = {
  day: ({ days, more, back }, office, misses) => {
    const choices = back ? backOrQuit : [quitButton];
    const [first] = days;
    if (first === undefined) return [noDay(phoneLine(office), [callButton(office)], choices)];
    const example = `${dayText(first).replace(/\(.\)$/, '')} ${timeText(office.consultation.grid[0] ?? '10:00')}`;
    return [
      askOnCard(
        {
          kind: 'card',
          alt: '日にちを選んでください',
          title: '希望の日を選んでください',
          buttons: [...days.map((day) => dayButton(day)), ...(more ? [otherDaysButton] : [])],
          choices,
        },
        {
          full: '「来週の火曜10時」のように書いて送ることもできます。',
          short: '下のボタンから選ぶか、日にちを書いて送ってください。',
          example: `例 ${example}`,
        },
        misses,
        office,
      ),
    ];
  },

  time: ({ day, times, moreTimes }, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: '時間を選んでください',
        title: `${dayText(day)}の何時から？`,
        buttons: [...times.map(timeButton), ...(moreTimes ? [otherTimesButton] : []), otherDaysButton],
        choices: backOrQuit,
      },
      {
        full: `相談は1回${office.consultation.minutes}分です。`,
        short: '下のボタンから選ぶか、時間を書いて送ってください。',
        example: `例 ${timeText(times[0] ?? office.consultation.grid[0] ?? '10:00')}`,
      },
      misses,
      office,
    ),
  ],

  wish: (slot, office, misses) => [
    askOnCard(
      {
        kind: 'card',
        alt: '日時をご確認ください',
        title: `${slotText(slot)} でよろしいですか？`,
        buttons: [
          { label: labels.takeSlot, tap: { event: 'yes' }, tone: 'primary' },
          otherTimesButton,
          otherDaysButton,
        ],
        choices: backOrQuit,
      },
      { short: `「はい」か「${labels.otherDays}」で、お答えください。`, example: pressAButton },
      misses,
      office,
    ),
  ],
} satisfies Pick<Prompts, 'day' | 'time' | 'wish'>;

const noDay = (phone: string, buttons: Button[], choices: readonly Button[]): Card => ({
  kind: 'card',
  alt: 'ご案内',
  title: '申し込める日がありません',
  text: `お電話でご相談ください。\n${phone}`,
  buttons,
  choices,
});
