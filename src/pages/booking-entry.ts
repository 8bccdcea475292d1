// What staff typed on the page of a booking by telephone, read with the readers of the form in LINE.
import {
  type Choices,
  choiceKeys,
  choices,
  mapTable,
  type NumbersBy,
  numbersWays,
  type OverrideReason,
  overrideReasons,
} from '../../flows/vocabulary.ts';
import type { Office } from '../config/office.ts';
import type { EntryProblem } from '../messages/words-booking-page.ts';
import type { PersonMatch } from '../records/person-matches.ts';
import type { CompleteDetails } from '../records/personal-data.ts';
import { readJobNumber } from '../understanding/job-number.ts';
import { readName } from '../understanding/name.ts';
import { readPhone } from '../understanding/phone.ts';
import type { Sent } from './linked-page.ts';

/** UTF-16 units of a field. */
export const longest = 120;

/** Null: nothing that can be read, and why is among the problems. */
type Typed = {
  name: string | null;
  phone: string | null;
  jobNumber: string | null;
  problems: EntryProblem[];
};

/** `who`: whose booking it is; null: somebody who is not on record. */
export type Entry = {
  details: CompleteDetails;
  choices: Choices;
  who: PersonMatch | null;
  numbersBy: NumbersBy | null;
  overrideReason: OverrideReason | null;
};

const text = (sent: Sent, field: string): string => (sent[field] ?? '').slice(0, longest).trim();

export function readTyped(sent: Sent, { phone: own }: Pick<Office, 'phone'>): Typed {
  const name = readName(text(sent, 'name'));
  const phone = readPhone(text(sent, 'phone'));
  const jobNumber = readJobNumber(text(sent, 'jobNumber'));
  const isUnknown = sent.jobNumberUnknown === 'yes' && text(sent, 'jobNumber') === '';
  const isOurs = phone.ok && phone.phone === own.replaceAll(/\D/g, '');
  const problems = [
    ...(name.ok ? [] : [problem('name', sent, name.reason)]),
    ...(phone.ok ? [] : [problem('phone', sent, phone.reason)]),
    ...(isOurs ? [{ field: 'phone' as const, because: 'ours' }] : []),
    ...(jobNumber.ok || isUnknown ? [] : [problem('jobNumber', sent, jobNumber.reason)]),
  ];
  return {
    name: name.ok ? name.name : null,
    phone: phone.ok && !isOurs ? phone.phone : null,
    jobNumber: jobNumber.ok ? jobNumber.jobNumber : null,
    problems,
  };
}

const problem = (field: 'name' | 'phone' | 'jobNumber', sent: Sent, because: string): EntryProblem => ({
  field,
  because: text(sent, field) === '' ? 'missing' : because,
});

const listed = <Code extends string>(codes: readonly Code[], sent: string | undefined): Code | null =>
  codes.find((code) => code === sent) ?? null;

export const somebodyElse = 'other';

/** All of it, or what is wrong. `matches`: people with the same number. `isLate`: a reason is needed. */
export function readEntry(
  sent: Sent,
  typed: Typed,
  { matches, isLate }: { matches: readonly PersonMatch[]; isLate: boolean },
): { entry: Entry | null; problems: EntryProblem[] } {
  const who = matches.find(({ id }) => id === sent.who) ?? null;
  const isChosen = who !== null || matches.length === 0 || sent.who === somebodyElse;
  const numbersBy = listed(numbersWays, sent.numbersBy);
  const overrideReason = listed(overrideReasons, sent.reason);
  const needsWay = who?.chatId == null;
  const missing = [
    ...choiceKeys.filter((choice) => sent[choice] !== 'yes' && sent[choice] !== 'no'),
    ...(needsWay && numbersBy === null ? (['numbersBy'] as const) : []),
    ...(isLate && overrideReason === null ? (['reason'] as const) : []),
    ...(isChosen ? [] : (['who'] as const)),
    ...(sent.terms === 'yes' ? [] : (['terms'] as const)),
    ...(sent.conditions === 'yes' ? [] : (['conditions'] as const)),
  ].map((field) => ({ field, because: 'missing' }));
  const problems = [...typed.problems, ...missing];
  const { name, phone, jobNumber } = typed;
  if (problems.length > 0 || name === null || phone === null) return { entry: null, problems };
  return {
    entry: {
      details: { name, phone, jobNumber },
      choices: mapTable(choices, (_, choice) => sent[choice] === 'yes'),
      ...{ who, numbersBy: needsWay ? numbersBy : null, overrideReason: isLate ? overrideReason : null },
    },
    problems,
  };
}
