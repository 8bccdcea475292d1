// Whose booking a card asks about, and how that person will hear of the answer. It is said before the press.
import type { Notice, Reach } from '../facts-staff.ts';
import type { Fact } from '../message.ts';
import { fieldNames } from './field-names.ts';
import { labels } from './labels.ts';
import { noticeFacts } from './staff-requests.ts';

export const whoseFacts = ({ name, ...notice }: Notice & { name: string | null }): Fact[] => [
  ...(name === null ? [] : [{ label: fieldNames.name, value: name }]),
  ...noticeFacts(notice),
];

/** `but`: the answer that a person without LINE knows already, having given it by telephone. */
export const noLineTold = (reach: Exclude<Reach, 'line'>, but?: string): string =>
  `ご本人にLINEは届きません。\n${but !== undefined && reach === 'noLine' ? `「${but}」のほかは、` : ''}1分後に「${labels.calls}」に出ます。`;
