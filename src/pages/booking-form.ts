// The form of a booking by telephone, with what was typed, what is wrong, and who has the same number.
import { choiceKeys, numbersWays, overrideReasons } from '../../flows/vocabulary.ts';
import { dayOf } from '../core/jst.ts';
import type { BookingPageWords, EntryProblem } from '../messages/words-booking-page.ts';
import type { PersonMatch } from '../records/person-matches.ts';
import { longest, somebodyElse } from './booking-entry.ts';
import type { Field } from './form.ts';
import type { Sent } from './linked-page.ts';
import type { Block } from './page.ts';

export type Shown = {
  sent: Sent;
  matches: readonly PersonMatch[];
  problems: readonly EntryProblem[];
  isLate: boolean;
};

export function formBlock(words: BookingPageWords, shown: Shown): Block {
  const { check, save } = words.buttons;
  const form = {
    ...{ act: 'save', button: save, also: { act: 'check', button: check } },
    fields: fieldsOf(words, shown),
  };
  return { kind: 'form', problems: words.problems, form };
}

function fieldsOf(words: BookingPageWords, { sent, matches, problems, isLate }: Shown): Field[] {
  const errorOf = (field: string) => {
    const found = problems.find((one) => one.field === field);
    return found === undefined ? {} : { error: words.problem(found) };
  };
  const labelled = (name: 'name' | 'phone' | 'jobNumber') => ({
    ...{
      kind: 'text' as const,
      name,
      label: words.labels[name],
      hint: words.hints[name],
      maxLength: longest,
    },
    value: sent[name] ?? '',
    ...errorOf(name),
  });
  const check = (name: 'jobNumberUnknown' | 'terms' | 'conditions'): Field => ({
    ...{ kind: 'check', name, label: words.labels[name], isChecked: sent[name] === 'yes' },
    ...errorOf(name),
  });
  const choose = (name: string, label: string, options: { value: string; label: string }[]): Field => ({
    ...{ kind: 'choice', name, label, options },
    ...(sent[name] !== undefined && { value: sent[name] }),
    ...errorOf(name),
  });
  return [
    labelled('name'),
    { ...labelled('phone'), inputMode: 'tel' },
    { ...labelled('jobNumber'), isOptional: true },
    check('jobNumberUnknown'),
    ...(matches.length === 0 ? [] : [choose('who', words.labels.who, whoOptions(words, matches))]),
    ...choiceKeys.map((choice) => {
      const { label, no, yes } = words.choice(choice);
      return choose(choice, label, [
        { value: 'no', label: no },
        { value: 'yes', label: yes },
      ]);
    }),
    check('terms'),
    check('conditions'),
    choose('numbersBy', words.labels.numbersBy, named(numbersWays, words.numbersBy)),
    ...(isLate ? [choose('reason', words.labels.reason, named(overrideReasons, words.reasons))] : []),
  ];
}

const named = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) =>
  codes.map((value) => ({ value, label: names[value] }));

const whoOptions = (words: BookingPageWords, matches: readonly PersonMatch[]) => [
  ...matches.map(({ id, name, chatId, startsAt, isOpen, isSuspended }) => ({
    value: id,
    label: words.match({
      name,
      hasLine: chatId !== null,
      last: startsAt && dayOf(startsAt),
      isAhead: isOpen,
      isSuspended,
    }),
  })),
  { value: somebodyElse, label: words.somebodyElse },
];
