// A name as its owner writes it. Kept without Unicode normalisation: NFC alone already turns U+FA19 into 神.
import { graphemes } from './plain-text.ts';

export { nameKey } from './name-key.ts';

export type NameReading =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly reason: NameRefusal };

/**
 * `notAName`: neither digits nor a link, but no letter either. `sentence`: she says or asks something.
 * `moreThanAName`: other facts came along, such as her numbers.
 */
export type NameRefusal =
  | 'empty'
  | 'tooLong'
  | 'digitsOnly'
  | 'link'
  | 'notAName'
  | 'sentence'
  | 'moreThanAName';

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
  const name = withoutCourtesy(clean(text));
  if (name === '') return refuse('empty');
  if (/https?:|www\.|\S@\S+\.\S/i.test(name.normalize('NFKC'))) return refuse('link');
  // Asked of the compatibility form: radicals that a PDF left for kanji (⼭) are no letters to Unicode.
  const compatible = name.normalize('NFKC');
  if (!/\p{L}/u.test(compatible)) return refuse(/\p{N}/u.test(compatible) ? 'digitsOnly' : 'notAName');
  if (saysMore(text.normalize('NFKC'))) return refuse('moreThanAName');
  if (isSentence(compatible)) return refuse('sentence');
  const isTooLong = name.length > mostUnits || graphemes(name).length > longestName;
  return isTooLong ? refuse('tooLong') : { ok: true, name };
}

/** Digits enough for a number, or lines that no name has. */
function saysMore(text: string): boolean {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const hasLineOfItsOwn = lines.slice(1).some((line) => /\p{N}|(?:ます|ません)[。.!\s]*$/u.test(line));
  return (text.match(/\p{Nd}/gu)?.length ?? 0) >= 4 || lines.length > mostLines || hasLineOfItsOwn;
}

/** A question, several sentences, or a sentence's end that no name has. */
const isSentence = (text: string): boolean =>
  /[?!。]/.test(text) ||
  /(?:です|ます|でしょう)か$|(?:ません|ました|ください|下さい|けど|けれど|ないです|したい)$/.test(text);

const refuse = (reason: NameRefusal): NameReading => ({ ok: false, reason });

// Joiners belong to the spelling of Persian, Sinhala and other names, between two of their letters: these
// stay. Elsewhere they only hold emoji together. Variation selectors (葛 has some) are marks, not in here.
const invisible =
  /(?!(?<=[[\p{L}\p{M}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Latn}]])[\u200C\u200D](?=[[\p{L}\p{M}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Latn}]]))[\p{Cc}\p{Cf}\p{Cs}\u3164\uFFA0]/gv;

/** Trimmed, line breaks made spaces, control and zero-width characters taken out. */
const clean = (text: string): string =>
  text
    .replaceAll(/[\t\r\n]+/g, ' ')
    .replaceAll(invisible, '')
    .trim();

/** 「名前は佐藤花子です。」 is a sentence about 佐藤花子. No name ends in these words. */
function withoutCourtesy(text: string): string {
  const name = text
    .replace(/^(?:お?名前|おなまえ|なまえ|氏名)(?: *[:：] *| *は *)/u, '')
    .replace(/ *(?:です|と申します|ともうします|と言います|といいます)[。.!！♪]*$/u, '');
  return name.trim() === '' ? text : name.trim();
}
