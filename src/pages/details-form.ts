// A person's details in a form, for staff who put them right: read as in the chat, and what cannot be read is said beside it.
import { z } from 'zod';
import type { Detail } from '../../flows/vocabulary.ts';
import { showPhone } from '../messages/show-phone.ts';
import type { DetailsFormWords } from '../messages/words.ts';
import type { CompleteDetails } from '../records/personal-data.ts';
import { readJobNumber } from '../understanding/job-number.ts';
import { readName } from '../understanding/name.ts';
import { readPhone } from '../understanding/phone.ts';
import type { Field } from './form.ts';
import type { Sent } from './linked-page.ts';
import type { Block } from './page.ts';

/** As they stand in the fields. An empty jobseeker number: not known. */
export type TypedDetails = Record<Detail, string>;
/** Why a field cannot be taken. */
export type DetailErrors = Partial<Record<Detail, string>>;

export const typedFrom = ({ name, phone, jobNumber }: CompleteDetails): TypedDetails => ({
  name,
  phone: showPhone(phone),
  jobNumber: jobNumber ?? '',
});

/** UTF-16 units: what is longer is nobody's. */
const longest = 200;
const text = z.string().max(longest).catch('');

export const typedIn = (sent: Sent): TypedDetails => ({
  name: text.parse(sent.name),
  phone: text.parse(sent.phone),
  jobNumber: text.parse(sent.jobNumber),
});

export function readDetailsTyped(
  typed: TypedDetails,
): { ok: true; details: CompleteDetails } | { ok: false; errors: DetailErrors } {
  const name = readName(typed.name);
  const phone = readPhone(typed.phone);
  const number = typed.jobNumber.trim() === '' ? null : readJobNumber(typed.jobNumber);
  if (name.ok && phone.ok && (number === null || number.ok))
    return {
      ok: true,
      details: { name: name.name, phone: phone.phone, jobNumber: number === null ? null : number.jobNumber },
    };
  return {
    ok: false,
    errors: {
      ...(!name.ok && { name: name.reason }),
      ...(!phone.ok && { phone: phone.reason }),
      ...(number !== null && !number.ok && { jobNumber: number.reason }),
    },
  };
}

const inputs: Readonly<Record<Detail, { maxLength: number; inputMode: 'text' | 'tel' | 'numeric' }>> = {
  name: { maxLength: 80, inputMode: 'text' },
  phone: { maxLength: 20, inputMode: 'tel' },
  jobNumber: { maxLength: 20, inputMode: 'text' },
};

/** `seen`: a mark of the details that the form was made from. */
export function detailsForm(
  typed: TypedDetails,
  errors: DetailErrors,
  seen: string,
  words: DetailsFormWords,
): Block {
  const fields = (['name', 'phone', 'jobNumber'] as const).map((name): Field => {
    const reason = errors[name];
    const hint = words.hints[name];
    return {
      ...{ kind: 'text', name, label: words.labels[name], value: typed[name], ...inputs[name] },
      ...(hint !== undefined && { hint }),
      ...(name === 'jobNumber' && { isOptional: true as const }),
      ...(reason !== undefined && { error: words.refused(name, reason) }),
    };
  });
  return {
    kind: 'form',
    problems: words.problems,
    form: { act: 'save', button: words.save, fields, hidden: { seen } },
  };
}
