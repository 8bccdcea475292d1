// Consent, eligibility and the three personal facts.
import { createHash } from 'node:crypto';
import type { Office } from '../../config/office.ts';
import { ja } from '../../messages/ja/index.ts';
import { shownText } from '../../messages/shown-text.ts';
import { dropDraft, keepInDraft } from '../personal-data.ts';
import { readJobNumber } from '../reading/job-number.ts';
import { readName } from '../reading/name.ts';
import { readPhone } from '../reading/phone.ts';
import { personOf } from '../turn.ts';
import type { Handler } from './handler.ts';

/** What was on the card of the terms, for the record. */
export const hashOfTerms = (office: Office): string =>
  createHash('sha256')
    .update(shownText(ja.prompts.terms({}, office, 0)))
    .digest('hex');

/** which text was shown, when, and with which words she agreed. */
export const recordConsent: Handler<'recordConsent'> = async ({ wording }, turn) => {
  await turn.tx.consent.create({
    data: {
      personId: personOf(turn).id,
      termsVersion: turn.office.terms.version,
      shownSha256: hashOfTerms(turn.office),
      wording,
      agreedAt: turn.happenedAt,
    },
  });
  return undefined;
};

export const recordEligibility: Handler<'recordEligibility'> = async (_, turn) => {
  await turn.tx.person.update({ where: { id: personOf(turn).id }, data: { eligibleAt: turn.happenedAt } });
  return undefined;
};

export const keepName: Handler<'keepName'> = async ({ text }, turn) => {
  const reading = readName(text);
  if (!reading.ok) return { type: 'not.kept', reason: reading.reason };
  await keepInDraft(turn.tx, turn.sealer, turn.chatId, { name: reading.name }, turn.now);
  return { type: 'kept' };
};

export const keepJobNumber: Handler<'keepJobNumber'> = async ({ text }, turn) => {
  const reading = readJobNumber(text);
  if (!reading.ok) return { type: 'not.kept', reason: reading.reason };
  await keepInDraft(turn.tx, turn.sealer, turn.chatId, { jobNumber: reading.jobNumber }, turn.now);
  return reading.result === 'confirm' ? { type: 'kept.doubtfully' } : { type: 'kept' };
};

export const keepNoJobNumber: Handler<'keepNoJobNumber'> = async (_, turn) => {
  await keepInDraft(turn.tx, turn.sealer, turn.chatId, { jobNumber: null }, turn.now);
  return undefined;
};

export const keepPhone: Handler<'keepPhone'> = async ({ text }, turn) => {
  const reading = readPhone(text);
  if (!reading.ok) return { type: 'not.kept', reason: reading.reason };
  await keepInDraft(turn.tx, turn.sealer, turn.chatId, { phone: reading.phone }, turn.now);
  return { type: 'kept' };
};

export const dropTyped: Handler<'dropDraft'> = async (_, turn) => {
  await dropDraft(turn.tx, turn.chatId);
  return undefined;
};
