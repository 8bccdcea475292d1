// 求職番号: five digits, a hyphen, one to eight digits. The first five name an office, any office of the country.
import { withoutTimes } from './beyond.ts';
import { readPhone } from './phone.ts';
import { plainNumber } from './plain-text.ts';
import { withoutRuledOut } from './ruled-out.ts';

export type JobNumberReading =
  /** `jobNumber`: `NNNNN-N{1,8}`; leading zeros count. */
  | { readonly ok: true; readonly result: 'read'; readonly jobNumber: string }
  /** She should look at it again before it counts. */
  | {
      readonly ok: true;
      readonly result: 'confirm';
      readonly jobNumber: string;
      readonly because: 'hyphenGuessed' | 'shortLowerPart' | 'unusualDigits';
    }
  | { readonly ok: false; readonly reason: JobNumberRefusal };

export type JobNumberRefusal =
  | 'looksLikePhone'
  /** 4-6-1 digits: an unemployment insurance or employer's number; or she named another number herself. */
  | 'otherNumber'
  /** She names it, or it is divided as on its card: never to be taken, by law. */
  | 'myNumber'
  /** Twelve digits in a row that would be one, or divided as one and no valid one: only she can tell. */
  | 'perhapsMyNumber'
  | 'tooShort'
  | 'tooLong'
  | 'severalNumbers'
  /** She names it to say that it is not the one. */
  | 'ruledOut'
  /** She has not got it at hand, or lost the card. */
  | 'notAtHand'
  | 'notANumber';

/**
 * Reads the jobseeker number in a text. There is no known check digit: only staff can tell whether it
 * exists. A number inside other words counts only when it stands free and alone, never a part of a longer one.
 */
export function readJobNumber(text: string): JobNumberReading {
  const typed = plainNumber(text);
  if (namesMyNumber(typed)) return refuse('myNumber');
  if (namesAnotherNumber(typed)) return refuse('otherNumber');
  const left = withoutRuledOut(typed);
  if (left === typed) return readNumberIn(typed, text);
  return /\d{4}/.test(left) ? readNumberIn(left, text) : refuse('ruledOut');
}

function readNumberIn(typed: string, text: string): JobNumberReading {
  const unusual = /\p{No}/u.test(text);
  const bare = typed.replaceAll(/\s/g, '').replaceAll(/^-+|(?<![-.。、,])[-.。、,]+$/g, '');
  // A second line is another fact, such as her phone, where the first is whole.
  const isWholeLine =
    typed.includes('\n') && typed.split('\n').some((line) => /^ *\d{5}-\d{1,8} *$/.test(line));
  if (/^[\d\-()+]*$/.test(bare) && !isWholeLine) return judge(bare, typed, unusual);
  return readEmbedded(typed, unusual);
}

const namesAnotherNumber = (typed: string): boolean =>
  /求人番号|支給番号|被保険者番号|事業所番号/.test(typed) && !typed.includes('求職番号');

/** Beside a jobseeker number in full, and beside its name, it may be named: that number is read. */
const namesMyNumber = (typed: string): boolean =>
  /マイナンバ|まいなんば|個人番号|my *number/i.test(typed) &&
  !typed.includes('求職番号') &&
  !/(?<!\d)(?<!\d-)\d{5}-\d{1,8}(?![\d-])/.test(typed);

const isNotAtHand = (typed: string): boolean =>
  /[な無失]くし|紛失|捨て|すてて|見つから|みつから|どこ(?:に?(?:いった|行った|やった|しまった)|か(?:に|へ)?)|手元に|忘れ|わすれ|(?:わか|分か|解か|知)[らり](?:ない|ん|ませ)|(?:持って|もって)(?:い?ない|い?ませ)|(?:カード|番号)[がはも]?(?:ない|ありませ)/.test(
    typed,
  );

/** One number among other words. */
function readEmbedded(typed: string, unusual: boolean): JobNumberReading {
  const runs = (withoutTimes(typed).match(/\+?\(?\d[\d\-() ]*/g) ?? []).map((part) =>
    part.replace(/(?<![- (])[- (]+$/, ''),
  );
  const whole = runs.filter((part) => /^\d{5}-\d{1,8}$/.test(part));
  // Short ones are days and counts: 「12月に登録した…」.
  const candidates = whole.length > 0 ? whole : runs.filter((part) => /\d{4}/.test(part));
  const [number] = candidates;
  if (number === undefined) return refuse(isNotAtHand(typed) ? 'notAtHand' : 'notANumber');
  if (candidates.some((other) => other !== number)) return refuse('severalNumbers');
  return judge(number.replaceAll(' ', ''), number, unusual);
}

/** `bare` has only digits, dashes and brackets; `spaced` is the same with its spaces. */
function judge(bare: string, spaced: string, unusual: boolean): JobNumberReading {
  const digits = bare.replaceAll(/\D/g, '');
  if (digits === '') return refuse('notANumber');
  if (/^\d{5}-\d{1,8}$/.test(bare)) return accept(bare, unusual ? 'unusualDigits' : undefined);
  const parts = spaced.split(/\D+/).filter((part) => part !== '');
  if (/^4-6-1$/.test(parts.map(({ length }) => length).join('-'))) return refuse('otherNumber');
  if (isDividedAsMyNumber(parts))
    return refuse(beginsWithOffice(digits) && !hasCheckDigit(digits) ? 'perhapsMyNumber' : 'myNumber');
  const dividedAfterFive = parts.length > 1 && parts[0]?.length === 5;
  // 0534541910 could be 05345-41910, but is far more likely the answer to another question.
  if (!dividedAfterFive && readPhone(spaced).ok) return refuse('looksLikePhone');
  const [first = ''] = bare.replaceAll(/[()]/g, '').split('-');
  if (bare.includes('-') && first.length !== 5) return refuse(first.length < 5 ? 'tooShort' : 'tooLong');
  if (digits.length < 6) return refuse('tooShort');
  if (digits.length > 13) return refuse('tooLong');
  if (parts.length === 1 && hasCheckDigit(digits)) return refuse('perhapsMyNumber');
  return accept(`${digits.slice(0, 5)}-${digits.slice(5)}`, 'hyphenGuessed');
}

const isDividedAsMyNumber = (parts: readonly string[]): boolean =>
  parts.map(({ length }) => length).join('-') === '4-4-4';

/** The five digits of an office: its prefecture, two digits, and 0 or its branch. */
const beginsWithOffice = (digits: string): boolean => /^(?:0[1-9]|[1-3]\d|4[0-7])\d{2}[0-2]/.test(digits);

/** The twelfth digit of マイナンバー follows from the others, by the ordinance on it (平成26年総務省令第85号第5条). */
function hasCheckDigit(digits: string): boolean {
  if (digits.length !== 12) return false;
  const sum = [...digits.slice(0, 11)]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index < 6 ? index + 2 : index - 4), 0);
  return Number(digits[11]) === (sum % 11 <= 1 ? 0 : 11 - (sum % 11));
}

function accept(jobNumber: string, doubt: 'hyphenGuessed' | 'unusualDigits' | undefined): JobNumberReading {
  // 「8桁以内」 says the form that takes the number, six to eight say the cards: fewer are rare, not wrong.
  const because = doubt ?? (jobNumber.length < '00000-000000'.length ? 'shortLowerPart' : undefined);
  return because === undefined
    ? { ok: true, result: 'read', jobNumber }
    : { ok: true, result: 'confirm', jobNumber, because };
}

const refuse = (reason: JobNumberRefusal): JobNumberReading => ({ ok: false, reason });
