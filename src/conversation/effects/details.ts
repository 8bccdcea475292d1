// Consent, eligibility and the three personal facts.
import { createHash } from 'node:crypto';
import type { Detail, FlowEvent } from '../../../flows/vocabulary.ts';
import type { Message } from '../../messages/message.ts';
import { shownText } from '../../messages/shown-text.ts';
import { recordConsent as keepConsent } from '../../records/consents.ts';
import { dropDraft, keepInDraft } from '../../records/draft.ts';
import { recordEligibility as keepEligibility } from '../../records/people.ts';
import { besideNumber } from '../../understanding/beyond.ts';
import { readJobNumber } from '../../understanding/job-number.ts';
import { readName } from '../../understanding/name.ts';
import { readPhone } from '../../understanding/phone.ts';
import { personOf, type Turn } from '../turn.ts';
import type { Handler } from './handler.ts';

/** SHA-256, hex, of all that was shown. */
const hashOf = (messages: readonly Message[]): string =>
  createHash('sha256').update(shownText(messages)).digest('hex');

/** Whose texts, in which words. */
type Shown = Pick<Turn, 'office' | 'words'>;

/** What was on the card of the terms, for the record: the last of what is shown there. */
export const hashOfTerms = ({ office, words }: Shown): string =>
  hashOf(words.prompts.terms({}, office, 0).slice(-1));

/** What the notice on personal data said, for the record. */
export const hashOfNotice = ({ office, words }: Shown): string => hashOf(words.privacyNotice(office));

/** Whoever agrees in many words may tell what does not belong here: the first of them will do. In characters. */
const wordingMax = 40;

/** R-40, D5: which texts were shown, when, and with which words she agreed. */
export const recordConsent: Handler<'recordConsent'> = async ({ wording }, turn) => {
  await keepConsent(turn.tx, {
    personId: personOf(turn).id,
    termsVersion: turn.office.terms.version,
    shownSha256: hashOfTerms(turn),
    noticeVersion: turn.office.privacyNotice.version,
    noticeSha256: hashOfNotice(turn),
    wording: [...wording.slice(0, 2 * wordingMax)].slice(0, wordingMax).join(''),
    channel: 'line',
    agreedAt: turn.happenedAt,
  });
  return undefined;
};

export const recordEligibility: Handler<'recordEligibility'> = async (_, turn) => {
  await keepEligibility(turn.tx, personOf(turn).id, turn.happenedAt);
  return undefined;
};

export const keepName: Handler<'keepName'> = async ({ text }, turn) => {
  const reading = readName(text);
  if (!reading.ok) return { type: 'not.kept', reason: reading.reason };
  await keepInDraft(turn, { name: reading.name });
  return { type: 'kept' };
};

export const keepJobNumber: Handler<'keepJobNumber'> = async ({ text }, turn) => {
  const reading = readJobNumber(text);
  if (!reading.ok) return { type: 'not.kept', reason: reading.reason };
  const beside = besideNumber(text);
  // It names a person on record: it must be hers.
  if (beside === 'whose') return { type: 'not.kept', reason: 'anothers' };
  await keepInDraft(turn, { jobNumber: reading.jobNumber });
  if (beside !== 'nothing') sayRestNotKept('jobNumber', turn, beside === 'later' || readPhone(text).ok);
  return reading.result === 'confirm' ? { type: 'kept.doubtfully' } : { type: 'kept' };
};

export const keepNoJobNumber: Handler<'keepNoJobNumber'> = async (_, turn) => {
  await keepInDraft(turn, { jobNumber: null });
  return undefined;
};

export const keepPhone: Handler<'keepPhone'> = async ({ text }, turn) => {
  const reading = readPhone(text);
  if (!reading.ok) return { type: 'not.kept', reason: reading.reason };
  if (isOurs(reading.phone, turn)) return { type: 'not.kept', reason: 'ours' };
  await keepInDraft(turn, { phone: reading.phone });
  const beside = besideNumber(text);
  if (beside === 'whose') sayRestNotKept('whosePhone', turn);
  else if (beside !== 'nothing') sayRestNotKept('phone', turn, beside === 'later');
  return { type: 'kept' };
};

/** The number that stands on every card of ours. */
function isOurs(phone: string, { office }: Turn): boolean {
  const ours = readPhone(office.phone);
  return ours.ok && ours.phone === phone;
}

const keepers = { name: keepName, jobNumber: keepJobNumber, phone: keepPhone } as const;
const types = { name: 'keepName', jobNumber: 'keepJobNumber', phone: 'keepPhone' } as const;
const refusals = { name: 'nameRefused', jobNumber: 'jobNumberRefused', phone: 'phoneRefused' } as const;

/** 「求職番号まちがえた 22020-9999999」 while the phone is asked: the other question stays open. */
export const correctDetail: Handler<'correctDetail'> = async ({ field, text }, turn) => {
  const answer = text === null ? undefined : await keep(field, text, turn);
  if (answer?.type !== 'not.kept') turn.reply(...turn.words.corrected(field, answer !== undefined));
  else {
    const context = { facts: { reason: answer.reason }, openPrompt: null, misses: 0 };
    turn.reply(...turn.words.remarks[refusals[field]](context, turn.office));
  }
  return undefined;
};

function keep(field: Detail, text: string, turn: Turn): Promise<FlowEvent | undefined> {
  // The table pairs each field with its own effect, which TypeScript cannot follow through a lookup.
  const keeper = keepers[field] as (effect: { type: string; text: string }, turn: Turn) => Promise<FlowEvent>;
  return keeper({ type: types[field], text }, turn);
}

/** `kept`: what of her message was taken down. `later`: the form asks for the rest. */
export const sayRestNotKept = (kept: string, turn: Turn, later = false): void =>
  turn.reply(
    ...turn.words.remarks.restNotKept({ facts: { kept, later }, openPrompt: null, misses: 0 }, turn.office),
  );

export const dropTyped: Handler<'dropDraft'> = async (_, turn) => {
  await dropDraft(turn);
  return undefined;
};
