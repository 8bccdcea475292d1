// How 利用見合わせ is spoken of on cards, and the button that leads to it.
import type { Moment } from '../../booking/shown.ts';
import type { PersonCard, PersonLead, SuspensionFacts } from '../facts-people.ts';
import type { Notice } from '../facts-staff.ts';
import type { Button, Fact } from '../message.ts';
import { dayText, momentSince, slotText } from './dates.ts';
import { labels, suspensionReasonNames, suspensionTermNames } from './labels.ts';
import { lookUp } from './look-up.ts';
import { called } from './staff-called.ts';

export const suspendButton = (person: string): Button => ({
  label: labels.suspend,
  tap: { event: 'suspend.asked', person },
});

/** To the person's card, with the button that lifts it. */
export const suspendedButton = (person: string): Button => ({
  label: labels.suspended,
  tap: { event: 'person.asked', person },
});

/** With its year: it may lie half a year ahead. */
export const untilText = (lastDay: string | null): string =>
  lastDay === null ? suspensionTermNames.open : `${lastDay.slice(0, 4)}年${dayText(lastDay)}まで`;

/** On the card of a booking. */
export const suspendedFacts = (suspended: { lastDay: string | null } | null): Fact[] =>
  suspended === null ? [] : [{ label: labels.suspend, value: untilText(suspended.lastDay) }];

const reasonText = (reason: string): string => lookUp<string>(suspensionReasonNames, reason) ?? 'そのほか';

export const suspensionFacts = ({ reason, lastDay, by, at }: SuspensionFacts, now: Moment): Fact[] => [
  {
    label: labels.suspend,
    value: [
      untilText(lastDay),
      reasonText(reason),
      ...(at === null ? [] : [`${momentSince(at, now.day)}${by === null ? '' : ` ${called(by)}`}`]),
    ].join('\n'),
  },
];

export const openText = (open: readonly Notice[]): string[] =>
  open.length === 0
    ? []
    : [
        '次の予約は、そのままです。',
        ...open.map(({ receipt, slot }) => `${slotText(slot)}\n受付番号 ${receipt}`),
      ];

export const notToPerson = 'ご本人には、お知らせしません。';

const leads: Readonly<Record<PersonLead, (card: PersonCard, now: Moment) => string>> = {
  suspended: ({ open, suspension }) =>
    [
      `${suspension?.by == null ? '' : `${called(suspension.by)}が`}利用見合わせにしました。`,
      notToPerson,
      ...openText(open),
    ].join('\n'),
  lifted: () => `利用見合わせを解除しました。\n${notToPerson}`,
  before: ({ suspension }, now) =>
    suspension?.at == null
      ? 'もう利用見合わせにしています。'
      : `${suspension.by === null ? '職員' : called(suspension.by)}が${momentSince(suspension.at, now.day)}に利用見合わせにしています。`,
  notNow: () => 'さきほどのカードのあとに、変わりました。\nいまは、下のとおりです。',
};
export const personLeadText = (lead: PersonLead, card: PersonCard, now: Moment): string =>
  leads[lead](card, now);
