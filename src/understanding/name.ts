// A name as its owner writes it. Kept without Unicode normalisation: NFC alone already turns U+FA19 into 神.
import { compatible } from '../core/compatible.ts';
import { graphemes } from '../core/graphemes.ts';
import { isWrapped, withoutClosing, withoutCourtesy, withoutItsReading } from './name-courtesy.ts';
import { isForeignSentence } from './name-shape.ts';
import { type NoName, noName } from './no-name.ts';
import { isMistyped, namesLanguage } from './no-name-matter.ts';
import { holdsLink, withoutInvisible } from './shown-safely.ts';

export type NameReading =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly reason: NameRefusal };

/**
 * `notAName`: neither digits nor a link, but no name's letters either. `moreThanAName`: other facts came along,
 * such as her numbers. `sentence`: she says or asks something. `oddSigns`: signs of programs, or marks in heaps.
 * `foreignSentence`: the same in English or Portuguese, or about a language. `mistyped`: a letter that is no kana yet.
 */
export type NameRefusal =
  | 'empty'
  | 'tooLong'
  | 'digitsOnly'
  | 'digitsInside'
  | 'link'
  | 'notAName'
  | 'moreThanAName'
  | 'oddSigns'
  | 'foreignSentence'
  | 'mistyped'
  | NoName;

const longestName = 80;
/** UTF-16 units: marks without end make no longer name, only a longer text. */
const mostUnits = 200;
/** A family name and a given name, each on its own line. */
const mostLines = 2;

/**
 * Reads a name of 1–80 characters (as people count them) and refuses only what is surely none.
 * 「…です」 around it is left out; the name itself stays as it was typed.
 */
export function readName(text: string): NameReading {
  // Twice: a mark may have stood on the courtesy.
  const name = clean(withoutCourtesy(clean(withoutItsReading(text))));
  if (name === '') return refuse('empty');
  // Asked of the compatibility form: radicals that a PDF left for kanji (⼭) are no letters to Unicode.
  const letters = compatible(name);
  if (holdsLink(letters)) return refuse('link');
  if (!/\p{L}/u.test(letters)) return refuse(/\p{N}/u.test(letters) ? 'digitsOnly' : 'notAName');
  // One kana or letter is nobody's name; one kanji is.
  if (/^[\p{sc=Hira}\p{sc=Kana}\p{sc=Latn}ー]$/u.test(letters)) return refuse('notAName');
  if (saysMore(compatible(withoutClosing(withoutItsReading(text))))) return refuse('moreThanAName');
  if (isForeignSentence(letters) || namesLanguage(letters)) return refuse('foreignSentence');
  if (isMistyped(letters)) return refuse('mistyped');
  const because = noName(letters);
  if (because !== undefined) return refuse(because);
  if (/\p{Nd}/u.test(letters)) return refuse('digitsInside');
  if (isWrapped(name)) return refuse('sentence');
  if (name.length > mostUnits || graphemes(name).length > longestName) return refuse('tooLong');
  return hasOddSigns(letters) ? refuse('oddSigns') : { ok: true, name };
}

/**
 * `<>{}=` in any width, and arrows: staff see a name on cards, pages and in other programs. Vietnamese piles up two marks,
 * Thai and Nepali three at most; Burmese writes up to three more beside its letter.
 */
const hasOddSigns = (letters: string): boolean =>
  /[<>{}=→⇒]/.test(letters) ||
  /(?:\p{Mc}*[\p{Mn}\p{Me}]){4}|(?:[\p{Mn}\p{Me}]*\p{Mc}){4}/u.test(letters.normalize('NFD'));

/** Digits enough for a number, or lines that no name has. */
function saysMore(text: string): boolean {
  const lines = text.split(lineBreak).filter((line) => line.trim() !== '');
  const hasLineOfItsOwn = lines.slice(1).some((line) => /\p{N}|(?:ます|ません)[。.!\s]*$/u.test(line));
  return (text.match(/\p{Nd}/gu)?.length ?? 0) >= 4 || lines.length > mostLines || hasLineOfItsOwn;
}

const refuse = (reason: NameRefusal): NameReading => ({ ok: false, reason });

const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]+/;

/**
 * Trimmed, line breaks made spaces, control and invisible characters taken out, and marks that stand on nothing.
 * The ＝ between foreign names stays, as the letter that is made for it.
 */
const clean = (text: string): string =>
  withoutInvisible(text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '))
    .replaceAll(/(?<=[\p{sc=Kana}\p{sc=Han}ー])＝(?=[\p{sc=Kana}\p{sc=Han}])/gu, '゠')
    .replace(/^[\s\p{M}]+/u, '')
    .trim();
