// An office is data: a JSON profile under `offices/`, or anywhere else by its path.
import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import { graphemes } from '../core/graphemes.ts';
import { clashesOf } from './office-times.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:00');

/** `phone` as it is dialled, hyphens allowed. */
const helplines = z
  .array(z.strictObject({ name: z.string().min(1), phone: z.string().regex(/^#?[\d-]+$/) }))
  .min(1);

/** It becomes a button's label. */
const counsellorName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((name) => graphemes(name).length <= 20, 'must have at most 20 characters');

const officeSchema = z.strictObject({
  name: z.string().min(1),
  /** As people dial it, with hyphens. */
  phone: z.string().regex(/^0\d{1,4}-\d{1,4}-\d{3,4}$/, 'must be a phone number such as 053-454-1910'),
  /** JST, on business days. */
  hours: z.strictObject({ from: time, until: time }),
  consultation: z.strictObject({
    minutes: z.int().min(5).max(240),
    /** 第6条(2)④: a consultation lies wholly inside one of these. JST. */
    windows: z.array(z.strictObject({ from: time, until: time })).min(1),
    /** The starts that are offered; 「ほかの時間」 offers every `fineGridMinutes`. */
    grid: z.array(time).min(1),
    fineGridMinutes: z.int().min(5).max(60),
    /** How many consultations may run side by side. */
    counsellors: z.int().min(1).max(50),
    /** One for each of them, as people are to read it: who is in charge is named on cards and in reminders. */
    counsellorNames: z.array(counsellorName).exactOptional(),
  }),
  requests: z.strictObject({
    /** the same day of the month before, clamped to its end, or the way railways count. */
    opens: z.enum(['sameDayMonthBefore', 'firstOfMonthWhenMissing']),
    /** the last business day before the day, or simply the calendar day before it. */
    closes: z.enum(['lastBusinessDay', 'dayBefore']),
    /** On that day, until this time (exclusive). JST. */
    closesAt: time,
    /** By when staff decide on the last day. JST. */
    decideBy: time,
    /** She hears by `decideBy` this many business days after staff can first see her request. */
    answerWithinBusinessDays: z.int().min(0).max(10),
  }),
  messages: z
    .strictObject({
      /** Of LINE's messages of a month so many are kept for confirmations, reminders of the day before and cancellations. */
      reserve: z.int().min(0).max(100_000),
      /** What cannot wait is pushed to staff while the office is open, or at any hour. */
      toStaff: z.enum(['inHours', 'always']).default('inHours'),
    })
    .default({ reserve: 60, toStaff: 'inHours' }),
  reminders: z.strictObject({
    /** An early one, by calendar days; without it there is none. People can turn it off. */
    daysBefore: z.strictObject({ days: z.int().min(2).max(14), at: time }).exactOptional(),
    dayBeforeAt: time,
    minutesBefore: z.int().min(5).max(180),
  }),
  terms: z.strictObject({ version: z.string().min(1), url: z.url({ protocol: /^https$/ }) }),
  /** Of the notice on personal data: another one when it says something new, so that everybody sees it (D5). */
  privacyNotice: z.strictObject({ version: z.string().min(1) }),
  /** How long what is kept (D6): the office's decision, so nothing is assumed. Deleted once a day at least. */
  retention: z.strictObject({
    /** What was typed and not submitted. */
    draftHours: z.int().min(1).max(72),
    /** Meeting IDs and passcodes, after the end of their consultation. */
    zoomNumbersDays: z.int().min(0).max(60),
    /** Somebody without a booking, after the last message. */
    personWithoutBookingDays: z.int().min(1).max(365),
    /** Whose booking it was, with name and numbers, after its day. State and day stay, for the counts. */
    finishedBookingDays: z.int().min(1).max(3650),
    /** Who did what to a booking, after its day; as long an admin chat after its end, and who of the staff did nothing since. */
    historyDays: z.int().min(1).max(3650),
    /** That a message did not arrive. */
    undeliveredDays: z.int().min(1).max(365),
    /** Codes for an admin chat that nobody used, after their end, and wrong ones. */
    codeDays: z.int().min(1).max(365),
  }),
  /** Who helps people in need, day or night: named when somebody writes of violence, or of not wanting to live (D13). */
  helplines: z.strictObject({
    violence: helplines,
    life: helplines,
    /** For whoever fears to harm a child; without it those of `violence` are named. */
    child: helplines.exactOptional(),
  }),
  personalData: z.literal('chat', 'only "chat" is built so far'),
  zoomDetails: z.literal('message', 'only "message" is built so far'),
});

export type Office = z.infer<typeof officeSchema>;

/** Names both texts that she sees before she agrees; changes when either says something new. */
export const versionsShown = ({ terms, privacyNotice }: Pick<Office, 'terms' | 'privacyNotice'>): string =>
  `${terms.version} ${privacyNotice.version}`;

/** Looked at even when something else of the profile is wrong: all problems are told at once. */
const { hours, consultation, requests } = officeSchema.shape;
const timesSchema = z.object({ hours, consultation, requests });

/** The profile cannot be used; the message is for the operator. */
export class OfficeError extends Error {
  override name = 'OfficeError';
}

/**
 * Reads the profile `name` from `offices/`, or the file at a path.
 * Throws an OfficeError that lists every problem of the profile at once.
 */
export function readOffice(nameOrPath: string, officesDir: string): Office {
  const isPath = isAbsolute(nameOrPath) || nameOrPath.includes('/') || nameOrPath.endsWith('.json');
  const file = isPath ? resolve(nameOrPath) : resolve(officesDir, `${nameOrPath}.json`);
  return parseOffice(readJson(file), file);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new OfficeError(`The office profile ${file} could not be read: ${String(cause)}`, { cause });
  }
}

/** `source` names the profile in the error. */
export function parseOffice(profile: unknown, source: string): Office {
  const result = officeSchema.safeParse(profile);
  const times = timesSchema.safeParse(profile);
  const clashes = times.success ? clashesOf(times.data) : [];
  if (result.success && clashes.length === 0) return result.data;
  const problems = [
    ...(result.error?.issues ?? []).map(({ path, message }) => [path.join('.') || '(whole file)', message]),
    ...clashes.map(({ path, problem }) => [path, problem]),
  ].map(([field, problem]) => `  ${field}: ${problem}`);
  throw new OfficeError(`The office profile ${source} needs fixing:\n${problems.join('\n')}`);
}
