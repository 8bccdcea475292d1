// 「つなぐ 4821-0093」: the code that staff told somebody by telephone. It counts only after the word, for people type numbers of
// their own.
import { compatible } from '../core/compatible.ts';

/** Far longer than any spelling of it. */
const longest = 60;

const digits = String.raw`(\d{4})[\p{Pd}ー−─\s]*(\d{4})`;
const named = new RegExp(String.raw`^(?:つなぐ|ツナグ|繋ぐ)[\s:、]*${digits}[\s。]*$`, 'u');
const meant = /^(?:つなぐ|ツナグ|繋ぐ)[\s:、]*\d[\d\s\p{Pd}ー−─]*$/u;
const around = /[\p{Cf}「」『』]/gu;

/** The eight digits. `unclear`: the word with a number that is no such code. Undefined: something else. */
export function readLinkLine(text: string): { digits: string } | 'unclear' | undefined {
  if (text.length > longest) return undefined;
  const line = compatible(text).replaceAll(around, '').trim();
  const code = named.exec(line)?.slice(1).join('');
  if (code !== undefined) return { digits: code };
  return meant.test(line) ? 'unclear' : undefined;
}
