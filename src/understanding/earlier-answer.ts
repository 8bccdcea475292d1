// A correction of a question of the form that is answered already, written while a later one stands.
import { allChoices, type Detail, type FlowEvent, type PromptKey } from '../../flows/vocabulary.ts';
import { readCorrection } from './correction.ts';
import { readJobNumber } from './job-number.ts';
import { readPhone } from './phone.ts';

/** Which details have been given where this question stands. */
const givenAt: Readonly<Partial<Record<PromptKey, readonly Detail[]>>> = {
  jobNumber: ['name'],
  jobNumberDoubtful: ['name'],
  phone: ['jobNumber', 'name'],
  day: ['phone', 'jobNumber', 'name'],
  time: ['phone', 'jobNumber', 'name'],
  wish: ['phone', 'jobNumber', 'name'],
  ...allChoices(['phone', 'jobNumber', 'name'] as const),
};

const wrong =
  '(?:間違[えっいうわ]|まちが[えっいうわ]|違[っいうう]|ちが[っいう]|変わ[っり]|かわ[っり]|変え|かえ|直し|なおし|訂正|修正)';
const names: Readonly<Record<Detail, RegExp>> = {
  phone: new RegExp(
    `(?:電話番号|電話|携帯|でんわ(?:ばんごう)?|けいたい|ケータイ)(?:番号)?[がをはもの ]{0,2}${wrong}`,
  ),
  jobNumber: new RegExp(
    `(?:求職(?:者)?番号|(?<!電話|携帯)番号|きゅうしょくばんごう)[がをはもの ]{0,2}${wrong}`,
  ),
  name: new RegExp(`(?:名前|氏名|なまえ|名字|苗字)(?:の漢字)?[がをはもの ]{0,2}${wrong}`),
};

/** `words` in half width; `text` as she wrote it. Undefined: it is none, or answers the open question itself. */
export function earlierCorrected(text: string, words: string, at: PromptKey | null): FlowEvent | undefined {
  const field = givenAt[at ?? 'menu']?.find((one) => names[one].test(words));
  if (field === undefined || answersItself(words, at)) return undefined;
  const right = readCorrection(text, field);
  return { type: 'detail.corrected', field, text: right?.type === 'said' ? right.text : null };
}

const answersItself = (words: string, at: PromptKey | null): boolean =>
  at === 'phone' ? readPhone(words).ok : at === 'jobNumber' && readJobNumber(words).ok;
