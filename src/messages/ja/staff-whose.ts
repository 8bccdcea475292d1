// Whose booking a card asks about, and how that person will hear of the answer. It is said before the press.
import type { Notice, Whose } from '../facts-staff.ts';
import type { Fact } from '../message.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { unlessBanned } from './staff-notice-words.ts';
import { noticeFacts } from './staff-requests.ts';

export const whoseFacts = ({ name, ...notice }: Notice & { name: string | null }): Fact[] => [
  ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
  ...noticeFacts(notice),
];

export const toldInAMinute = 'ご本人には、1分後にお知らせします。';

/** `byLine`: what is said where LINE reaches that person. `but`: the answer that a person without LINE knows already, having given it by telephone. */
export function howTold(
  { reach, noCall }: Pick<Whose, 'reach' | 'noCall'>,
  byLine: string,
  but?: string,
): string {
  if (reach === 'line') return byLine;
  const known = but !== undefined && reach === 'noLine' ? `「${but}」のほかは、` : '';
  return `ご本人にLINEは届きません。\n${unlessBanned(noCall, `${known}1分後に「${labels.calls}」に出ます。`)}`;
}
