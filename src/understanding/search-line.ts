// 検索 花子: what staff type to find a person. Only as a whole line; what is searched for is never stored or logged.
import { compatible } from '../core/compatible.ts';
import { nameKey } from '../records/name-key.ts';
import { isQuestion } from './plain-words.ts';

/** `wanted` undefined: too little to search for. */
export type SearchLine = { wanted: string | undefined };

/** UTF-16 units: what is longer is talk among colleagues. A name has eighty letters at most. */
const longest = 100;
const searching = /^\s*検索(?:[\s:：、]+(?<wanted>[^\n\r\u2028\u2029]*))?$/u;

/** Undefined: it is none. */
export function readSearchLine(text: string): SearchLine | undefined {
  if (text.length > longest || isQuestion(text)) return undefined;
  const found = searching.exec(text);
  if (found === null) return undefined;
  const wanted = found.groups?.wanted?.trim() ?? '';
  return { wanted: isEnough(wanted) ? wanted : undefined };
}

/** Two characters of a name at least, or four digits. */
export const isEnough = (wanted: string): boolean =>
  Array.from(nameKey(wanted)).length >= 2 && !/^\d{2,3}$/.test(compatible(wanted).trim());
