// A phone number in Japan that staff can call: 第6条(6), the consultation moves to the phone when Zoom fails.
import { withoutTimes } from './beyond.ts';
import { plain, plainNumber } from './plain-text.ts';
import { withoutRuledOut } from './ruled-out.ts';

export type PhoneKind = 'mobile' | 'ip' | 'landline';

export type PhoneReading =
  /** `phone`: digits only, from the leading 0 on. */
  | { readonly ok: true; readonly phone: string; readonly kind: PhoneKind }
  | { readonly ok: false; readonly reason: PhoneRefusal };

export type PhoneRefusal =
  /** 454-1910: which area is never guessed. */
  | 'areaCodeMissing'
  | 'tooShort'
  | 'tooLong'
  /** Toll-free, navigation dial, pagers, premium: staff cannot or may not call it. */
  | 'notReachable'
  | 'foreign'
  | 'severalNumbers'
  /** 090-0000-0000: as long as a number, and nobody's. */
  | 'noSuchNumber'
  /** She names it to say that it is not the one. */
  | 'ruledOut'
  /** She has no phone. */
  | 'noPhone'
  /** 「夫の携帯でもいいですか」 */
  | 'whosePhone'
  /** She does not know it now, or not by heart. */
  | 'unknown'
  /** She dislikes calls, or to give it away. */
  | 'unwilling'
  | 'notANumber';

/**
 * Reads the one phone number in a text, whatever its dashes, spaces and brackets.
 * Our own rules decide: libraries take 0901234567, which lacks a digit, for a number.
 */
export function readPhone(text: string): PhoneReading {
  const typed = numbersIn(text);
  const phones = typed.map(readDigits).filter((reading) => reading.ok);
  const [phone] = phones;
  if (phone !== undefined)
    return phones.every((other) => other.phone === phone.phone) ? phone : refuse('severalNumbers');
  // The longest is the one that was meant: 「454-1910 内線 3」.
  const [longest] = typed.toSorted((a, b) => b.length - a.length);
  if (longest !== undefined) return readDigits(longest);
  const number = plainNumber(text);
  return refuse(withoutRuledOut(number) === number ? whyNoNumber(text) : 'ruledOut');
}

function whyNoNumber(text: string): PhoneRefusal {
  const words = plain(text);
  if (
    /(?:電話|携帯|ケータイ|スマホ|番号)[はがもを]?(?:持って)?(?:い?ない|い?ません|ありませ|なし$|無[いし])/.test(
      words,
    )
  )
    return 'noPhone';
  if (
    /^(?:持って|もって)(?:い?ない|い?ません)|^(?:ない|無い|なし|無し|ありません)(?:です)?[。!！]?$/.test(
      words,
    )
  )
    return 'noPhone';
  if (
    /苦手|にがて|嫌|いや(?:です|だ|$)|怖|こわ[いく]|教え(?:たく|られ(?:な|ま)|ない)|おしえたく|(?:言|い)いたくな|(?:出|だ)したくな|伝えたくな|書きたくな|(?:使|つか)いたくな|かけて(?:ほし|欲し|こ)|かかって(?:くる|きたら)|不安|心配/.test(
      words,
    )
  )
    return 'unwilling';
  if (
    /(?:わか|分か|解か)(?:らな|らん|りませ|んない)|(?:覚え|おぼえ)て(?:い?な|い?ま)|(?:忘れ|わすれ)(?:た|まし|ちゃ)|不明|(?:知|し)(?:らない|りません)/.test(
      words,
    )
  )
    return 'unknown';
  const isAnothers =
    /(?:夫|旦那|だんな|主人|妻|母|父|親|家族|実家|彼|友[だ人達]|知人|会社|職場|ほかの人|他の人|別の人)(?:の|で)/.test(
      words,
    );
  return isAnothers ? 'whosePhone' : 'notANumber';
}

/** The runs of digits that belong together, a leading + included. */
const numbersIn = (text: string): string[] =>
  (withoutTimes(withoutRuledOut(plainNumber(text))).match(/\+?\d[\d\-(). ]*/g) ?? []).map((part) =>
    part.replaceAll(/[^\d+]/g, ''),
  );

function readDigits(typed: string): PhoneReading {
  const digits = withoutCountryCode(typed);
  if (digits === undefined) return refuse('foreign');
  if (!digits.startsWith('0')) return refuse(withoutZero(digits));
  // These prefixes say enough, whatever follows. 080-0… is the toll-free 0800.
  if (/^(?:0120|0570|0990|0800|020)/.test(digits)) return refuse('notReachable');
  if (/^0[5-9]0/.test(digits)) return readElevenDigits(digits);
  // No area code looks like this.
  if (/^0(?:0|[134]0)/.test(digits)) return refuse('noSuchNumber');
  if (digits.length !== 10) return refuse(digits.length < 10 ? 'tooShort' : 'tooLong');
  return { ok: true, phone: digits, kind: 'landline' };
}

/** 060, 070, 080, 090 and 050; the digit after the prefix is never 0. */
function readElevenDigits(digits: string): PhoneReading {
  if (digits.length !== 11) return refuse(digits.length < 11 ? 'tooShort' : 'tooLong');
  if (digits[3] === '0') return refuse('noSuchNumber');
  return { ok: true, phone: digits, kind: digits.startsWith('050') ? 'ip' : 'mobile' };
}

/** From the leading 0 on; undefined for the number of another country. */
function withoutCountryCode(typed: string): string | undefined {
  // 010 is how one dials abroad from Japan, 00 from most other countries.
  const abroad = /^(?:\+|010|00(?=[1-9]))(?<number>\d*)$/.exec(typed)?.groups?.number;
  const international = abroad ?? (/^810?[1-9]\d{8,9}$/.test(typed) ? typed : undefined);
  if (international === undefined) return typed;
  const national = /^810?(?<national>\d*)$/.exec(international)?.groups?.national;
  return national === undefined ? undefined : `0${national}`;
}

function withoutZero(digits: string): PhoneRefusal {
  // Local numbers have five to eight digits. Eleven without a 0 are a number from abroad without its +.
  if (digits.length >= 11) return 'foreign';
  return digits.length >= 5 && digits.length <= 8 ? 'areaCodeMissing' : 'tooShort';
}

const refuse = (reason: PhoneRefusal): PhoneReading => ({ ok: false, reason });
