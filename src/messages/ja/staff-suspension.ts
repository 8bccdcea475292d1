// 利用見合わせ: why, until when, and asked once more; what it does not touch is named before the press.
import { suspensionReasons, suspensionTerms } from '../../../flows/vocabulary.ts';
import type { SuspensionAsked } from '../facts-people.ts';
import type { Fact, Message } from '../message.ts';
import { fieldNames } from './field-names.ts';
import { labels, suspensionReasonNames, suspensionTermNames } from './labels.ts';
import { notToPerson, openText, untilText } from './staff-suspension-words.ts';

const whose = (name: string | null): Fact[] =>
  name === null ? [] : [{ label: fieldNames.name, value: name }];

export const whySuspend = ({ person, name }: SuspensionAsked): Message[] => [
  {
    kind: 'card',
    alt: '理由を選んでください',
    title: '利用見合わせの理由',
    text: `記録のための理由です。\n${notToPerson}\nこのあと、期間を選びます。`,
    facts: whose(name),
    buttons: suspensionReasons.map((reason) => ({
      label: suspensionReasonNames[reason],
      tap: { event: 'suspend.reason', person, reason },
    })),
  },
];

export const suspendUntilWhen = ({ person, name, reason = 'other' }: SuspensionAsked): Message[] => [
  {
    kind: 'card',
    alt: '期間を選んでください',
    title: '利用見合わせの期間',
    text: 'このあと、もう一度たずねます。',
    facts: [...whose(name), { label: '理由', value: suspensionReasonNames[reason] }],
    buttons: suspensionTerms.map((term) => ({
      label: suspensionTermNames[term],
      tap: { event: 'suspend.term', person, reason, term },
    })),
  },
];

export const suspendAgain = ({
  person,
  name,
  reason = 'other',
  term = 'open',
  lastDay = null,
  open = [],
}: SuspensionAsked): Message[] => [
  {
    kind: 'card',
    alt: '利用見合わせの確認です',
    title: '利用見合わせにしますか？',
    text: [
      'LINEで申し込もうとすると「お電話でご相談ください」と出ます。',
      '理由は出ません。',
      'いま、ご本人にお知らせは送りません。',
      ...openText(open),
    ].join('\n'),
    facts: [
      ...whose(name),
      { label: '理由', value: suspensionReasonNames[reason] },
      { label: '期間', value: untilText(lastDay) },
    ],
    buttons: [{ label: labels.suspendYes, tap: { event: 'suspend.made', person, reason, term } }],
  },
];
