// A remark of the flows, in the words that are handed in.
import type { Remark } from '../../flows/vocabulary.ts';
import type { Office } from '../config/office.ts';
import type { RemarkPlace, Remarks } from './facts.ts';
import type { Message } from './message.ts';

export function sayRemark(words: Remarks, remark: Remark, place: RemarkPlace, office: Office): Message[] {
  const facts = 'facts' in remark ? remark.facts : {};
  // The table pairs each key with its own facts, which TypeScript cannot follow through a lookup.
  const say = words[remark.key] as (context: object, office: Office) => Message[];
  return say({ facts, ...place }, office);
}
