// 担当を変える: who is free at that time, and who is not.
import type { CounsellorChoice } from '../facts-people.ts';
import type { Brief } from '../facts-staff.ts';
import type { Message } from '../message.ts';
import { cutLabel } from './buttons.ts';
import { fieldNames } from './field-names.ts';
import { noticeFacts } from './staff-requests.ts';

const say = (text: string): Message[] => [{ kind: 'text', text }];
const busy = (name: string): string => `${name}さんは、その時間に別の予約があります。`;

/** `now`: who has it. A card has room for a dozen lines of those who are busy. */
export const whichCounsellor = (
  choices: readonly CounsellorChoice[],
  { name, now, ...brief }: Brief & { name: string | null; now: string | null },
): Message[] => {
  const free = choices.filter(({ isTaken }) => !isTaken).slice(0, mostFree);
  const taken = choices.filter(({ isTaken }) => isTaken).slice(0, mostTaken);
  return [
    {
      kind: 'card',
      alt: '担当を選んでください',
      title: '担当を変える',
      text:
        free.length === 0
          ? 'その時間に空いている相談員は、ほかにいません。'
          : '選ぶと、すぐに変わります。\nいまは、ご本人にお知らせしません。',
      facts: [
        ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
        ...noticeFacts(brief),
        ...(now === null ? [] : [{ label: 'いまの担当', value: now }]),
      ],
      ...(taken.length > 0 && { note: taken.map((one) => busy(one.name)).join('\n') }),
      buttons: free.map((one) => ({
        label: cutLabel(one.name),
        tap: {
          event: 'counsellor.picked',
          booking: brief.id,
          version: brief.version,
          counsellor: one.counsellor,
        },
      })),
    },
  ];
};
const mostFree = 20;
const mostTaken = 12;

export const counsellorTaken = (name: string): Message[] => say(`${busy(name)}\n担当は、そのままです。`);

/** Not there on that day, or not in the profile any more. */
export const counsellorAway = (): Message[] =>
  say('その相談員は、この日にはいません。\n担当は、そのままです。');
